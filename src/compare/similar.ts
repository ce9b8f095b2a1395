import { candidatePairs } from './candidates.js';
import { gapsBetween } from './gaps.js';
import type { Pair } from './pair.js';
import type { Unit } from './unit.js';

/** Two texts and the indexes of those of their units that have no equal in the other. */
export interface Leftovers {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  readonly restBefore: readonly number[];
  readonly restAfter: readonly number[];
}

export interface Similar {
  readonly reworded: readonly Pair[];
  /** Those of them that are paired for their place more than for their words. */
  readonly loose: ReadonlySet<Pair>;
  readonly parts: readonly Pair[];
  readonly steps: number;
}

/** Least likeness of two wordings of one statement; under the same heading a little less will do. */
const LEAST_LIKENESS = 0.5;
const SAME_HEADING = 0.08;
/** Least likeness of two that stand between the same neighbours; of the only two of their kind there less will do. */
const LEAST_BETWEEN = 0.4;
const LEAST_ALONE = 0.3;
/** Few words are soon alike. */
const FEW_WORDS = 5;
const LEAST_OF_FEW = 0.75;
/** Share of a unit's words that must stand in another for it to be a part of it. */
const PART = 0.85;
interface Candidate {
  readonly pair: Pair;
  readonly likeness: number;
  /** Share of the shorter unit's words that the other has too. */
  readonly containment: number;
}

/**
 * Pairs units of one kind by the words they share, the most alike first; then, less strictly, what stands between the same
 * neighbours. Candidates come from an index of rare words and pairs of words and from short gaps, never from trying all with
 * all, so the work grows with the number of words. `same` are the pairs known before.
 */
export function similarPairs(leftovers: Leftovers, same: readonly Pair[]): Similar {
  const { before, after } = leftovers;
  const { pack, weightOf } = packer(before, after);
  const judged = (pairs: readonly Pair[]): Candidate[] =>
    pairs.map((pair) => judge(pair, pack(before[pair[0]] as Unit), pack(after[pair[1]] as Unit), weightOf));
  const { pairs, steps } = candidatePairs(leftovers);
  const alike = judged(pairs);
  const isAlike = ({ pair: [i, j], likeness }: Candidate, least: number): boolean =>
    likeness >= least &&
    (likeness >= LEAST_OF_FEW ||
      Math.min((before[i] as Unit).words.length, (after[j] as Unit).words.length) > FEW_WORDS);
  const first = greedy(alike.filter((candidate) => isAlike(candidate, LEAST_LIKENESS)));
  const gaps = gapsBetween([...same, ...first], before.length, after.length);
  const free = {
    before: without(leftovers.restBefore, first, 0),
    after: without(leftovers.restAfter, first, 1),
  };
  const freeBefore = new Set(free.before);
  const freeAfter = new Set(free.after);
  const neighbours = judged(
    gaps.pairs(free.before, free.after, (i, j) => before[i]?.kind === after[j]?.kind),
  );
  const alone = onlyOnes(neighbours);
  const between = greedy(
    [...alike, ...neighbours].filter(
      (candidate) =>
        isAlike(candidate, alone(candidate.pair) ? LEAST_ALONE : LEAST_BETWEEN) &&
        freeBefore.has(candidate.pair[0]) &&
        freeAfter.has(candidate.pair[1]) &&
        gaps.together(...candidate.pair),
    ),
  );
  const reworded = [...first, ...between].sort(([a], [b]) => a - b);
  const looks = [...alike, ...neighbours].reduce((sum, { pair }) => sum + sizeOf(pair, before, after), 0);
  return { reworded, loose: new Set(between), parts: partsOf(alike, reworded), steps: steps + looks };
}

/** Tells whether neither of a pair has a second partner among the candidates. */
function onlyOnes(candidates: readonly Candidate[]): (pair: Pair) => boolean {
  const partners = [
    countsOf(candidates.map(({ pair }) => pair[0])),
    countsOf(candidates.map(({ pair }) => pair[1])),
  ];
  return ([i, j]) => partners[0]?.get(i) === 1 && partners[1]?.get(j) === 1;
}

