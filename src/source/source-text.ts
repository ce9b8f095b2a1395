import type { Point, Position, Span } from './span.js';
import { unitAt } from './unit-at.js';

/** A text under review, as the user's file has it (decoded, otherwise untouched; a BOM is kept). */
export interface SourceText {
  readonly path: string | undefined;
  readonly text: string;
  /** Line and column of a UTF-16 offset; offsets past the end are clamped. */
  pointAt(offset: number): Point;
  positionOf(span: Span): Position;
}

/** Wraps a text; line ends are `\n`, `\r\n` and a lone `\r`. The line index is built on first use. */
export function sourceText(text: string, path?: string): SourceText {
  let starts: readonly number[] | undefined;
  const pointAt = (at: number): Point => {
    starts ??= lineStarts(text);
    const offset = Math.max(0, Math.min(at, text.length));
    const line = lastAtOrBefore(starts, offset);
    return { line: line + 1, column: offset - (starts[line] as number) + 1, offset };
  };
  return {
    path,
    text,
    pointAt,
    positionOf: (span) => ({ start: pointAt(span.start), end: pointAt(span.end) }),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0, { length } = text; i < length; i++) {
    const code = unitAt(text, i);
    if (code === 10 || (code === 13 && unitAt(text, i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Index of the last element that is not greater than `value`; `sorted[0]` must be. */
export function lastAtOrBefore(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
