import { inSameOrder } from './order.js';
import type { Pair } from './pair.js';

/** The stretches between what stands in the same order in both texts. */
export interface Gaps {
  /** Whether two units stand in the same stretch. */
  together(before: number, after: number): boolean;
  /** All pairs of the units given that stand in the same stretch and are of one kind, where it is short. */
  pairs(
    before: readonly number[],
    after: readonly number[],
    sameKind: (i: number, j: number) => boolean,
  ): Pair[];
}

/** More pairs than this are not tried in one stretch. */
const MOST_PAIRS = 64;

export function gapsBetween(pairs: readonly Pair[], sizeBefore: number, sizeAfter: number): Gaps {
  const anchors = anchorsOf(pairs);
  const gapBefore = numbered(sizeBefore, new Set(anchors.map(([i]) => i)));
  const gapAfter = numbered(sizeAfter, new Set(anchors.map(([, j]) => j)));
  return {
    together: (i, j) => gapBefore[i] === gapAfter[j],
    pairs: (before, after, sameKind) => {
      const inGap = new Map<number, number[]>();
      for (const j of after) {
        const gap = gapAfter[j] as number;
        const list = inGap.get(gap);
        if (list) list.push(j);
        else inGap.set(gap, [j]);
      }
      const counts = new Map<number, number>();
      for (const i of before)
        counts.set(gapBefore[i] as number, (counts.get(gapBefore[i] as number) ?? 0) + 1);
      return before.flatMap((i) => {
        const gap = gapBefore[i] as number;
        const others = inGap.get(gap) ?? [];
        if (others.length * (counts.get(gap) ?? 0) > MOST_PAIRS) return [];
        return others.filter((j) => sameKind(i, j)).map((j): Pair => [i, j]);
      });
    },
  };
}

/** What keeps its order seen from either text: of two runs of one length each side might choose another. */
function anchorsOf(pairs: readonly Pair[]): Pair[] {
  const flipped = new Map(pairs.map((pair): [Pair, Pair] => [[pair[1], pair[0]], pair]));
  const fromAfter = new Set([...inSameOrder([...flipped.keys()])].map((pair) => flipped.get(pair)));
  return [...inSameOrder(pairs)].filter((pair) => fromAfter.has(pair));
}

/** For each unit the number of anchors before it. */
function numbered(size: number, anchors: ReadonlySet<number>): number[] {
  let gap = 0;
  return Array.from({ length: size }, (_, i) => (anchors.has(i) ? ++gap : gap));
}
