// The only file that imports natural, and by deep path: its root pulls in database clients, reads .env and prints.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import tokenizers from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import { boundedCache } from './cache.js';

/** Porter needs seconds for one word of 32 KB, and no word of a language is this long. */
const LONGEST_STEMMED = 40;

const cachedStem = boundedCache(20_000, (word) => porter.stem(word));

/** Porter's stem of a lower-case word; words over 40 characters are their own stem. */
export function stem(word: string): string {
  return word.length > LONGEST_STEMMED ? word : cachedStem(word);
}

/** A function that gives all matches of a global pattern, in order. */
export function splitter(pattern: RegExp): (text: string) => readonly string[] {
  const tokenizer = new tokenizers.RegexpTokenizer({ pattern, gaps: false });
  return (text) => tokenizer.tokenize(text) ?? [];
}
