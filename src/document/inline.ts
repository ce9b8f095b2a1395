import type { Nodes, PhrasingContent } from 'mdast';
import type { Span } from '../source/index.js';
import { addCode, addText } from './align.js';
import { type FoldedDraft, FoldedText } from './folded.js';
import { attributeOf, commentOf, isDirective, isRaw, tagName } from './html-tags.js';
import type { Directive } from './model.js';
import { isRunInLabel, labelBeforeColon } from './shape.js';

/** What one Markdown file gives to all its blocks. */
export interface MarkdownContext {
  readonly source: string;
  /** Added to the parser's offsets: 1 when a BOM was cut off. */
  readonly base: number;
  /** Targets of reference links, by identifier. */
  readonly targets: ReadonlyMap<string, string>;
  readonly directives: Directive[];
}

/** The text of a paragraph, or of a part of one. */
export interface Segment extends FoldedDraft {
  /** All visible text is bold. */
  readonly bold: boolean;
  /** Length of the emphasized opening, white space after it left out; 0 if the text opens plainly. */
  readonly opening: number;
}

/** The state of reading one paragraph's phrasing. */
interface Phrasing {
  readonly context: MarkdownContext;
  readonly segments: Segment[];
  /** Whether `<br><br>` parts the paragraph. */
  readonly parts: boolean;
  out: FoldedText;
  /** Length of the emphasized opening of the text, 0 if it opens plainly. */
  opening: number;
  openingStrong: boolean;
  /** Text outside bold has been met. */
  plain: boolean;
  /** Line breaks by tag since the last visible text. */
  breaks: number;
  /** Open `<b>` and `<strong>`. */
  bold: number;
  anchor: { readonly start: number; readonly target: string } | undefined;
  /** An open element in which comments are none. */
  raw: string | undefined;
}

/** Reads a table cell's phrasing: always one segment, maybe empty. */
export function readCell(nodes: readonly PhrasingContent[], context: MarkdownContext): Segment {
  const state = newPhrasing(context, false);
  for (const node of nodes) visit(state, node, false, false);
  return segmentOf(state);
}

/** Reads a paragraph's phrasing: one segment, or more where `<br><br>` parts it. Empty ones are left out. */
export function readPhrasing(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): readonly Segment[] {
  const state = newPhrasing(context, true);
  for (const node of nodes) visit(state, node, false, false);
  closeSegment(state);
  return state.segments;
}

function newPhrasing(context: MarkdownContext, parts: boolean): Phrasing {
  return {
    context,
    segments: [],
    parts,
    out: new FoldedText(),
    opening: 0,
    openingStrong: true,
    plain: false,
    breaks: 0,
    bold: 0,
    anchor: undefined,
    raw: undefined,
  };
}

function closeSegment(state: Phrasing): void {
  const segment = segmentOf(state);
  if (segment.text !== '') state.segments.push(segment);
  state.out = new FoldedText();
  state.opening = 0;
  state.openingStrong = true;
  state.plain = false;
  state.anchor = undefined;
}

function visit(state: Phrasing, node: PhrasingContent, strong: boolean, emphasized: boolean): void {
  const { start, end } = placeOf(node, state.context);
  switch (node.type) {
    case 'text':
    case 'inlineCode': {
      const before = state.out.length;
      const add = node.type === 'text' ? addText : addCode;
      add(state.out, node.value, state.context.source, start, end);
      if (state.out.length > before) noteEmphasis(state, before, strong || state.bold > 0, emphasized);
      return;
    }
    case 'break':
      state.out.space(start, end);
      state.out.line();
      return;
    case 'strong':
      for (const child of node.children) visit(state, child, true, emphasized);
      return;
    case 'emphasis':
      for (const child of node.children) visit(state, child, strong, true);
      return;
    case 'delete':
      for (const child of node.children) visit(state, child, strong, emphasized);
      return;
    case 'link':
    case 'linkReference': {
      const target = node.type === 'link' ? node.url : state.context.targets.get(node.identifier);
      const { out } = state;
      const from = out.length;
      for (const child of node.children) visit(state, child, strong, emphasized);
      // A link that <br><br> parts is none.
      if (out === state.out) out.link(from, target ?? '');
      return;
    }
    case 'html':
      visitHtml(state, node.value, start, end);
      return;
    default:
      // Images and footnote marks: their alternative text is not part of the sentence.
      state.out.space(start, end);
  }
}

function visitHtml(state: Phrasing, value: string, start: number, end: number): void {
  const comment = commentOf(value);
  if (comment !== undefined) {
    if (state.raw === undefined) addDirective(state.context, comment, start, end);
    return;
  }
  const { out, anchor } = state;
  const name = tagName(value);
  if (state.raw === undefined && isRaw(name)) state.raw = name;
  else if (name === `/${state.raw}`) state.raw = undefined;
  if (name === 'br') {
    if (++state.breaks >= 2 && state.parts) closeSegment(state);
    state.out.space(start, end);
    state.out.line();
  } else if (name === 'b' || name === 'strong') {
    state.bold++;
  } else if (name === '/b' || name === '/strong') {
    state.bold = Math.max(0, state.bold - 1);
  } else if (name === 'a') {
    state.anchor = { start: out.length, target: attributeOf(value, 'href') };
  } else if (name === '/a' && anchor !== undefined) {
    if (anchor.target !== '') out.link(anchor.start, anchor.target);
    state.anchor = undefined;
  }
}

export function addDirective(context: MarkdownContext, comment: string, start: number, end: number): void {
  if (isDirective(comment)) context.directives.push({ text: comment.trim(), span: { start, end } });
}

function noteEmphasis(state: Phrasing, before: number, bold: boolean, emphasized: boolean): void {
  state.breaks = 0;
  if ((bold || emphasized) && !state.plain && state.opening === before) {
    state.opening = state.out.length;
    state.openingStrong &&= bold;
  }
  state.plain ||= !bold;
}

function segmentOf({ out, opening, openingStrong, plain }: Phrasing): Segment {
  const { text, map, links, lines } = out.build();
  const end = opening > 0 ? text.slice(0, opening).trimEnd().length : 0;
  const label = end > 0 ? openingLabel(text, end, openingStrong) : labelBeforeColon(text);
  return { text, map, links, lines, label, bold: !plain && text !== '', opening: end };
}

function openingLabel(text: string, end: number, strong: boolean): Span | undefined {
  const run = isRunInLabel(text.slice(0, end), text.slice(end).trimStart(), strong);
  return run ? { start: 0, end } : undefined;
}

/** The visible text of a node's descendants is inside their raw source between these offsets. */
export function placeOf(node: Nodes, context: MarkdownContext): { start: number; end: number } {
  return {
    start: (node.position?.start.offset ?? 0) + context.base,
    end: (node.position?.end.offset ?? 0) + context.base,
  };
}
