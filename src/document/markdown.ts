import type { List, ListItem, Nodes, Paragraph, Root, RootContent, Table } from 'mdast';
import { tell } from '../locale/index.js';
import type { SourceText } from '../source/index.js';
import { type EmbeddedHtml, embeddedHtml } from './embedded-html.js';
import { sliceDraft } from './folded.js';
import { whyNotParse } from './guard.js';
import { type HtmlPiece, isDirective, onlyDirectives } from './html-tags.js';
import {
  addDirective,
  type MarkdownContext,
  placeOf,
  readCell,
  readPhrasing,
  type Segment,
} from './inline.js';
import { type LineReader, lineReader, readLines, sliceLines } from './lines.js';
import { parseMarkdown } from './markdown-parser.js';
import type { Directive } from './model.js';
import { createOutline, type Outline } from './outline.js';
import { readPlain } from './plain.js';
import type { ReadResult } from './result.js';
import { isCapitalsHeading, looksLikeBoldHeading, numberedHeadingDepth } from './shape.js';

/** Below this, an emphasized line over a text is not told from an address or a verse. */
const SHORTEST_BODY = 80;

interface Reading extends MarkdownContext {
  readonly outline: Outline;
  readonly html: EmbeddedHtml;
  readonly lines: LineReader;
  /** Level of the last heading that is one by syntax. */
  level: number;
  listDepth: number;
}

/**
 * Reads a Markdown file into blocks, with the place of each word in the source. A text that the parser would need
 * quadratic time or a deep stack for is read as plain paragraphs, and a note says so.
 */
export function readMarkdown(source: SourceText, parse: (text: string) => Root = parseMarkdown): ReadResult {
  const base = source.text.startsWith('\ufeff') ? 1 : 0;
  const text = source.text.slice(base);
  const reason = whyNotParse(text);
  if (reason !== undefined) {
    const plain = readPlain(source);
    return { ...plain, notes: [{ code: 'fallback', ...tell('fallback-markdown', reason) }, ...plain.notes] };
  }
  return readMarkdownTree(source, parse(text));
}

/** As `readMarkdown`, for a tree that was parsed from the source before (without its BOM). */
export function readMarkdownTree(source: SourceText, root: Root): ReadResult {
  const base = source.text.startsWith('\ufeff') ? 1 : 0;
  const directives: Directive[] = [];
  const outline = createOutline();
  const context = { source: source.text, base, targets: targetsOf(root), directives };
  const html = embeddedHtml(outline, context);
  const reading: Reading = { ...context, outline, html, lines: lineReader(outline), level: 0, listDepth: 0 };
  readFlow(root.children, reading);
  return { ...outline.finish(), directives, notes: [] };
}

/** Targets of the reference links' definitions, wherever they stand; the first of a name counts. */
function targetsOf(root: Root): Map<string, string> {
  const targets = new Map<string, string>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition') {
      if (!targets.has(node.identifier)) targets.set(node.identifier, node.url);
    } else if (
      node.type === 'root' ||
      node.type === 'blockquote' ||
      node.type === 'list' ||
      node.type === 'listItem'
    ) {
      for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as Nodes);
    }
  }
  return targets;
}

function readFlow(nodes: readonly RootContent[], reading: Reading): void {
  const flow = withoutDirectives(nodes, reading);
  flow.forEach((node, i) => {
    if (node.type !== 'paragraph') reading.lines.end();
    readNode(node, flow[i + 1], reading);
  });
  reading.lines.end();
  reading.html.end();
}

/**
 * Takes out the comments that are meant for fineprint, so that they change nothing of what is read: a list that one parts, as it
 * would part any list, is one again.
 */
function withoutDirectives(nodes: readonly RootContent[], reading: Reading): readonly RootContent[] {
  if (!nodes.some((node) => node.type === 'html' && isDirective(node.value.slice(4)))) return nodes;
  const flow: RootContent[] = [];
  let parted = false;
  /** The last list, once it is one that was put together here; the tree itself stays as it is. */
  let joined: List | undefined;
  for (const node of nodes) {
    const directives = directivesIn(node, reading);
    for (const { value, start, end } of directives) addDirective(reading, value, start, end);
    const last = flow.at(-1);
    if (directives.length > 0) {
      parted = true;
    } else if (parted && node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered) {
      if (last !== joined) joined = { ...last, children: [...last.children] };
      joined.children.push(...node.children);
      flow[flow.length - 1] = joined;
    } else {
      flow.push(node);
      parted = false;
    }
  }
  return flow;
}

function directivesIn(node: RootContent, reading: Reading): HtmlPiece[] {
  if (node.type !== 'html') return [];
  const { start, end } = placeOf(node, reading);
  return onlyDirectives(reading.source.slice(start, end)).map((piece) => ({
    ...piece,
    start: start + piece.start,
    end: start + piece.end,
  }));
}

