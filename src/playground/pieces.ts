import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** A part of what is shown: HTML that is made anew whole, or an element that stays while what is in it changes. */
export type Piece = string | Holder;

interface Holder {
  readonly open: string;
  readonly inside: readonly Piece[];
  readonly close: string;
  /** Characters of all its HTML. */
  readonly size: number;
}

/** Takes elements apart, so that a page can keep those that stay the same. */
export function piecesOf(elements: readonly ElementContent[], space: 'html' | 'svg' = 'html'): Piece[] {
  return elements.map((element) => pieceOf(element, space));
}

function pieceOf(node: ElementContent, space: 'html' | 'svg'): Piece {
  if (!isHolder(node)) return toHtml(node, { space });
  const close = `</${node.tagName}>`;
  const open = toHtml({ ...node, children: [] }, { space }).slice(0, -close.length);
  const inside = piecesOf(node.children, node.tagName === 'svg' ? 'svg' : space);
  return {
    open,
    inside,
    close,
    size: inside.reduce((sum, piece) => sum + sizeOf(piece), open.length + close.length),
  };
}

/** Whether it holds other elements and nothing else, so that each has a number by which the page finds it. */
function isHolder(node: ElementContent): node is Element {
  return (
    node.type === 'element' &&
    node.children.length > 0 &&
    node.children.every(({ type }) => type === 'element')
  );
}

/** Characters of its HTML. */
export function sizeOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.size;
}

export function htmlOf(piece: Piece): string {
  return typeof piece === 'string'
    ? piece
    : `${piece.open}${piece.inside.map(htmlOf).join('')}${piece.close}`;
}

/** Whether two pieces are the same HTML. */
export function same(a: Piece | undefined, b: Piece | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return (
    a.size === b.size &&
    a.open === b.open &&
    a.inside.length === b.inside.length &&
    a.inside.every((piece, i) => same(piece, b.inside[i]))
  );
}
