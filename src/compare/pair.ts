import { similarPairs } from './similar.js';
import type { Unit } from './unit.js';

/** Index in the text before, index in the text after. */
export type Pair = readonly [before: number, after: number];

/** How the units of two texts belong together. Swapping the texts swaps the sides and nothing else. */
export interface Pairing {
  /** In the same words. */
  readonly same: readonly Pair[];
  /** In other words; one to one. */
  readonly reworded: readonly Pair[];
  /** Those of them that are paired for their place more than for their words. */
  readonly loose: ReadonlySet<Pair>;
  /** Further units that one of a pair was split into or merged from: their words all stand in its partner. */
  readonly parts: readonly Pair[];
  readonly onlyBefore: readonly number[];
  readonly onlyAfter: readonly number[];
  /** Looks at words and candidates, to see that the work grows with the texts and not with their product. */
  readonly steps: number;
}

/** Pairs what is the same, then what is similar. */
export function pairUnits(before: readonly Unit[], after: readonly Unit[]): Pairing {
  const same = samePairs(before, after);
  const restBefore = rest(before.length, same, 0);
  const restAfter = rest(after.length, same, 1);
  const { reworded, loose, parts, steps } = similarPairs({ before, after, restBefore, restAfter }, same);
  const paired = [...reworded, ...parts];
  return {
    same,
    reworded,
    loose,
    parts,
    onlyBefore: minus(restBefore, paired, 0),
    onlyAfter: minus(restAfter, paired, 1),
    steps: steps + before.length + after.length,
  };
}

function rest(length: number, pairs: readonly Pair[], side: 0 | 1): number[] {
  return minus(
    Array.from({ length }, (_, i) => i),
    pairs,
    side,
  );
}

function minus(all: readonly number[], pairs: readonly Pair[], side: 0 | 1): number[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return all.filter((i) => !taken.has(i));
}

/** Pairs equal units: those under the same heading first, then the others, each in order. */
function samePairs(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const inSection = inOrder(before, after, ({ key, section }) => `${key}\n${section}`);
  const restBefore = rest(before.length, inSection, 0);
  const restAfter = rest(after.length, inSection, 1);
  const elsewhere = inOrder(
    restBefore.map((i) => before[i] as Unit),
    restAfter.map((i) => after[i] as Unit),
    ({ key }) => key,
  );
  return [
    ...inSection,
    ...elsewhere.map(([i, j]): Pair => [restBefore[i] as number, restAfter[j] as number]),
  ].sort(([a], [b]) => a - b);
}

/** The first of a name with the first of that name, the second with the second. */
function inOrder(before: readonly Unit[], after: readonly Unit[], nameOf: (unit: Unit) => string): Pair[] {
  const waiting = new Map<string, number[]>();
  for (const [j, unit] of after.entries()) {
    const name = nameOf(unit);
    const queue = waiting.get(name);
    if (queue) queue.push(j);
    else waiting.set(name, [j]);
  }
  // From the end, so that the first can be taken off the end.
  for (const queue of waiting.values()) queue.reverse();
  return before.flatMap((unit, i): Pair[] => {
    const j = waiting.get(nameOf(unit))?.pop();
    return j === undefined ? [] : [[i, j]];
  });
}
