import type { Clauses } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import { sentences } from '../text/index.js';

export interface Statistics {
  /** UTF-16 units of the blocks' text. */
  readonly characters: number;
  /** Runs of letters and digits; inner apostrophes, hyphens and dots do not part them. */
  readonly words: number;
  /** Headings are none. */
  readonly sentences: number;
}

/** Counts what was read of a policy, page furniture and markup left out. Sentences already parted are not parted again. */
export function statistics(document: PolicyDocument, readings: Clauses['readings']): Statistics {
  const total = { characters: 0, words: 0, sentences: 0 };
  for (const { index, text, kind } of document.blocks) {
    total.characters += text.length;
    total.words += countWords(text);
    if (kind !== 'heading') total.sentences += (readings[index] ?? sentences(text)).length;
  }
  return total;
}

const JOINER = /['’.\-\u2010\u2011]/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** One look at each character; ASCII, nearly all of a policy, is told by its code. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    if (isLetter(text, i)) {
      if (!inside) words++;
      inside = true;
    } else if (inside) {
      inside = JOINER.test(text[i] as string) && isLetter(text, i + 1);
    }
  }
  return words;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) {
    const lower = code | 32;
    return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
  }
  // Half of a pair: a letter beyond the first plane, or a sign that stands alone; either is rare enough to count.
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return at < text.length && LETTER.test(text[at] as string);
}
