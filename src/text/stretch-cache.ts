import { unitAt } from '../source/index.js';

/** A power of two, so that a hash is cut to a slot with a mask. */
const SLOTS = 1 << 16;
/** So many slots are tried: no text, whatever its words hash to, costs more. */
const TRIES = 4;

/** Finds what `make` gives for the stretch of a text between two offsets; `hash` is `hashed` over its characters. */
export type StretchCache<V> = (text: string, start: number, end: number, hash: number) => V;

/** Takes one more character into the hash of a stretch. */
export function hashed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/**
 * Remembers what `make` gives for stretches of texts. A stretch is looked up where it stands: cutting it out, for a `Map`
 * to hash it, takes several times as long. Bounded: a new stretch takes the place of another when there is none left.
 */
export function stretchCache<V>(make: (stretch: string) => V): StretchCache<V> {
  const keys = new Array<string>(SLOTS + TRIES).fill('');
  const values: V[] = new Array(SLOTS + TRIES).fill(undefined);
  return (text, start, end, hash) => {
    const first = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    let slot = first;
    for (; slot < first + TRIES && keys[slot] !== ''; slot++)
      if (stands(keys[slot] as string, text, start, end)) return values[slot] as V;
    if (slot === first + TRIES) slot = first;
    const key = text.slice(start, end);
    keys[slot] = key;
    values[slot] = make(key);
    return values[slot] as V;
  };
}

function stands(key: string, text: string, start: number, end: number): boolean {
  const { length } = key;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i++) if (unitAt(key, i) !== unitAt(text, start + i)) return false;
  return true;
}
