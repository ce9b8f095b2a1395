import type { Report } from '../report/index.js';
import { stemsOf } from './unit.js';
import { FUNCTION_WORDS } from './words.js';

/** Words on either side of a finding's own that are looked at. */
const REACH = 12;
/** Fewer telling words than this may stand anywhere. */
const LEAST_WORDS = 4;
/** Share of the telling words that must stand around the like of a finding. */
const SHARE = 0.6;
/** Share of a sentence's telling words that one like it as a whole must have, and how many more it may have. */
const SHARE_OF_ALL = 0.85;
const LONGER = 1.5;
/** A word that stands in more sentences than this leads to none of them. */
const MOST_SENTENCES = 60;

/** Stems that limit what a sentence says: with others of them it says something else. */
const LIMITS: ReadonlySet<string> = new Set(
  'not never no onli unless without except consent permiss opt request aggreg anonym deidentifi safeguard claus contract dai month year'.split(
    ' ',
  ),
);

/**
 * Tells whether words of another text stand in this one: in some sentence, wherever it is, with nearly the words around them and
 * limited in the same way, or in a sentence that is nearly the same.
 */
export function standingIn({ sentences = [] }: Report): (quote: string, context: string) => boolean {
  let index: ReadonlyMap<string, readonly number[]> | undefined;
  return (quote, context) => {
    const own = stemsOf(quote);
    const whole = stemsOf(context);
    const near = around(whole, own) ?? whole;
    if (telling(near).size < LEAST_WORDS) return false;
    index ??= indexOf(sentences.map(({ text }) => text));
    return candidates(near, index).some((i) => {
      const other = stemsOf(sentences[i]?.text ?? '');
      const there = around(other, own);
      if (there && isLike(near, there, SHARE)) return true;
      return telling(other).size <= LONGER * telling(whole).size && isLike(whole, other, SHARE_OF_ALL);
    });
  };
}

function isLike(words: readonly string[], others: readonly string[], least: number): boolean {
  const [told, there] = [telling(words), new Set(others)];
  const common = [...told].filter((stem) => there.has(stem)).length;
  return common / told.size >= least && limitsOf(words) === limitsOf(others);
}

function telling(stems: readonly string[]): Set<string> {
  return new Set(stems.filter((stem) => !FUNCTION_WORDS.has(stem)));
}

function limitsOf(stems: readonly string[]): string {
  return [...new Set(stems.filter((stem) => LIMITS.has(stem)))].sort().join(' ');
}

/** A quote and the words beside it in a sentence that has them in a row. */
function around(sentence: readonly string[], quote: readonly string[]): readonly string[] | undefined {
  const at = sentence.findIndex((_, i) => quote.every((stem, k) => sentence[i + k] === stem));
  return at === -1 ? undefined : sentence.slice(Math.max(0, at - REACH), at + quote.length + REACH);
}

function indexOf(texts: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [i, text] of texts.entries()) {
    for (const stem of new Set(stemsOf(text))) {
      const places = index.get(stem);
      if (places) places.push(i);
      else index.set(stem, [i]);
    }
  }
  return index;
}

/** The sentences that have one of the words which tell most. */
function candidates(words: readonly string[], index: ReadonlyMap<string, readonly number[]>): number[] {
  const found = new Set<number>();
  for (const word of words) {
    const places = index.get(word) ?? [];
    if (places.length <= MOST_SENTENCES) for (const place of places) found.add(place);
  }
  return [...found];
}
