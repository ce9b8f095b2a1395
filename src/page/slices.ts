import type { Element } from 'hast';
import { h } from 'hastscript';

/** Texts of fewer parts are laid out as they are: browsers do so in a moment. */
const MANY = 500;
/** A slice holds so many parts at least, if there are, and then goes on to the next heading. */
const LEAST = 30;
const MOST = 100;

/**
 * A long text in slices that a browser lays out when they are scrolled to (`content-visibility`), so that neither opening a page nor
 * changing a word takes it the time of the whole. Slices begin at headings where there are any: words that change elsewhere leave
 * them as they are.
 */
export function inSlices(parts: readonly Element[]): Element[] {
  if (parts.length < MANY) return [...parts];
  const slices: Element[][] = [[]];
  for (const part of parts) {
    const slice = slices.at(-1) as Element[];
    if (slice.length >= MOST || (slice.length >= LEAST && HEADING.test(part.tagName))) slices.push([part]);
    else slice.push(part);
  }
  return slices.map((slice) => h('div', { className: 'slice' }, slice));
}

const HEADING = /^h[1-6]$/;
