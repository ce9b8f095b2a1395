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

/** By what equal units are paired, one after the other: the text around them tells those of them apart that stand more than once. */
const NAMINGS: readonly ((around: Around) => string)[] = [
  ({ last, own, next, section }) => `${own} ${last} ${next} ${section}`,
  ({ last, own, section }) => `${own} ${last} ${section}`,
  ({ own, next, section }) => `${own} ${next} ${section}`,
  ({ own, section }) => `${own} ${section}`,
  ({ last, own }) => `${own} ${last}`,
  ({ own, next }) => `${own} ${next}`,
  ({ own }) => `${own}`,
];

/** Numbers of the texts of a unit, of those beside it, and of its heading. */
interface Around {
  readonly own: number;
  readonly last: number;
  readonly next: number;
  readonly section: number;
}

/** Pairs equal units: those with the same neighbours under the same heading first, those in the same words alone last. */
function samePairs(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const aroundBefore = aroundEach(before, numberOf);
  const aroundAfter = aroundEach(after, numberOf);
  const pairs: Pair[] = [];
  for (const nameOf of NAMINGS) {
    const restBefore = rest(before.length, pairs, 0);
    const restAfter = rest(after.length, pairs, 1);
    const found = inOrder(
      restBefore.map((i) => nameOf(aroundBefore[i] as Around)),
      restAfter.map((j) => nameOf(aroundAfter[j] as Around)),
    );
    for (const [i, j] of found) pairs.push([restBefore[i] as number, restAfter[j] as number]);
  }
  return pairs.sort(([a], [b]) => a - b);
}

function aroundEach(units: readonly Unit[], numberOf: (text: string) => number): Around[] {
  const own = units.map(({ key }) => numberOf(key));
  return units.map(({ section }, i) => ({
    own: own[i] as number,
    last: own[i - 1] ?? -1,
    next: own[i + 1] ?? -1,
    section: numberOf(`\n${section}`),
  }));
}

/** The first of a name with the first of that name, the second with the second. */
function inOrder(before: readonly string[], after: readonly string[]): Pair[] {
  const waiting = new Map<string, number[]>();
  for (const [j, name] of after.entries()) {
    const queue = waiting.get(name);
    if (queue) queue.push(j);
    else waiting.set(name, [j]);
  }
  // From the end, so that the first can be taken off the end.
  for (const queue of waiting.values()) queue.reverse();
  return before.flatMap((name, i): Pair[] => {
    const j = waiting.get(name)?.pop();
    return j === undefined ? [] : [[i, j]];
  });
}