function without(all: readonly number[], pairs: readonly Pair[], side: 0 | 1): number[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return all.filter((i) => !taken.has(i));
}

function sizeOf([i, j]: Pair, before: readonly Unit[], after: readonly Unit[]): number {
  return (before[i] as Unit).words.length + (after[j] as Unit).words.length;
}

interface Bag {
  readonly unit: Unit;
  /** By word, how often it stands in the unit. */
  readonly counts: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** The words of units by weight: a word weighs more the fewer units have it. Each bag is packed once, when it is asked for. */
function packer(before: readonly Unit[], after: readonly Unit[]): Packer {
  const counts = new Map<string, number>();
  for (const units of [before, after]) {
    for (const { words } of units)
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const total = before.length + after.length;
  const weights = new Map<string, number>();
  for (const [word, count] of counts) weights.set(word, Math.log(1 + total / count));
  const weightOf = (word: string): number => weights.get(word) ?? 0;
  const packed = new Map<Unit, Bag>();
  const pack = (unit: Unit): Bag => {
    const known = packed.get(unit);
    if (known) return known;
    const bag = { unit, counts: countsOf(unit.words), weight: sum(unit.words.map(weightOf)) };
    packed.set(unit, bag);
    return bag;
  };
  return { pack, weightOf };
}

interface Packer {
  pack(unit: Unit): Bag;
  weightOf(word: string): number;
}

function countsOf<T>(all: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function judge(pair: Pair, a: Bag, b: Bag, weightOf: (word: string) => number): Candidate {
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, count] of few.counts) {
    const other = many.counts.get(word);
    if (other !== undefined) common += Math.min(count, other) * weightOf(word);
  }
  const both = a.weight + b.weight;
  const bonus = a.unit.section === b.unit.section ? SAME_HEADING : 0;
  return {
    pair,
    likeness: both === 0 ? 0 : (2 * common) / both + bonus,
    containment: common / Math.max(Math.min(a.weight, b.weight), Number.MIN_VALUE),
  };
}

/** One to one, the most alike first; of equals those at like places, which is the same from both sides. */
function greedy(candidates: readonly Candidate[]): Pair[] {
  const places = ({ pair: [i, j] }: Candidate): readonly [number, number] => [Math.abs(i - j), i + j];
  const sorted = [...candidates].sort((a, b) => {
    const [offA, sumA] = places(a);
    const [offB, sumB] = places(b);
    // Sums of weights differ in their last digits with the order of words.
    const closer = Math.round((b.likeness - a.likeness) * 1e6);
    return closer || offA - offB || sumA - sumB;
  });
  const takenBefore = new Set<number>();
  const takenAfter = new Set<number>();
  const pairs: Pair[] = [];
  for (const { pair } of sorted) {
    if (takenBefore.has(pair[0]) || takenAfter.has(pair[1])) continue;
    takenBefore.add(pair[0]);
    takenAfter.add(pair[1]);
    pairs.push(pair);
  }
  return pairs.sort(([a], [b]) => a - b);
}

/** Units that were left and whose words stand in a unit that has a partner already. */
function partsOf(candidates: readonly Candidate[], reworded: readonly Pair[]): Pair[] {
  const takenBefore = new Set(reworded.map(([i]) => i));
  const takenAfter = new Set(reworded.map(([, j]) => j));
  return greedyParts(
    candidates.filter(
      ({ pair: [i, j], containment }) => containment >= PART && takenBefore.has(i) !== takenAfter.has(j),
    ),
    takenBefore,
  );
}

/** Each unit is a part of one other at most; one other may have many parts. */
function greedyParts(candidates: readonly Candidate[], takenBefore: ReadonlySet<number>): Pair[] {
  const placed = new Set<string>();
  return [...candidates]
    .sort((a, b) => Math.round((b.likeness - a.likeness) * 1e6))
    .filter(({ pair: [i, j] }) => {
      const part = takenBefore.has(i) ? `a${j}` : `b${i}`;
      return !placed.has(part) && placed.add(part);
    })
    .map(({ pair }) => pair)
    .sort(([a], [b]) => a - b);
}
