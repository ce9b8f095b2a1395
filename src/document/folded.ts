import { type OffsetMap, type Span, TextBuilder } from '../source/index.js';
import type { Link } from './model.js';
import type { BlockDraft } from './outline.js';

const FOLDABLE = /[\s\u00ad\u200b\u2060\ufeff]/;
/** Seen by no reader: soft hyphen, zero-width space, word joiner, BOM. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;

/**
 * Collects a block's visible text: white space folded to one space and trimmed, invisible characters left out, with
 * the places it came from. Remembers links, a run-in opening and where lines begin.
 */
export interface FoldedText {
  readonly length: number;
  /** Text that the source shows from `start` on, letter by letter. */
  copy(text: string, start: number): void;
  /** Text that stands for other source text as a whole. */
  replace(text: string, start: number, end: number): void;
  /** White space between what came and what comes. */
  space(start: number, end: number): void;
  /** The next visible text begins a line. */
  line(): void;
  link(start: number, target: string): void;
  build(): FoldedDraft;
}

export interface FoldedDraft extends BlockDraft {
  /** Where the text's lines begin; the first is 0. */
  readonly lines: readonly number[];
}

export function foldedText(): FoldedText {
  const builder = new TextBuilder();
  const links: { start: number; end: number; target: string }[] = [];
  const lines = [0];
  let pending: Span | undefined;
  let newLine = false;

  const put = (text: string, start: number, end: number): void => {
    if (builder.length > 0) {
      if (pending !== undefined) builder.add(' ', pending.start, pending.end);
      if (newLine) lines.push(builder.length);
    }
    pending = undefined;
    newLine = false;
    builder.add(text, start, end);
  };
  const space = (start: number, end: number): void => {
    pending = { start: pending?.start ?? start, end };
  };

  return {
    get length() {
      return builder.length;
    },
    copy(text, start) {
      if (!FOLDABLE.test(text)) {
        if (text !== '') put(text, start, start + text.length);
        return;
      }
      for (const part of text.matchAll(
        /[^\s\u00ad\u200b\u2060\ufeff]+(?: [^\s\u00ad\u200b\u2060\ufeff]+)*|\s+/g,
      )) {
        const at = start + part.index;
        if (part[0].trim() === '') space(at, at + part[0].length);
        else put(part[0], at, at + part[0].length);
      }
    },
    replace(text, start, end) {
      if (INVISIBLE.test(text)) return;
      if (text.trim() === '') space(start, end);
      else put(text, start, end);
    },
    space,
    line() {
      newLine = true;
    },
    link(start, target) {
      if (builder.length > start) links.push({ start, end: builder.length, target });
    },
    build() {
      const { text, map } = builder.build();
      return { text, map, links: links.flatMap((link) => linkIn(text, link)), lines };
    },
  };
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
