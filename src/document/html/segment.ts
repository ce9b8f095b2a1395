import type { Comment, Element, Root, RootContent, Text } from 'hast';
import { BLOCK, BOLD, headingLevel, SILENT } from './elements.js';
import { countWords } from './words.js';

/** A text node, or a line break, in a segment. */
export interface Inline {
  /** Undefined for a line break. */
  readonly text: Text | undefined;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly bold: boolean;
  /** Index in `Page.elements` of the link that the text stands in. */
  readonly link: number | undefined;
}

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
  readonly segments: Segment[];
  readonly elements: Box[];
  readonly comments: Comment[];
  /** Open block elements, links and bold elements, headings: indices and counts of the way down to here. */
  readonly blocks: number[];
  readonly links: number[];
  bold: number;
  heading: number;
  inlines: Inline[];
  breaks: number;
}

/** Cuts a page into segments. Walks the tree without recursion. */
export function segmentPage(root: Root): Page {
  const state: State = {
    segments: [],
    elements: [],
    comments: [],
    blocks: [],
    links: [],
    bold: 0,
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
  if (SILENT.has(tag)) return undefined;
  const block = BLOCK.has(tag);
  if (block) flush(state);
  if (tag === 'hr') return undefined;
  const box = state.elements.length;
  const from = state.segments.length;
  state.elements.push({ element, parent, from, to: from, end: box + 1 });
  if (block) state.blocks.push(box);
  if (isLink(element)) state.links.push(box);
  if (isBold(element)) state.bold++;
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
  if (headingLevel(box.element.tagName) > 0) state.heading = 0;
  box.to = state.segments.length;
  box.end = state.elements.length;
}

function addText(state: State, text: Text): void {
  const blank = /^[\s\u00a0]*$/.test(text.value);
  if (!blank) state.breaks = 0;
  const start = text.position?.start.offset ?? 0;
  const end = text.position?.end.offset ?? start;
  state.inlines.push({
    text,
    start,
    end,
    words: countWords(text.value),
    bold: state.bold > 0,
    link: state.links[state.links.length - 1],
  });
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
  state.inlines.push({ text: undefined, start, end, words: 0, bold: state.bold > 0, link: undefined });
}

function flush(state: State): void {
  const inlines = state.inlines;
  state.inlines = [];
  state.breaks = 0;
  if (inlines.every((inline) => inline.text === undefined || /^[\s\u00a0]*$/.test(inline.text.value))) return;
  for (const lines of partLines(inlines)) state.segments.push(segmentOf(lines, state));
}

/**
 * Single line breaks stay in a paragraph, but a bold line above other text is a heading of its own, and lines that
 * begin with bullets are items.
 */
function partLines(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  if (!inlines.some((inline) => inline.text === undefined)) return [inlines];
  const parts: Inline[][] = [];
  let part: Inline[] = [];
  let boldSoFar = true;
  for (let i = 0; i < inlines.length; i++) {
    const inline = inlines[i] as Inline;
    const shown = inline.text !== undefined && /\S/.test(inline.text.value);
    if (shown && !inline.bold) boldSoFar = false;
    if (inline.text === undefined && part.some((x) => x.text !== undefined)) {
      const after = textAfter(inlines, i);
      if (after !== undefined && ((boldSoFar && !after.bold) || BULLET.test(after.text?.value ?? ''))) {
        parts.push(part);
        part = [];
        boldSoFar = true;
        continue;
      }
    }
    part.push(inline);
  }
  parts.push(part);
  return parts.filter((lines) => lines.some((inline) => /[^\s\u00a0]/.test(inline.text?.value ?? '')));
}

export const BULLET = /^[\s\u00a0]*[•·▪‣◦●○■*–—-][\s\u00a0]/;

function textAfter(inlines: readonly Inline[], from: number): Inline | undefined {
  for (let i = from + 1; i < inlines.length; i++) {
    const inline = inlines[i] as Inline;
    if (inline.text === undefined) return undefined;
    if (/[^\s\u00a0]/.test(inline.text.value)) return inline;
  }
  return undefined;
}

function segmentOf(inlines: readonly Inline[], state: State): Segment {
  let words = 0;
  let linked = 0;
  let bold = 0;
  const parts: string[] = [];
  for (const inline of inlines) {
    const value = inline.text?.value ?? ' ';
    const count = inline.words;
    words += count;
    if (inline.link !== undefined) linked += count;
    if (inline.bold) bold += count;
    parts.push(value);
  }
  const text = parts
    .join('')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const element = state.blocks[state.blocks.length - 1] ?? 0;
  return { inlines, element, heading: state.heading, text, words, linked, bold };
}

function isLink(element: Element): boolean {
  return element.tagName === 'a' && element.properties.href !== undefined;
}

function isBold(element: Element): boolean {
  if (BOLD.has(element.tagName)) return true;
  const style = element.properties.style;
  return typeof style === 'string' && /font-weight\s*:\s*(bold|[6-9]00)/i.test(style);
}
