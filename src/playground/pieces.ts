import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Piece } from './messages.js';

/** Deep enough for single paragraphs of a policy and single cards: main, column, group, list. */
const DEEPEST = 5;
const HOLDERS: ReadonlySet<string> = new Set(['div', 'section', 'article', 'aside', 'ol', 'ul']);

/** Takes elements apart, so that a page can keep those that stay the same. */
export function piecesOf(elements: readonly ElementContent[], depth = 0): Piece[] {
  return elements.map((element) => pieceOf(element, depth));
}

function pieceOf(node: ElementContent, depth: number): Piece {
  if (depth >= DEEPEST || !isHolder(node)) return toHtml(node);
  return {
    open: toHtml({ ...node, children: [] }),
    inside: piecesOf(node.children, depth + 1),
  };
}

/** Whether it holds other elements and nothing else. */
function isHolder(node: ElementContent): node is Element {
  return (
    node.type === 'element' &&
    HOLDERS.has(node.tagName) &&
    node.children.length > 0 &&
    node.children.every(({ type }) => type === 'element')
  );
}
