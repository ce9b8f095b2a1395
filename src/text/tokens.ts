import { unitAt } from '../source/index.js';
import { boundedCache } from './cache.js';
import { splitter, stem } from './natural.js';
import { hashed, stretchCache } from './stretch-cache.js';

/** A distinct word, shared by all its tokens. */
export interface Word {
  /** Lower case, curly apostrophes straightened. */
  readonly lower: string;
  /** Porter's stem of `lower` without a possessive ending; for numbers and marks `lower` itself. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'address' | 'mark';
  /** For who looks the word up again and again to keep the answer in; no part of the word. */
  memo?: unknown;
}

/** An occurrence of a word; `start` and `end` are UTF-16 offsets in the block's text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

// Every repetition that can fail after its run is bounded or fails at the run's end, so that the split is linear.
const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;
const URL_MARK = String.raw`[^\s<>"'“”’()[\]`;
const URL = String.raw`(?:https?:\/\/|www\.)(?:${URL_MARK}.,;:!?]|[.,;:!?]+(?=${URL_MARK}.,;:!?]))+`;
const EMAIL = String.raw`[\w+][\w.+-]{0,63}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}`;
const TOP_LEVEL = 'com|org|net|edu|gov|int|io|eu|uk|de|fr|us|info|app|dev|ai|me|tv|cn';
const DOMAIN = String.raw`(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:${TOP_LEVEL})\b(?!\.?[A-Za-z@])(?:\/(?:${URL_MARK}.,;:!?]|[.,;:!?](?=${URL_MARK}.,;:!?]))*)?`;
const ADDRESS = `${URL}|${EMAIL}|${DOMAIN}`;
/** Most tokens: a word that nothing can glue to what follows. Tried first because the others look further ahead. */
const PLAIN_WORD = String.raw`[A-Za-z]+(?=[\s,;)]|\.(?:\s|$))`;
const ABBREVIATION = String.raw`\p{L}(?:\.\p{L})+(?!${LETTER})\.?`;
const NUMBER = String.raw`\d+(?:[.,]\d+)*(?!${LETTER})`;
const WORD = `${LETTER}+(?:['’]${LETTER}+)*`;
const MARK = String.raw`[^\s\p{C}]\p{M}*`;
const split = splitter(new RegExp([PLAIN_WORD, ADDRESS, ABBREVIATION, NUMBER, WORD, MARK].join('|'), 'gu'));

const LONGEST_CACHED = 64;
const IS_ADDRESS = new RegExp(`^(?:${ADDRESS})$`, 'u');
const IS_NUMBER = /^\d+(?:[.,]\d+)*$/;
const BEGINS_WORD = new RegExp(`^${LETTER}`, 'u');
const WIDE_SPACES: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
]);
const HYPHENS = '-\u2010\u2011';

/** A token of a chunk; its places count from the chunk's start. */
type Piece = Token;

const cachedWord = boundedCache(20_000, makeWord);
const cachedPieces = stretchCache(piecesOf);

/**
 * Splits a block's text into words, numbers, addresses and single marks, in order. A hyphen inside a word separates
 * and gives no token; white space and control characters give none. Tokens of equal words share one `Word` object
 * (compare objects within a text; over a long run, rare words are made anew).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    const start = at;
    let hash = 0;
    for (let code = unitAt(text, at); at < length && !isSpace(code); code = unitAt(text, ++at))
      hash = hashed(hash, code);
    if (at > start) place(piecesBetween(text, start, at, hash), start, tokens);
    at++;
  }
  return tokens;
}

function place(pieces: readonly Piece[], at: number, tokens: Token[]): void {
  for (let i = 0; i < pieces.length; i++) {
    const { start, end, word, capital } = pieces[i] as Piece;
    tokens.push({ start: at + start, end: at + end, word, capital });
  }
}

/** What stands between white space is split the same wherever it stands, and most of it comes again and again. */
function piecesBetween(text: string, start: number, end: number, hash: number): readonly Piece[] {
  return end - start > LONGEST_CACHED
    ? piecesOf(text.slice(start, end))
    : cachedPieces(text, start, end, hash);
}

/** Letters alone, or with one mark behind them: most of all, and split without looking for what they might be instead. */
const LETTERS = /^[A-Za-z]+([,.;:)])?$/;

function piecesOf(chunk: string): readonly Piece[] {
  const letters = LETTERS.exec(chunk);
  if (letters === null) return splitPieces(chunk);
  const end = letters[1] === undefined ? chunk.length : chunk.length - 1;
  const word = pieceOf(chunk.slice(0, end), 0);
  return end === chunk.length ? [word] : [word, pieceOf(chunk.slice(end), end)];
}

function splitPieces(chunk: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const surface of split(chunk)) {
    const start = chunk.indexOf(surface, from);
    from = start + surface.length;
    if (surface.length === 1 && HYPHENS.includes(surface) && joins(chunk, start)) continue;
    pieces.push(pieceOf(surface, start));
  }
  return pieces;
}

function pieceOf(surface: string, start: number): Piece {
  const word = wordOf(surface);
  const capital = surface.charCodeAt(0) !== word.lower.charCodeAt(0);
  return { start, end: start + surface.length, word, capital };
}

/** White space as regular expressions know it. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && WIDE_SPACES.has(code);
}

function wordOf(surface: string): Word {
  const lower = surface.toLowerCase().replaceAll('’', "'");
  return lower.length > LONGEST_CACHED ? makeWord(lower) : cachedWord(lower);
}

function makeWord(lower: string): Word {
  if (IS_NUMBER.test(lower)) return { lower, stem: lower, kind: 'number', memo: undefined };
  if (/[.@]/.test(lower) && IS_ADDRESS.test(lower))
    return { lower, stem: lower, kind: 'address', memo: undefined };
  if (!BEGINS_WORD.test(lower)) return { lower, stem: lower, kind: 'mark', memo: undefined };
  return { lower, stem: stemOf(lower), kind: 'word', memo: undefined };
}

/** "u.s" and "u.s." have one stem; contractions ("isn't") are their own. */
function stemOf(lower: string): string {
  if (lower.includes('.')) return lower.endsWith('.') ? lower : `${lower}.`;
  const bare = lower.replace(/'s$/, '');
  return bare.includes("'") ? bare : stem(bare);
}

/** Whether letters or digits stand on both sides of the mark at an offset. */
function joins(text: string, at: number): boolean {
  return BEGINS_WORD.test(text.charAt(at - 1)) && BEGINS_WORD.test(text.charAt(at + 1));
}

export { stem };
