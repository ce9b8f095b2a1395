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

/** What a character is to a word. */
const OTHER = 0;
const IN_WORD = 1;
const JOINS = 2;

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => look(String.fromCharCode(code)));

/** One look at each character; ASCII, nearly all of a policy, is told by its code. */
export function countWords(text: string): number {
  let words = 0;
  let before = OTHER;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let is = code < 128 ? (ASCII[code] as number) : look(text[i] as string);
    // A joiner is of the word only if the word goes on behind it.
    if (is === IN_WORD) {
      if (before === OTHER) words++;
    } else if (is === JOINS && before !== IN_WORD) is = OTHER;
    before = is;
  }
  return words;
}

function look(character: string): number {
  // Half of a pair: a letter beyond the first plane, or a sign that stands alone; either is rare enough to count.
  if (/[\ud800-\udfff]/.test(character) || LETTER.test(character)) return IN_WORD;
  return JOINER.test(character) ? JOINS : OTHER;
}