function readNode(node: RootContent, next: RootContent | undefined, reading: Reading): void {
  const { outline, source } = reading;
  const { start, end } = placeOf(node, reading);
  switch (node.type) {
    case 'heading':
      reading.level = node.depth;
      for (const segment of readPhrasing(node.children, reading)) outline.heading(node.depth, segment);
      break;
    case 'paragraph':
      readParagraph(node, reading);
      break;
    case 'list':
      if (isSectionList(node, next, reading)) readSectionList(node, reading);
      else readList(node, reading);
      break;
    case 'blockquote':
      readFlow(node.children, reading);
      break;
    case 'code': {
      const inside = insideFences(source, start, end);
      readLines(reading.lines, source, inside.start, inside.end);
      break;
    }
    case 'table':
      readTable(node, reading);
      break;
    case 'html':
      reading.html.read(source.slice(start, end), start);
      break;
  }
}

function readParagraph(node: Paragraph, reading: Reading): void {
  for (const segment of readPhrasing(node.children, reading)) readSegment(segment, reading);
}

function readSegment(segment: Segment, reading: Reading): void {
  const { outline, lines } = reading;
  if (reading.listDepth === 0) {
    const level = headingLevel(segment, reading.level);
    if (level > 0) {
      lines.end();
      outline.heading(level, segment);
      return;
    }
    const title = titleLineEnd(segment);
    if (title > 0) {
      lines.end();
      outline.heading(Math.min(6, reading.level + 1), sliceDraft(segment, 0, title));
      lines.emit(sliceLines(segment, title));
      return;
    }
  }
  lines.emit(segment);
}

/** Level of a paragraph that acts as a heading, below the last real heading; 0 if it is running text. */
function headingLevel(segment: Segment, level: number): number {
  if (segment.lines.length > 1) return 0;
  const depth = numberedHeadingDepth(segment.text);
  if (depth > 0) return Math.min(6, level + depth);
  if (segment.bold && looksLikeBoldHeading(segment.text)) return Math.min(6, level + 1);
  return isCapitalsHeading(segment.text) ? Math.min(6, level + 1) : 0;
}

/** Where a bold first line ends that stands over running text as its title; 0 if there is none. */
function titleLineEnd({ text, lines, opening, bold }: Segment): number {
  const second = lines[1];
  if (second === undefined || bold || opening !== second - 1) return 0;
  const fits = text.length - second >= SHORTEST_BODY && looksLikeBoldHeading(text.slice(0, opening));
  return fits ? second : 0;
}

function readList(list: List, reading: Reading): void {
  const { outline } = reading;
  outline.openList();
  reading.listDepth++;
  for (const item of list.children) {
    outline.openItem();
    readFlow(item.children, reading);
    outline.closeItem();
  }
  reading.listDepth--;
  outline.closeList();
}

/**
 * Ordered lists that number a policy's sections: "1. **Sharing**" with the section's text in the item or after the
 * list, or a lone "1. Sharing" over running text.
 */
function isSectionList(list: List, next: RootContent | undefined, reading: Reading): boolean {
  if (!list.ordered || reading.listDepth > 0) return false;
  const first = list.children[0]?.children[0];
  if (first?.type !== 'paragraph') return false;
  const lone = list.children.length === 1;
  if (list.children.every(opensBold)) return lone || list.children.some((item) => item.children.length > 1);
  if (!lone || list.children[0]?.children.length !== 1 || next?.type !== 'paragraph') return false;
  const [segment] = readPhrasing(first.children, { ...reading, directives: [] });
  return segment !== undefined && numberedHeadingDepth(`1. ${segment.text}`) > 0;
}

function opensBold(item: ListItem): boolean {
  const first = item.children[0];
  return first?.type === 'paragraph' && first.children.length === 1 && first.children[0]?.type === 'strong';
}

function readSectionList(list: List, reading: Reading): void {
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    if (first?.type === 'paragraph') {
      const level = Math.min(6, reading.level + 1);
      for (const segment of readPhrasing(first.children, reading)) reading.outline.heading(level, segment);
    }
    readFlow(rest, reading);
  }
}

function readTable(table: Table, reading: Reading): void {
  const { outline } = reading;
  outline.openTable();
  let headed = false;
  for (const row of table.children) {
    const cells = row.children.map((cell) => readCell(cell.children, reading));
    // An empty header row is how converters write a table without one; its first row may still head the columns.
    const header: boolean = !headed && (row === table.children[0] || cells.every(headsColumn));
    outline.openRow();
    for (const cell of cells) outline.cell(cell, header);
    headed ||= cells.some((cell) => cell.text !== '') || row !== table.children[0];
  }
  outline.closeTable();
}

function headsColumn(cell: Segment): boolean {
  return cell.text === '' || cell.bold || (cell.text.length <= 40 && !/[.;]$/.test(cell.text));
}

/** Where the text of a code block begins and ends: its fences left out. */
function insideFences(source: string, start: number, end: number): { start: number; end: number } {
  const fence = /^(?:`{3,}|~{3,})/.exec(source.slice(start, Math.min(end, start + 100)))?.[0];
  if (fence === undefined) return { start, end };
  const lastLine = Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1;
  const closed =
    lastLine > start &&
    source
      .slice(lastLine, end)
      .replace(/^[ \t>]*/, '')
      .startsWith(fence);
  const firstLine = /[\r\n]/.exec(source.slice(start, end))?.index ?? end - start;
  return { start: start + firstLine, end: closed ? Math.max(lastLine, start + firstLine) : end };
}
