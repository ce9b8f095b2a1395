import type { Piece } from '../messages.js';

/** Makes an element show pieces, given those it shows. What stays the same is left alone, with its focus, folds and scrolling. */
export function patch(parent: Element, before: readonly Piece[], after: readonly Piece[]): void {
  let start = 0;
  while (start < Math.min(before.length, after.length) && same(before[start], after[start])) start++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    same(before[before.length - 1 - end], after[after.length - 1 - end])
  )
    end++;
  const gone = Array.from(parent.children).slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  const next = parent.children[before.length - end] ?? null;
  for (const [i, element] of gone.entries()) {
    const [old, now] = [before[start + i], come[i]];
    if (now === undefined) element.remove();
    else if (typeof old === 'object' && typeof now === 'object' && old.open === now.open)
      patch(element, old.inside, now.inside);
    else element.replaceWith(made(now));
  }
  for (const piece of come.slice(gone.length)) parent.insertBefore(made(piece), next);
}

function same(a: Piece | undefined, b: Piece | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return (
    a.open === b.open &&
    a.inside.length === b.inside.length &&
    a.inside.every((piece, i) => same(piece, b.inside[i]))
  );
}

/** An element of a piece. The worker built it of a few known elements and escaped all text, as for a page that is saved. */
function made(piece: Piece): Element {
  const template = document.createElement('template');
  template.innerHTML = typeof piece === 'string' ? piece : piece.open;
  const element = template.content.firstElementChild as Element;
  if (typeof piece === 'object') element.append(...piece.inside.map(made));
  return element;
}
