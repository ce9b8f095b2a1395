import type { Comment, Element, Root, RootContent, Text } from 'hast';
import { BLOCK, BOLD, headingLevel, ITALIC, PREFORMATTED, SILENT } from './elements.js';
import { type Inline, isBlank, partLines, shownText } from './lines.js';
import { countWords } from './words.js';

/** A run of text between two block boundaries: the stuff that blocks are made of. */
export interface Segment {
  readonly inlines: readonly Inline[];
  /** Index in `Page.elements` of the innermost block element. */
  readonly element: number;
  /** Level of the heading element around it, else 0. */
  readonly heading: number;
  /** White space folded. */
  readonly text: string;
  readonly words: number;
  readonly linked: number;
  readonly bold: number;
}

/** An element that holds segments `from` to `to` (exclusive). Elements stand in the order of their start tags. */
export interface Box {
  readonly element: Element;
  readonly parent: number;
  readonly from: number;
  to: number;
  /** One past the last element inside it. */
  end: number;
}

export interface Page {
  readonly segments: readonly Segment[];
  readonly elements: readonly Box[];
  readonly comments: readonly Comment[];
  /** Nodes visited, for tests of linear cost. */
  readonly steps: number;
}

interface Frame {
  readonly children: readonly RootContent[];
  next: number;
  readonly box: number;
  readonly block: boolean;
}

interface State {
  readonly html: string;
  readonly segments: Segment[];
  readonly elements: Box[];
  readonly comments: Comment[];
  /** Open block elements, links and bold elements, headings: indices and counts of the way down to here. */
  readonly blocks: number[];
  readonly links: number[];
  bold: number;
  italic: number;
  preformatted: number;
  heading: number;
  inlines: Inline[];
  breaks: number;
}

/** Cuts a page into segments. Walks the tree without recursion. */
export function segmentPage(root: Root, html: string): Page {
  const state: State = {
    html,
    preformatted: 0,
    segments: [],
    elements: [],
    comments: [],
    blocks: [],
    links: [],
    bold: 0,
    italic: 0,
    heading: 0,
    inlines: [],
    breaks: 0,
  };
  const stack: Frame[] = [{ children: root.children, next: 0, box: -1, block: true }];
  let steps = 0;
  while (stack.length > 0) {
    const frame = stack[stack.length - 1] as Frame;
    const node = frame.children[frame.next++];
    if (node === undefined) {
      stack.pop();
      if (frame.box >= 0) leave(state, frame);
      continue;
    }
    steps++;
    if (node.type === 'text') addText(state, node);
    else if (node.type === 'comment') state.comments.push(node);
    else if (node.type === 'element') {
      const inner = enter(state, node, frame.box);
      if (inner !== undefined) stack.push(inner);
    }
  }
  flush(state);
  return { segments: state.segments, elements: state.elements, comments: state.comments, steps };
}

function enter(state: State, element: Element, parent: number): Frame | undefined {
  const tag = element.tagName;
  if (tag === 'br') {
    addBreak(state, element);
    return undefined;
  }
  if (SILENT.has(tag)) {
    if (tag === 'head')
      for (const child of element.children) if (child.type === 'comment') state.comments.push(child);
    return undefined;
  }
  const block = BLOCK.has(tag);
  if (block) flush(state);
  if (tag === 'hr') return undefined;
  const box = state.elements.length;
  const from = state.segments.length;
  state.elements.push({ element, parent, from, to: from, end: box + 1 });
  if (block) state.blocks.push(box);
  if (isLink(element)) state.links.push(box);
  if (isBold(element)) state.bold++;
  if (ITALIC.has(tag)) state.italic++;
  if (PREFORMATTED.has(tag)) state.preformatted++;
  state.heading = headingLevel(tag) || state.heading;
  return { children: element.children, next: 0, box, block };
}

function leave(state: State, frame: Frame): void {
  const box = state.elements[frame.box] as Box;
  if (frame.block) {
    flush(state);
    state.blocks.pop();
  }
  if (isLink(box.element)) state.links.pop();
  if (isBold(box.element)) state.bold--;
  if (ITALIC.has(box.element.tagName)) state.italic--;
  if (PREFORMATTED.has(box.element.tagName)) state.preformatted--;
  if (headingLevel(box.element.tagName) > 0) state.heading = 0;
  box.to = state.segments.length;
  box.end = state.elements.length;
}

function addText(state: State, text: Text): void {
  const start = text.position?.start.offset ?? 0;
  const end = text.position?.end.offset ?? start;
  const parts = state.preformatted > 0 ? paragraphsOf(text.value, state.html, start, end) : undefined;
  if (parts === undefined) {
    addInline(state, text.value, start, end);
    return;
  }
  parts.forEach((part, i) => {
    if (i > 0) flush(state);
    addInline(state, part.value, part.start, part.end);
  });
}

function addInline(state: State, value: string, start: number, end: number): void {
  if (!isBlank(value)) state.breaks = 0;
  const link = state.links[state.links.length - 1];
  const bold = state.bold > 0;
  const marked = bold || state.italic > 0;
  state.inlines.push({ value, start, end, words: countWords(value), bold, marked, link });
}

/** Parts preformatted text at its empty lines, when these can be told apart in the source. */
function paragraphsOf(value: string, html: string, start: number, end: number): Paragraph[] | undefined {
  const shown = value.split(/\n[ \t]*\n/);
  const ends = [...html.slice(start, end).matchAll(/\r?\n[ \t]*\r?\n/g)];
  if (ends.length !== shown.length - 1) return undefined;
  return shown.map((part, i) => {
    const before = ends[i - 1];
    const after = ends[i];
    return {
      value: part,
      start: before === undefined ? start : start + before.index + before[0].length,
      end: after === undefined ? end : start + after.index,
    };
  });
}

interface Paragraph {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Two line breaks with nothing between part paragraphs. */
function addBreak(state: State, element: Element): void {
  state.breaks++;
  if (state.breaks >= 2) {
    flush(state);
    return;
  }
  const start = element.position?.start.offset ?? 0;
  const end = element.position?.end.offset ?? start;
  state.inlines.push({
    value: undefined,
    start,
    end,
    words: 0,
    bold: state.bold > 0,
    marked: false,
    link: undefined,
  });
}

function flush(state: State): void {
  const inlines = state.inlines;
  state.inlines = [];
  state.breaks = 0;
  if (inlines.every((inline) => isBlank(inline.value ?? ''))) return;
  for (const part of partLines(inlines)) state.segments.push(segmentOf(part, state));
}

function segmentOf(inlines: readonly Inline[], state: State): Segment {
  let words = 0;
  let linked = 0;
  let bold = 0;
  for (const inline of inlines) {
    words += inline.words;
    if (inline.link !== undefined) linked += inline.words;
    if (inline.bold) bold += inline.words;
  }
  const element = state.blocks[state.blocks.length - 1] ?? 0;
  return { inlines, element, heading: state.heading, text: shownText(inlines), words, linked, bold };
}

function isLink(element: Element): boolean {
  return element.tagName === 'a' && element.properties.href !== undefined;
}

function isBold(element: Element): boolean {
  if (BOLD.has(element.tagName)) return true;
  const style = element.properties.style;
  return (
    typeof style === 'string' &&
    /font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]*underline/i.test(style)
  );
}
