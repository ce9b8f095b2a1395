import type { Span } from '../source/index.js';
import { CARELESS_STARTERS, CLOSING, OPENING, POINTING, STARTERS } from './abbreviations.js';

/** A stop with the quotes and brackets that close after it, before white space, the text's end or a glued capital. */
const STOP = /(?<![.?!…])[.?!…]+["'”’»)\]]*(?=\s|$|\p{Lu})|[。！？]+[」』”）]*/gu;
/** How far back the word before a stop is looked for: no abbreviation is longer. */
const LONGEST_WORD = 24;
/** An enumerator such as "3.", "iv." or "B." may open a sentence, it is not one. */
const ENUMERATOR = /^[("[]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,5}|[A-Za-z])[.)\]]{1,2}$/i;
const LONGEST_ENUMERATOR = 14;
/** "(b)" after a stop begins the next point. */
const OPENS_ITEM = /^\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)/;

const IN_WORD = /[A-Za-z0-9./&]/;
const WORD_AT_END = /[\p{L}\p{N}./&]*$/u;

/** Splits one block's text into sentences, without the white space between them. Spans are UTF-16 offsets. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = skipSpace(text, 0);
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (end > start && endsSentence(text, start, match.index, end)) {
      spans.push({ start, end });
      start = skipSpace(text, end);
    }
  }
  const end = text.trimEnd().length;
  if (start < end) spans.push({ start, end });
  return spans;
}

/** Whether the stop at `stop`, with its closing marks up to `end`, ends the sentence that begins at `start`. */
function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  const mark = text.charAt(stop);
  if ('。！？'.includes(mark)) return true;
  const next = skipSpace(text, end);
  if (next >= text.length) return true;
  if (end - start <= LONGEST_ENUMERATOR && ENUMERATOR.test(text.slice(start, end))) return false;
  const follower = wordAt(text, next);
  const starter = STARTERS.has(follower.toLowerCase());
  const lower = isLower(follower) && !OPENS_ITEM.test(text.slice(next, next + 8));
  const before = wordBefore(text, Math.max(start, stop - LONGEST_WORD), stop);
  if (next === end) return mark !== '…' && starter && !lower && /^\p{Ll}{2,}$/u.test(before);
  if (mark !== '.' || text.charAt(stop + 1) === '.') return !lower;
  const word = before.toLowerCase();
  if (lower)
    return (
      CARELESS_STARTERS.has(follower) &&
      /^\p{L}\p{Ll}{2,}$/u.test(before) &&
      !isAbbreviation(word) &&
      word !== 'etc'
    );
  if (OPENING.has(word)) return false;
  if (POINTING.has(word)) return !/^[\d(§[]|^[ivxlc]+\b|^[A-Z]\b/iu.test(text.slice(next, next + 6));
  if (CLOSING.has(word) || /^(?:\p{L}\.)*\p{Lu}$/u.test(before)) return starter;
  return true;
}

/** In small letters throughout: "iPhone" may begin a sentence. */
function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !/^\p{Ll}+\p{Lu}/u.test(word);
}

function isAbbreviation(word: string): boolean {
  return OPENING.has(word) || POINTING.has(word) || CLOSING.has(word) || word.includes('.');
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x3000 && text.charAt(at).trim() === '') at++;
  return at;
}

/** The letters, digits and inner stops that stand right before an offset. */
function wordBefore(text: string, from: number, end: number): string {
  let start = end;
  while (start > from && IN_WORD.test(text.charAt(start - 1))) start--;
  // Only letters beyond ASCII need the slower search, which begins anew at each character.
  const whole = start === from || text.charCodeAt(start - 1) < 128;
  return whole ? text.slice(start, end) : (WORD_AT_END.exec(text.slice(from, end))?.[0] ?? '');
}

/** The word at an offset, quotes and brackets that open before it skipped; at most a few letters are looked at. */
function wordAt(text: string, from: number): string {
  return /^["'“‘«([]*([\p{L}\p{M}’']*)/u.exec(text.slice(from, from + LONGEST_WORD))?.[1] ?? '';
}
