import { type Key, keyOf, sha256 } from './keys.js';

/**
 * What tells that a text repeats another: a hash of its words, and the bands of its MinHash (Broder 1997) for locality-sensitive
 * hashing (Indyk and Motwani 1998). Hexadecimal, so that a journal can hold it.
 */
export interface Sketch {
  /** 16 digits; empty for a text without words. */
  readonly words: string;
  /** 16 digits a band; empty for a text too short to be like another by more than chance. */
  readonly bands: string;
}

/** Words in a row that count as one feature of a text. */
const SHINGLE = 5;
/**
 * Of two texts that share a part s of their shingles, 1 - (1 - s^ROWS)^BANDS are told: 1% at 0.65, half at 0.86, 99% at 0.95.
 */
const BANDS = 8;
const ROWS = 16;
const FEWEST_WORDS = 50;
const BAND_DIGITS = 16;

const EMPTY: Sketch = { words: '', bands: '' };

/** Odd multipliers and addends, from a linear congruence: the same on every machine. */
const PERMUTATIONS = (() => {
  const numbers = new Uint32Array(2 * BANDS * ROWS);
  let state = 0x2545f491;
  for (let i = 0; i < numbers.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    numbers[i] = mix(state) | 1;
  }
  return numbers;
})();

/** Sketches the words of a text, lower-cased and in order. */
export function sketchOf(words: readonly string[]): Sketch {
  if (words.length === 0) return EMPTY;
  return {
    words: sha256(words.join(' ')).slice(0, 16),
    bands: words.length < FEWEST_WORDS ? '' : bandsOf(minHash(shingles(words))),
  };
}

export function bandKeys({ bands }: Sketch): Key[] {
  return Array.from({ length: bands.length / BAND_DIGITS }, (_, i) => keyOf(bands.slice(i * BAND_DIGITS)));
}

function shingles(words: readonly string[]): Uint32Array {
  const hashes = Uint32Array.from(words, hashWord);
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let hash = 0;
    for (let k = 0; k < SHINGLE; k++) hash = mix(Math.imul(hash, 31) + (hashes[i + k] as number));
    found.add(hash);
  }
  return Uint32Array.from(found);
}

function minHash(features: Uint32Array): Uint32Array {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (let i = 0; i < least.length; i++) {
    const factor = PERMUTATIONS[2 * i] as number;
    const addend = PERMUTATIONS[2 * i + 1] as number;
    let min = 0xffffffff;
    for (const feature of features) {
      const value = (Math.imul(feature, factor) + addend) >>> 0;
      if (value < min) min = value;
    }
    least[i] = min;
  }
  return least;
}

function bandsOf(least: Uint32Array): string {
  return Array.from({ length: BANDS }, (_, band) =>
    sha256(`${band} ${least.subarray(band * ROWS, (band + 1) * ROWS).join()}`).slice(0, BAND_DIGITS),
  ).join('');
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The last step of MurmurHash3: each bit of what goes in changes half of what comes out. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
