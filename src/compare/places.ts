import { lastAtOrBefore } from '../source/index.js';
import type { Pair } from './pair.js';
import type { Near, Place } from './schema.js';

/** What has a place in a text. */
export interface Located {
  readonly quote: string;
  readonly section: readonly string[];
  readonly position?: NonNullable<Near> | undefined;
}

export function placeOf({ quote, section, position }: Located): Place {
  return { quote, section: [...section], ...(position ? { position } : {}) };
}

/** Finds for words that stand in one text alone where the other would have them. */
export interface Places {
  /** For words of the text before: a place in the text after. */
  inAfter(words: Located): Near;
  /** For words of the text after: a place in the text before. */
  inBefore(words: Located): Near;
}

/** What stands in the same order in both texts marks the places between. */
export function placesBy(
  before: readonly Located[],
  after: readonly Located[],
  ordered: ReadonlySet<Pair>,
): Places {
  const pairs = [...ordered].sort(([a], [b]) => a - b);
  const marksBefore = pairs.map(([i]) => before[i]?.position);
  const marksAfter = pairs.map(([, j]) => after[j]?.position);
  return { inAfter: lookup(marksBefore, marksAfter), inBefore: lookup(marksAfter, marksBefore) };
}

/** The mark in the other text that answers to the last one before some words; the first if there is none. */
function lookup(own: readonly Near[], others: readonly Near[]): (words: Located) => Near {
  const starts = own.map((mark) => mark?.start.offset ?? 0);
  return ({ position }) => {
    if (!position || starts.length === 0) return undefined;
    const offset = Math.max(position.start.offset - 1, starts[0] as number);
    return others[lastAtOrBefore(starts, offset)];
  };
}
