import { unitAt } from '../source/index.js';
import { type Key, keyOf, sha256 } from './keys.js';

/**
 * What tells that a text repeats another: a hash of its words, and the bands of its MinHash (Broder 1997) for locality-sensitive
 * hashing (Indyk and Motwani 1998), made by one permutation (Li, Owen and Zhang 2012), whose empty bins are filled as Shrivastava (2017)
 * does. Hexadecimal, so that a journal can hold it.
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

/** Sketches the words of a text, lower-cased and in order. */
export function sketchOf(words: readonly string[]): Sketch {
  if (words.length === 0) return EMPTY;
  return {
    words: sha256(words.join(' ')).slice(0, 16),
    bands: words.length < FEWEST_WORDS ? '' : bandsOf(minHash(words)),
  };
}

export function bandKeys({ bands }: Sketch): Key[] {
  return Array.from({ length: bands.length / BAND_DIGITS }, (_, i) => keyOf(bands.slice(i * BAND_DIGITS)));
}

/** Each feature falls into one of the bins by its first bits; a bin keeps the least of the rest. */
const BINS = BANDS * ROWS;
const BIN_SHIFT = 32 - Math.log2(BINS);
const NONE = 0xffffffff;

function minHash(words: readonly string[]): Uint32Array {
  const hashes = Uint32Array.from(words, hashWord);
  const least = new Uint32Array(BINS).fill(NONE);
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let hash = 0;
    for (let k = 0; k < SHINGLE; k++) hash = mix(Math.imul(hash, 31) + (hashes[i + k] as number));
    const bin = hash >>> BIN_SHIFT;
    const rest = (hash << (32 - BIN_SHIFT)) >>> 0;
    if (rest < (least[bin] as number)) least[bin] = rest;
  }
  return filled(least);
}

/** An empty bin takes what a full one has, which one by its own number alone: texts that share features then agree there too. */
function filled(least: Uint32Array): Uint32Array {
  return least.map((value, bin) => {
    for (let attempt = 1; value === NONE; attempt++)
      value = least[mix(bin * 0x9e3779b1 + attempt) >>> BIN_SHIFT] as number;
    return value;
  });
}

function bandsOf(least: Uint32Array): string {
  return Array.from({ length: BANDS }, (_, band) =>
    sha256(`${band} ${least.subarray(band * ROWS, (band + 1) * ROWS).join()}`).slice(0, BAND_DIGITS),
  ).join('');
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0, { length } = word; i < length; i++) hash = Math.imul(hash ^ unitAt(word, i), 0x01000193);
  return hash >>> 0;
}

/** The last step of MurmurHash3: each bit of what goes in changes half of what comes out. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
