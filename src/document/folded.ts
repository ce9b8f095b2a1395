import { type OffsetMap, type Span, TextBuilder, unitAt } from '../source/index.js';
import type { Link } from './model.js';
import type { BlockDraft } from './outline.js';

/** Seen by no reader: soft hyphen, zero-width space, word joiner, BOM. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const ODD = /[\s\u00ad\u200b\u2060]/;
const PARTS = /[^\s\u00ad\u200b\u2060]+(?: [^\s\u00ad\u200b\u2060]+)*|\s+/g;

export interface FoldedDraft extends BlockDraft {
  /** Where the text's lines begin; the first is 0. */
  readonly lines: readonly number[];
}

const ONE_LINE: readonly number[] = [0];
const NO_LINKS: readonly Link[] = [];

/**
 * Collects a block's visible text: white space folded to one space and trimmed, invisible characters left out, with
 * the places it came from. Remembers links and where lines begin.
 */
export class FoldedText {
  private readonly builder = new TextBuilder();
  private links: { start: number; end: number; target: string }[] | undefined;
  private lines: number[] | undefined;
  /** White space met since the last visible text: source offsets, -1 if there was none. */
  private spaceStart = -1;
  private spaceEnd = -1;
  private newLine = false;

  get length(): number {
    return this.builder.length;
  }

  /** Text that the source shows from `start` on, letter by letter. */
  copy(text: string, start: number): void {
    if (!isPlain(text)) {
      for (const part of text.matchAll(PARTS)) this.copyPart(part[0], start + part.index);
      return;
    }
    const first = text.startsWith(' ') ? 1 : 0;
    const last = text.length > first && text.endsWith(' ') ? text.length - 1 : text.length;
    if (first > 0) this.space(start, start + 1);
    if (last > first) this.put(text.slice(first, last), start + first, start + last);
    if (last < text.length) this.space(start + last, start + text.length);
  }

  private copyPart(part: string, at: number): void {
    if (part.trim() !== '') this.put(part, at, at + part.length);
    else if (!/^\ufeff+$/.test(part)) this.space(at, at + part.length);
  }

  /** Text that stands for other source text as a whole. */
  replace(text: string, start: number, end: number): void {
    if (INVISIBLE.test(text)) return;
    if (text.trim() === '') this.space(start, end);
    else this.put(text, start, end);
  }

  /** White space between what came and what comes. */
  space(start: number, end: number): void {
    if (this.spaceStart < 0) this.spaceStart = start;
    this.spaceEnd = end;
  }

  /** The next visible text begins a line. */
  line(): void {
    this.newLine = true;
  }

  /** What was added since the text had the length `start` is a link. */
  link(start: number, target: string): void {
    if (this.length > start) {
      this.links ??= [];
      this.links.push({ start, end: this.length, target });
    }
  }

  build(): FoldedDraft {
    const { text, map } = this.builder.build();
    const links = this.links?.flatMap((link) => linkIn(text, link)) ?? NO_LINKS;
    return { text, map, links, lines: this.lines ?? ONE_LINE };
  }

  private put(text: string, start: number, end: number): void {
    const { builder } = this;
    if (builder.length > 0) {
      if (this.spaceStart >= 0) builder.add(' ', this.spaceStart, this.spaceEnd);
      if (this.newLine) {
        this.lines ??= [0];
        this.lines.push(builder.length);
      }
    }
    this.spaceStart = -1;
    this.newLine = false;
    builder.add(text, start, end);
  }
}

/** Whether a text has no white space but single spaces, and nothing invisible. A loop: faster than any pattern. */
function isPlain(text: string): boolean {
  let before = 0;
  for (let i = 0, { length } = text; i < length; i++) {
    const code = unitAt(text, i);
    if (code <= 32) {
      if (code === before || (code !== 32 && code >= 9 && code <= 13)) return false;
    } else if (code >= 0xa0 && ODD.test(text.charAt(i))) return false;
    before = code;
  }
  return true;
}

function linkIn(
  text: string,
  { start, end, target }: { start: number; end: number; target: string },
): Link[] {
  const first = text.charAt(start) === ' ' ? start + 1 : start;
  return first < end ? [{ span: { start: first, end }, text: text.slice(first, end), target }] : [];
}

/** The part of a draft between two text offsets, trimmed, as a draft of its own. */
export function sliceDraft(draft: BlockDraft, from: number, to: number): BlockDraft {
  const raw = draft.text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const text = raw.trim();
  const end = start + text.length;
  const shift = ({ start: a, end: b }: Span): Span => ({ start: a - start, end: b - start });
  const within = (span: Span): boolean => span.start >= start && span.end <= end;
  const map: OffsetMap = {
    toSource: (span) =>
      draft.map.toSource({
        start: Math.min(span.start, text.length) + start,
        end: Math.min(span.end, text.length) + start,
      }),
    toText: (offset) => Math.max(0, Math.min(draft.map.toText(offset) - start, text.length)),
  };
  const links = draft.links.filter((link) => within(link.span)).map((l) => ({ ...l, span: shift(l.span) }));
  const label = draft.label !== undefined && within(draft.label) ? shift(draft.label) : undefined;
  return { text, map, links, label };
}
