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
  const known = new Map<string, Word>();
  const wordOf = (lower: string, kind: Word['kind']): Word => {
    let word = known.get(lower);
    if (word === undefined) {
      word = { lower, stem: lower, kind, memo: undefined };
      known.set(lower, word);
    }
    return word;
  };
  const comma = wordOf('，', 'mark');
  return (text) => {
    const folded = fold(text);
    const tokens: Token[] = [];
    for (let at = 0; at < folded.length; ) {
      const code = folded.charCodeAt(at);
      let end = at + 1;
      if (isHan(code)) {
        end = at + longestAt(byFirst.get(code), folded, at);
        const numeral = end === at + 1 && NUMERALS.has(folded.charAt(at));
        if (numeral) while (NUMERALS.has(folded.charAt(end))) end++;
        tokens.push(tokenOf(at, end, wordOf(folded.slice(at, end), numeral ? 'number' : 'word')));
      } else if (isFullWidth(code)) {
        const mark = folded.charAt(at);
        if (mark.trim() !== '') tokens.push(tokenOf(at, end, wordOf(MARKS.get(mark) ?? mark, 'mark')));
      } else {
        while (end < folded.length && !isHan(folded.charCodeAt(end)) && !isFullWidth(folded.charCodeAt(end)))
          end++;
        for (const token of tokenize(folded.slice(at, end)))
          tokens.push({
            ...token,
            word: token.word.lower === ',' ? comma : token.word,
            start: token.start + at,
            end: token.end + at,
          });
      }
      at = end;
    }
    return tokens;
  };
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
  return kept;
}

/** By first character, longest first. */
function wordsByFirst(words: ReadonlySet<string>): ReadonlyMap<number, readonly string[]> {
  const byFirst = new Map<number, string[]>();
  for (const word of words) {
    const code = word.charCodeAt(0);
    const others = byFirst.get(code);
    if (others) others.push(word);
    else byFirst.set(code, [word]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return byFirst;
}

function longestAt(words: readonly string[] | undefined, text: string, at: number): number {
  for (const word of words ?? []) if (text.startsWith(word, at)) return word.length;
  return 1;
}

/** Puts one character in place of another, so that offsets stay. */
function folding(variants: string): (text: string) => string {
  const folds = new Map<number, string>();
  for (let i = 0; i + 1 < variants.length; i += 2) folds.set(variants.charCodeAt(i), variants.charAt(i + 1));
  return (text) => {
    let folded = '';
    let done = 0;
    for (let at = 0; at < text.length; at++) {
      const to = folds.get(text.charCodeAt(at));
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
