import type { Positions } from './positions.js';

/** What the words that classes can begin with are worked out from. */
interface Beginnings {
  readonly positions: Positions;
  /** By entry: the positions at which it begins. */
  readonly starts: readonly (readonly number[])[];
  /** By class symbol: the entries that satisfy it. */
  readonly entriesOf: ReadonlyMap<number, readonly number[]>;
  /** How many symbols there are. */
  readonly symbols: number;
}

/**
 * By symbol of a word: one bit for each of `sets` (sets of class symbols) in which some class can begin with the word.
 * Symbols that begin no class have no bits. Classes are not built from themselves, so that the walk ends.
 */
export function beginnings(
  from: Beginnings,
  sets: readonly (readonly number[])[],
): readonly (Int32Array | undefined)[] {
  const begins: (Int32Array | undefined)[] = new Array(from.symbols).fill(undefined);
  const known = new Map<number, ReadonlySet<number>>();
  sets.forEach((classes, set) => {
    for (const symbol of classes) {
      for (const word of firstWords(symbol, from, known)) {
        const bits = begins[word] ?? new Int32Array((sets.length >> 5) + 1);
        begins[word] = bits;
        bits[set >> 5] = (bits[set >> 5] as number) | (1 << (set & 31));
      }
    }
  });
  return begins;
}

/** The symbols of words that the classes of a symbol can begin with. */
function firstWords(
  symbol: number,
  from: Beginnings,
  known: Map<number, ReadonlySet<number>>,
): ReadonlySet<number> {
  const before = known.get(symbol);
  if (before !== undefined) return before;
  const words = new Set<number>();
  for (const entry of from.entriesOf.get(symbol) ?? []) {
    for (const position of from.starts[entry] ?? []) {
      const first = from.positions.symbol[position] as number;
      if (!from.entriesOf.has(first)) words.add(first);
      else for (const word of firstWords(first, from, known)) words.add(word);
    }
  }
  known.set(symbol, words);
  return words;
}
