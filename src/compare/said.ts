import { lastAtOrBefore } from '../source/index.js';
import type { Pairing } from './pair.js';
import type { Located } from './places.js';

import type { Near } from './schema.js';
import { stemsOf, type Unit } from './unit.js';
import { EMPTY_WORDS } from './words.js';

/** What the other text says where it says what stands at a place of this one. */
export interface There {
  readonly words: ReadonlySet<string>;
  /** By sentence, as `phraseOf` makes them. */
  readonly phrases: readonly string[];
  /** Whether the sentence stands there in the same words. */
  readonly same: boolean;
}

/** Looks from one text into the other. */
export interface Said {
  inAfter(position: Near): There;
  inBefore(position: Near): There;
}

const NOTHING: There = { words: new Set(), phrases: [], same: false };
export const NOTHING_SAID: Said = { inAfter: () => NOTHING, inBefore: () => NOTHING };

/** Looks by paired sentences; one may answer to several of the other text. */
export function saidBy(
  before: { readonly sentences: readonly Located[]; readonly units: readonly Unit[] },
  after: { readonly sentences: readonly Located[]; readonly units: readonly Unit[] },
  { same, reworded, loose, parts }: Pairing,
): Said {
  const forward = new Map<number, number[]>();
  const backward = new Map<number, number[]>();
  for (const [i, j] of [...same, ...reworded.filter((pair) => !loose.has(pair)), ...parts]) {
    forward.set(i, [...(forward.get(i) ?? []), j]);
    backward.set(j, [...(backward.get(j) ?? []), i]);
  }
  const sameBefore = new Set(same.map(([i]) => i));
  const sameAfter = new Set(same.map(([, j]) => j));
  return {
    inAfter: lookup(before.sentences, { others: forward, same: sameBefore }, after.units),
    inBefore: lookup(after.sentences, { others: backward, same: sameAfter }, before.units),
  };
}

function lookup(
  sentences: readonly Located[],
  paired: { others: ReadonlyMap<number, readonly number[]>; same: ReadonlySet<number> },
  units: readonly Unit[],
): (position: Near) => There {
  const starts = sentences.map(({ position }) => position?.start.offset ?? 0);
  const cache = new Map<number, There>();
  return (position) => {
    if (!position || starts.length === 0 || position.start.offset < (starts[0] as number)) return NOTHING;
    const index = lastAtOrBefore(starts, position.start.offset);
    const known = cache.get(index) ?? {
      ...thereOf((paired.others.get(index) ?? []).map((i) => units[i]?.words ?? [])),
      same: paired.same.has(index),
    };
    cache.set(index, known);
    return known;
  };
}

function thereOf(sentences: readonly (readonly string[])[]): Pick<There, 'words' | 'phrases'> {
  return { words: new Set(sentences.flat()), phrases: sentences.map(phraseOfStems) };
}

/** A text's telling words in a row, to look for others in it. */
export function phraseOf(text: string): string {
  return phraseOfStems(stemsOf(text));
}

function phraseOfStems(stems: readonly string[]): string {
  return ` ${stems.filter((stem) => !EMPTY_WORDS.has(stem)).join(' ')} `;
}

/** Whether nearly all words of a text are among those said. */
export function isSaid(text: string, words: ReadonlySet<string>, share: number): boolean {
  const stems = stemsOf(text);
  if (stems.length === 0 || words.size === 0) return false;
  return stems.filter((stem) => words.has(stem)).length / stems.length >= share;
}
