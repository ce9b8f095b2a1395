import type { Span } from '../source/index.js';

/** A stretch of text that something is drawn around, or a piece of one that others cut. */
export interface Piece<T> extends Span {
  readonly mark: T;
  /** Whether the mark begins and ends with this piece. */
  readonly first: boolean;
  readonly last: boolean;
}

/** How text and what is drawn around it become nodes. */
export interface Drawing<T, Node> {
  text(span: Span): readonly Node[];
  around(piece: Piece<T>, inside: readonly Node[]): readonly Node[];
}

/** The outer before the inner. */
function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Draws marks around a stretch of text as a tree. A mark that reaches beyond one begun before it is cut there, as elements cannot
 * overlap. Every character of the span is drawn once and in order.
 */
export function nest<T, Node>(
  span: Span,
  pieces: readonly Piece<T>[],
  drawing: Drawing<T, Node>,
): readonly Node[] {
  const nodes: Node[] = [];
  /** What is still to be drawn, the next one at the end. */
  const waiting = [...pieces].sort(inOrder).reverse();
  let at = span.start;
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    const { end } = piece;
    const inside: Piece<T>[] = [];
    const beyond: Piece<T>[] = [];
    for (let next = waiting.at(-1); next && next.start < end; next = waiting.at(-1)) {
      waiting.pop();
      if (next.end <= end) inside.push(next);
      else {
        inside.push({ ...next, end, last: false });
        beyond.push({ ...next, start: end, first: false });
      }
    }
    waiting.push(...beyond.sort(inOrder).reverse());
    if (at < piece.start) nodes.push(...drawing.text({ start: at, end: piece.start }));
    nodes.push(...drawing.around(piece, nest(piece, inside, drawing)));
    at = end;
  }
  if (at < span.end) nodes.push(...drawing.text({ start: at, end: span.end }));
  return nodes;
}
