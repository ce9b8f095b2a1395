import type { Pair } from './pair.js';
import type { Leftovers } from './similar.js';
import type { Unit } from './unit.js';

/** Words or pairs of words that would lead to more candidates than this lead to none: they tell nothing apart. */
const MOST_CANDIDATES_A_WORD = 36;
const CANDIDATES = 6;

interface Posting {
  readonly before: number[];
  readonly after: number[];
}

/** Pairs of one kind that share rare words: for each unit the few that share most. */
export function candidatePairs({ before, after, restBefore, restAfter }: Leftovers): {
  readonly pairs: readonly Pair[];
  readonly steps: number;
} {
  const numberOf = numbering();
  /** By kind, by number of a word or of two words in a row. */
  const index = new Map<string, Map<number, Posting>>();
  let steps = 0;
  for (const i of restBefore) {
    const { kind, words } = before[i] as Unit;
    const postings = index.get(kind) ?? new Map<number, Posting>();
    index.set(kind, postings);
    for (const feature of featuresOf(words, numberOf)) {
      steps++;
      const posting = postings.get(feature);
      if (posting) posting.before.push(i);
      else postings.set(feature, { before: [i], after: [] });
    }
  }
  for (const j of restAfter) {
    const { kind, words } = after[j] as Unit;
    const postings = index.get(kind);
    if (!postings) continue;
    for (const feature of featuresOf(words, numberOf)) {
      steps++;
      postings.get(feature)?.after.push(j);
    }
  }
  const shared = new Map<number, number>();
  for (const postings of index.values()) {
    for (const posting of postings.values()) steps += count(posting, after.length, shared);
  }
  return { pairs: best(shared, after.length), steps };
}

/** Adds what one word or pair of words tells for each pair of units that has it; tells how many pairs those are. */
function count({ before, after }: Posting, width: number, shared: Map<number, number>): number {
  const pairs = before.length * after.length;
  if (pairs === 0 || pairs > MOST_CANDIDATES_A_WORD) return 0;
  const rarity = 1 / (before.length + after.length);
  for (const i of before) {
    for (const j of after) {
      const id = i * width + j;
      shared.set(id, (shared.get(id) ?? 0) + rarity);
    }
  }
  return pairs;
}

/** Numbers words as they come, so that two in a row make one number. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size + 1);
    return numbers.size;
  };
}

/** More words than any text has. */
const WORDS = 2 ** 25;

function featuresOf(words: readonly string[], numberOf: (word: string) => number): Set<number> {
  const features = new Set<number>();
  let last = 0;
  for (const word of words) {
    const number = numberOf(word);
    features.add(number);
    if (last > 0) features.add(last * WORDS + number);
    last = number;
  }
  return features;
}

interface Scored {
  readonly id: number;
  readonly score: number;
}

/** Of each unit's candidates on either side the few that share most with it. */
function best(shared: ReadonlyMap<number, number>, width: number): Pair[] {
  const rows = { before: new Map<number, Scored[]>(), after: new Map<number, Scored[]>() };
  const enter = (list: Map<number, Scored[]>, unit: number, scored: Scored): void => {
    const row = list.get(unit);
    if (row) row.push(scored);
    else list.set(unit, [scored]);
  };
  for (const [id, score] of shared) {
    enter(rows.before, Math.floor(id / width), { id, score });
    enter(rows.after, id % width, { id, score });
  }
  const chosen = new Set<number>();
  for (const list of [...rows.before.values(), ...rows.after.values()]) {
    list.sort((a, b) => b.score - a.score);
    // Equals of the last one stay too, or the sides would not be treated alike.
    const least = list[CANDIDATES - 1]?.score ?? 0;
    for (const { id, score } of list) if (score >= least) chosen.add(id);
  }
  return [...chosen].map((id): Pair => [Math.floor(id / width), id % width]);
}
