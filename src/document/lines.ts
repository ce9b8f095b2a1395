import { type FoldedDraft, FoldedText, sliceDraft } from './folded.js';
import type { BlockDraft, Outline } from './outline.js';
import { isStrongBullet, markerLength } from './shape.js';

/** A draft that knows where its lines begin. */
export type LinedDraft = BlockDraft & { readonly lines: readonly number[] };

/**
 * Hands paragraphs to the outline, telling lines that begin with a bullet or "(a)" as items of a list. Such lines may
 * stand in one paragraph or in paragraphs of their own: their list stays open until `end` or other text.
 */
export interface LineReader {
  emit(draft: LinedDraft): void;
  end(): void;
}

export function lineReader(outline: Outline): LineReader {
  let open = false;
  const end = (): void => {
    if (open) outline.closeList();
    open = false;
  };
  const item = (draft: BlockDraft): void => {
    if (!open) outline.openList();
    open = true;
    outline.openItem();
    outline.paragraph(draft);
    outline.closeItem();
  };
  return {
    emit(draft) {
      const marked = markedLines(draft);
      if (marked.length === 0 || marked[0] !== 0) end();
      if (marked.length === 0) {
        outline.paragraph(draft);
        return;
      }
      if (marked[0] !== 0) outline.paragraph(sliceDraft(draft, 0, marked[0] as number));
      marked.forEach((start, i) => {
        const from = start + markerLength(lineAt(draft.text, start));
        item(sliceDraft(draft, from, marked[i + 1] ?? draft.text.length));
      });
    },
    end,
  };
}

/** Most lines: no marker begins with two letters but roman numbers, which mark nothing on a line of their own. */
const BEGINS_WORD = /^\p{L}[\p{L} ]/u;

/** Starts of the lines that are items: several that begin with a marker, or one with a sign that only lists use. */
function markedLines({ text, lines }: LinedDraft): number[] {
  if (lines.length === 1 && BEGINS_WORD.test(text) && !text.includes(' • ')) return [];
  const starts = text.includes(' • ') ? withInnerBullets(text, lines) : lines;
  const marked = starts.filter((start) => markerLength(lineAt(text, start)) > 0);
  if (marked.length >= 2) return marked;
  const [only] = marked;
  if (only === undefined) return [];
  const led = only > 0 && text.charAt(only - 2) === ':';
  return isStrongBullet(lineAt(text, only)) && (only === 0 || led) ? marked : [];
}

function withInnerBullets(text: string, lines: readonly number[]): number[] {
  const starts = new Set(lines);
  for (const match of text.matchAll(/(?<= )• /g)) starts.add(match.index);
  return [...starts].sort((a, b) => a - b);
}

/** Enough of a line to see its marker. */
function lineAt(text: string, start: number): string {
  return text.slice(start, start + 16);
}

/** The lines from an offset on, which must be a line's start. */
export function sliceLines(draft: LinedDraft, from: number): LinedDraft {
  const lines = draft.lines.filter((line) => line >= from).map((line) => line - from);
  return { ...sliceDraft(draft, from, draft.text.length), lines };
}

/** Reads the source between two offsets as plain paragraphs, parted by blank lines. */
export function readLines(reader: LineReader, source: string, start: number, end: number): void {
  for (const paragraph of paragraphsOf(source, start, end)) reader.emit(foldLines(source, paragraph));
}

export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The paragraphs between two offsets: their lines without margins; blank lines part them. */
export function paragraphsOf(source: string, start: number, end: number): Line[][] {
  const paragraphs: Line[][] = [];
  let lines: Line[] = [];
  for (const match of source.slice(start, end).matchAll(/[^\r\n]+|\r\n|[\r\n]/g)) {
    const line = trimmed(source, start + match.index, start + match.index + match[0].length);
    if (line !== undefined) {
      lines.push(line);
    } else if (/[^\r\n]/.test(match[0]) || followsLineEnd(source, start + match.index, start)) {
      if (lines.length > 0) paragraphs.push(lines);
      lines = [];
    }
  }
  if (lines.length > 0) paragraphs.push(lines);
  return paragraphs;
}

/** Whether a line end stands right behind another: the line between is empty. */
function followsLineEnd(source: string, at: number, start: number): boolean {
  return at > start && /[\r\n]/.test(source.charAt(at - 1));
}

function trimmed(source: string, from: number, to: number): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && isMargin(source.charCodeAt(start))) start++;
  while (end > start && isMargin(source.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

function isMargin(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x3000;
}

/** Some lines of one paragraph as a draft. */
export function foldLines(source: string, lines: readonly Line[]): FoldedDraft {
  const out = new FoldedText();
  let before: Line | undefined;
  for (const line of lines) {
    if (before !== undefined) out.space(before.end, line.start);
    out.line();
    out.copy(source.slice(line.start, line.end), line.start);
    before = line;
  }
  return out.build();
}
