/** A stretch of text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a source text: 1-based line, 1-based column in UTF-16 units, 0-based UTF-16 offset. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Where something stands in a source text; `end` is exclusive. */
export interface Position {
  readonly start: Point;
  readonly end: Point;
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
