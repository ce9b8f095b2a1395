import type { PolicyDocument } from '../document/index.js';
import { lastAtOrBefore, type Span } from '../source/index.js';

/** A stretch of a block's text. */
export interface BlockSpan extends Span {
  readonly block: number;
}

/** Leads from the source to the words of the blocks that show it. */
export type Places = (source: Span) => readonly BlockSpan[];

/** Work grows with the number of blocks once, and by its logarithm for each place. */
export function placesIn({ blocks }: PolicyDocument): Places {
  const shown = blocks
    .map(({ index, text, map }) => ({ index, ...map.toSource({ start: 0, end: text.length }) }))
    .sort((a, b) => a.start - b.start);
  const starts = shown.map(({ start }) => start);
  // A block of HTML may stand inside another: how far back one is to look is told by the furthest end so far.
  let furthest = 0;
  const reach = shown.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return ({ start, end }) => {
    const found: BlockSpan[] = [];
    if (shown.length === 0 || end <= (starts[0] as number)) return found;
    for (let i = lastAtOrBefore(starts, end - 1); i >= 0 && (reach[i] as number) > start; i--) {
      const { index, ...source } = shown[i] as (typeof shown)[number];
      const { map } = blocks[index] as (typeof blocks)[number];
      const from = map.toText(Math.max(start, source.start));
      const to = map.toText(Math.min(end, source.end));
      if (from < to) found.push({ block: index, start: from, end: to });
    }
    return found.reverse();
  };
}
