import { inSameOrder } from './order.js';
import type { Pair, Pairing } from './pair.js';
import type { Unit } from './unit.js';

/** How paired units stand to each other in place. */
export interface Moves {
  /** Pairs that keep their order. */
  readonly ordered: ReadonlySet<Pair>;
  moved(pair: Pair): boolean;
}

/**
 * Moved is what stands in another order, or under a heading that was there before under another one that is still there. A
 * heading that is new, gone or renamed moves nothing.
 */
export function movesOf({ same, reworded }: Pairing, before: readonly Unit[], after: readonly Unit[]): Moves {
  const ordered = inSameOrder([...same, ...reworded]);
  const headingsBefore = new Set(before.map(({ section }) => section));
  const headingsAfter = new Set(after.map(({ section }) => section));
  return {
    ordered,
    moved: (pair) => {
      if (!ordered.has(pair)) return true;
      const from = before[pair[0]]?.section ?? '';
      const to = after[pair[1]]?.section ?? '';
      return from !== to && headingsAfter.has(from) && headingsBefore.has(to);
    },
  };
}
