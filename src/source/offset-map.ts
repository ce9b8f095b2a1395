import { lastAtOrBefore } from './source-text.js';
import type { Span } from './span.js';

/**
 * Maps offsets in a block's visible text to offsets in the source. The text is a run of pieces; a piece is
 * either copied from the source letter by letter, or stands for other source text as a whole (an entity, an
 * escape, folded white space): its inside maps to its source ends.
 */
export interface OffsetMap {
  /** The smallest source span that shows the words of a text span. An empty span maps to an empty span. */
  toSource(span: Span): Span;
  /** The text offset shown at a source offset; offsets between pieces go to the next piece's start. */
  toText(sourceOffset: number): number;
}

/** Collects a block's visible text and the places it came from, in order. */
export class TextBuilder {
  private readonly parts: string[] = [];
  private readonly textStarts: number[] = [];
  private readonly sourceStarts: number[] = [];
  private readonly sourceEnds: number[] = [];
  private size = 0;

  /** Length of the text so far, in UTF-16 units. */
  get length(): number {
    return this.size;
  }

  /** Appends text that the source shows between two offsets; equal lengths are taken as letter by letter. */
  add(text: string, sourceStart: number, sourceEnd: number): void {
    if (text === '') return;
    const last = this.textStarts.length - 1;
    const copied = text.length === sourceEnd - sourceStart;
    if (copied && last >= 0 && this.sourceEnds[last] === sourceStart && this.isCopied(last)) {
      this.sourceEnds[last] = sourceEnd;
    } else {
      this.textStarts.push(this.size);
      this.sourceStarts.push(sourceStart);
      this.sourceEnds.push(sourceEnd);
    }
    this.parts.push(text);
    this.size += text.length;
  }

  private isCopied(piece: number): boolean {
    const start = this.textStarts[piece] as number;
    return this.size - start === (this.sourceEnds[piece] as number) - (this.sourceStarts[piece] as number);
  }

  build(): { text: string; map: OffsetMap } {
    return {
      text: this.parts.join(''),
      map: pieceMap(this.size, this.textStarts, this.sourceStarts, this.sourceEnds),
    };
  }
}

function pieceMap(
  size: number,
  textStarts: readonly number[],
  sourceStarts: readonly number[],
  sourceEnds: readonly number[],
): OffsetMap {
  const textEnd = (piece: number): number => textStarts[piece + 1] ?? size;
  const copied = (piece: number): boolean =>
    textEnd(piece) - (textStarts[piece] as number) ===
    (sourceEnds[piece] as number) - (sourceStarts[piece] as number);
  const from = (offset: number): number => {
    const piece = lastAtOrBefore(textStarts, offset);
    const base = sourceStarts[piece] as number;
    return copied(piece) ? base + offset - (textStarts[piece] as number) : base;
  };
  const to = (offset: number): number => {
    const piece = lastAtOrBefore(textStarts, offset - 1);
    const end = sourceEnds[piece] as number;
    return copied(piece) ? end - (textEnd(piece) - offset) : end;
  };
  return {
    toSource({ start, end }) {
      if (size === 0) return { start: 0, end: 0 };
      const first = from(Math.min(start, size - 1));
      return start >= end ? { start: first, end: first } : { start: first, end: to(Math.min(end, size)) };
    },
    toText(sourceOffset) {
      if (size === 0 || sourceOffset < (sourceStarts[0] as number)) return 0;
      const piece = lastAtOrBefore(sourceStarts, sourceOffset);
      const start = textStarts[piece] as number;
      if (sourceOffset >= (sourceEnds[piece] as number)) return textEnd(piece);
      return copied(piece) ? start + sourceOffset - (sourceStarts[piece] as number) : start;
    },
  };
}
