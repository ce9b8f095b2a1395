import { unitAt } from '../source/index.js';
import { boundedCache } from './cache.js';
import { type Token, tokenize, type Word } from './tokens.js';

/** The words of a Chinese lexicon, and how other characters are written for the same. */
export interface HanVocabulary {
  /** In simplified characters. What is not among them is split into single characters. */
  readonly words: Iterable<string>;
  /** Words that stay one although they are made of others. */
  readonly whole?: Iterable<string>;
  /** Traditional characters and variants, each followed by the character that the words have for it: "個个資资". */
  readonly variants?: string;
}

/** Marks of full width, read as those that English has for them; but 、 and ， part what an English comma joins. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['。', '.'],
  ['；', ';'],
  ['：', ':'],
  ['？', '?'],
  ['！', '!'],
  ['（', '('],
  ['）', ')'],
  ['【', '['],
  ['】', ']'],
]);
const NUMERALS = new Set('〇一二三四五六七八九十百千两兩');

/**
 * A function that splits Chinese texts into the words of a lexicon, the longest first, so that the "and so on" of 等 is not
 * read into "grade" (等级). A word made of others (存储时间) is these words in a row, so that either way of writing it finds both. No dictionary of the platform takes part: every platform splits alike. Numbers written in
 * characters (十五) are numbers; what stands between characters of other scripts is split as English is.
 */
export function hanTokenizer({ words, whole = [], variants = '' }: HanVocabulary): (text: string) => Token[] {
  const byFirst = wordsByFirst(atoms(words, whole));
  const fold = folding(variants);
  const marks = boundedCache(SINGLES, (lower) => wordOf(lower, 'mark'));
  const singles = boundedCache(SINGLES, (lower) => wordOf(lower, 'word'));
  const comma = wordOf('，', 'mark');
  return (text) => {
    const folded = fold(text);
    const tokens: Token[] = [];
    for (let at = 0, { length } = folded; at < length; ) {
      const code = unitAt(folded, at);
      let end = at + 1;
      if (isHan(code)) {
        const found = longestAt(byFirst.get(code), folded, at);
        if (found === undefined && NUMERALS.has(folded.charAt(at))) {
          while (NUMERALS.has(folded.charAt(end))) end++;
          tokens.push(tokenOf(at, end, wordOf(folded.slice(at, end), 'number')));
        } else {
          end = at + (found?.lower.length ?? 1);
          tokens.push(tokenOf(at, end, found ?? singles(folded.charAt(at))));
        }
      } else if (isFullWidth(code)) {
        const mark = folded.charAt(at);
        if (mark.trim() !== '') tokens.push(tokenOf(at, end, marks(MARKS.get(mark) ?? mark)));
      } else {
        while (end < length && !isHan(unitAt(folded, end)) && !isFullWidth(unitAt(folded, end))) end++;
        for (const { start, end: last, word, capital } of tokenize(folded.slice(at, end)))
          tokens.push({
            start: at + start,
            end: at + last,
            word: word.lower === ',' ? comma : word,
            capital,
          });
      }
      at = end;
    }
    return tokens;
  };
}

/** Characters that the lexicon does not have, remembered so that equal ones share a word. */
const SINGLES = 4000;

function wordOf(lower: string, kind: Word['kind']): Word {
  return { lower, stem: lower, kind, memo: undefined };
}

function tokenOf(start: number, end: number, word: Word): Token {
  return { start, end, word, capital: false };
}

/** Leaves out words that are two or more others in a row; parts of one character make no word. */
function atoms(words: Iterable<string>, whole: Iterable<string>): ReadonlySet<string> {
  const all = new Set(words);
  const kept = new Set(whole);
  const isMade = (word: string, from: number): boolean => {
    for (let end = from + 2; end <= word.length; end++) {
      if (end - from === word.length || !all.has(word.slice(from, end))) continue;
      if (end === word.length || isMade(word, end)) return true;
    }
    return false;
  };
  for (const word of all) if (word.length < 4 || !isMade(word, 0)) kept.add(word);
  // Numbers are told by their characters, whatever number a phrase names.
  for (const word of kept) if ([...word].every((character) => NUMERALS.has(character))) kept.delete(word);
  return kept;
}

/** By first character, longest first. */
function wordsByFirst(words: ReadonlySet<string>): ReadonlyMap<number, readonly Word[]> {
  const byFirst = new Map<number, Word[]>();
  for (const lower of words) {
    const code = lower.charCodeAt(0);
    const word = wordOf(lower, 'word');
    const others = byFirst.get(code);
    if (others) others.push(word);
    else byFirst.set(code, [word]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.lower.length - a.lower.length);
  return byFirst;
}

function longestAt(words: readonly Word[] | undefined, text: string, at: number): Word | undefined {
  if (words) for (const word of words) if (text.startsWith(word.lower, at)) return word;
  return undefined;
}

/** Puts one character in place of another, so that offsets stay. */
function folding(variants: string): (text: string) => string {
  const folds = new Map<number, string>();
  for (let i = 0; i + 1 < variants.length; i += 2) folds.set(variants.charCodeAt(i), variants.charAt(i + 1));
  return (text) => {
    let folded = '';
    let done = 0;
    for (let at = 0, { length } = text; at < length; at++) {
      const to = folds.get(unitAt(text, at));
      if (to === undefined) continue;
      folded += text.slice(done, at) + to;
      done = at + 1;
    }
    return done === 0 ? text : folded + text.slice(done);
  };
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** Punctuation and forms of the width of a character. */
function isFullWidth(code: number): boolean {
  return (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef);
}
