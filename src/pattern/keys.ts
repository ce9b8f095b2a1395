import type { Positions } from './positions.js';

/** A larger set of words tells little: one of them is nearly always there. */
const MOST_WORDS = 40;

/** Words of which every match holds one; `weight` is how often phrases hold any of them. */
interface Key {
  readonly words: readonly number[];
  readonly weight: number;
}

/** What the keys of a pack are worked out from. */
interface Phrases {
  readonly positions: Positions;
  /** By entry: the positions at which it begins. */
  readonly starts: readonly (readonly number[])[];
  /** By class symbol: the entries that satisfy it. */
  readonly entriesOf: ReadonlyMap<number, readonly number[]>;
  /** How many symbols there are. */
  readonly symbols: number;
}

/** Which words must still come for a node to lead anywhere. */
export interface Keys {
  /** By node: the number of its key, -1 if it may go on whatever comes. */
  readonly ofNode: Int32Array;
  /** By gap of the automaton: the key of the node behind it. */
  readonly ofGap: Int32Array;
  /** Words of key k: from `wordStart[k]` to `wordStart[k + 1]`. */
  readonly wordStart: Int32Array;
  readonly words: Int32Array;
}

/** No node has a key. */
export function noKeys(nodes: number, gaps: number): Keys {
  const none = new Int32Array(0);
  return {
    ofNode: new Int32Array(nodes).fill(-1),
    ofGap: new Int32Array(gaps).fill(-1),
    wordStart: none,
    words: none,
  };
}

/**
 * Gives each node the rarest words that its phrases cannot do without. How rare a word is in texts is guessed from how
 * rarely the phrases of the pack hold it: "the" and "data" stand in hundreds of them, "broker" in a few. `members`:
 * positions by node; `gapTarget`: nodes by gap.
 */
export function keysOf(
  phrases: Phrases,
  members: readonly (readonly number[])[],
  gapTarget: Int32Array,
): Keys {
  const best = bestKeys(phrases);
  const numbers = new Map<Key | string, number>();
  const wordStart = [0];
  const words: number[] = [];
  const ofNode = Int32Array.from(members, (set) => {
    const key = set.length === 1 ? best[set[0] as number] : union(set.map((position) => best[position]));
    if (key === undefined) return -1;
    const same = numbers.get(key);
    if (same !== undefined) return same;
    const name = key.words.join();
    const number = numbers.get(name) ?? wordStart.length - 1;
    numbers.set(key, number);
    if (numbers.has(name)) return number;
    numbers.set(name, number);
    for (const word of key.words) words.push(word);
    wordStart.push(words.length);
    return number;
  });
  const ofGap = gapTarget.map((node) => ofNode[node] as number);
  return { ofNode, ofGap, wordStart: Int32Array.from(wordStart), words: Int32Array.from(words) };
}

/** By position: the lightest key of what can begin with it. */
function bestKeys({ positions, starts, entriesOf, symbols }: Phrases): readonly (Key | undefined)[] {
  const { symbol, follow, gap } = positions;
  const ofWord = Array.from(
    weightsOf(positions, symbols),
    (weight, word): Key => ({ words: [word], weight }),
  );
  const ends: number[] = [];
  symbol.forEach((one, position) => {
    if (one < 0) ends.push(position);
  });
  const best: (Key | undefined)[] = new Array(symbol.length).fill(undefined);
  const done = new Set<number>();
  const ofClass = new Map<number, Key | undefined>();
  // All options of a choice are followed by one list.
  const ofList = new Map<readonly number[], Key | undefined>();
  const behind = (next: readonly number[]): Key | undefined => {
    if (next.length === 1) return best[next[0] as number];
    if (!ofList.has(next)) ofList.set(next, union(next.map((one) => best[one])));
    return ofList.get(next);
  };
  const bestAt = (position: number): Key | undefined => {
    const own = symbol[position] as number;
    if (own < 0) return undefined;
    const later = behind(follow[position] as readonly number[]);
    if ((gap[position] as number) > 0) return later;
    return lighter(entriesOf.has(own) ? classKey(own) : ofWord[own], later);
  };
  // A phrase lies between two ends, from right to left: what follows a position has been seen.
  const read = (entry: number): void => {
    if (done.has(entry)) return;
    done.add(entry);
    const last = ends[entry + 1] ?? symbol.length;
    for (let position = ends[entry] as number; position < last; position++) best[position] = bestAt(position);
  };
  const classKey = (own: number): Key | undefined => {
    if (ofClass.has(own)) return ofClass.get(own);
    const entries = entriesOf.get(own) ?? [];
    entries.forEach(read);
    const key = union(entries.flatMap((entry) => (starts[entry] ?? []).map((start) => best[start])));
    ofClass.set(own, key);
    return key;
  };
  for (let entry = 0; entry < starts.length; entry++) read(entry);
  return best;
}

/** By symbol: how many positions of phrases it stands at. */
function weightsOf({ symbol, gap }: Positions, symbols: number): Int32Array {
  const weights = new Int32Array(symbols);
  symbol.forEach((one, position) => {
    if (one >= 0 && gap[position] === 0) weights[one] = (weights[one] as number) + 1;
  });
  return weights;
}

/** One of the keys has to be there; nothing is said if one of them is missing or there are too many words. */
function union(keys: readonly (Key | undefined)[]): Key | undefined {
  const [first] = keys;
  if (first === undefined || keys.every((key) => key === first)) return first;
  if (keys.includes(undefined)) return undefined;
  const words = new Set<number>();
  let weight = 0;
  for (const key of new Set(keys as readonly Key[])) {
    for (const word of key.words) words.add(word);
    weight += key.weight;
    if (words.size > MOST_WORDS) return undefined;
  }
  return { words: [...words].sort((a, b) => a - b), weight };
}

function lighter(a: Key | undefined, b: Key | undefined): Key | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.weight < a.weight ? b : a;
}
