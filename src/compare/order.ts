import type { Pair } from './pair.js';

/**
 * Which of the pairs stand in the same order in both texts: a longest run of them that rises on both sides (by patience
 * sorting). The others changed their place.
 */
export function inSameOrder(pairs: readonly Pair[]): Set<Pair> {
  const sorted = [...pairs].sort(([a, x], [b, y]) => a - b || y - x);
  /** The pair that ends the best run of each length, and each pair's predecessor in its run. */
  const ends: Pair[] = [];
  const previous = new Map<Pair, Pair | undefined>();
  for (const pair of sorted) {
    const at = firstNotBelow(ends, pair[1]);
    previous.set(pair, ends[at - 1]);
    ends[at] = pair;
  }
  const kept = new Set<Pair>();
  for (let pair = ends.at(-1); pair; pair = previous.get(pair)) kept.add(pair);
  return kept;
}

function firstNotBelow(ends: readonly Pair[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as Pair)[1] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
