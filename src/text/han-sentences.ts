import type { Span } from '../source/index.js';
import { isHan } from './han.js';

const STOPS = new Set('。！？；!?;');
const CLOSING = new Set('」』”’"）)】》〉');
const OPENING: ReadonlyMap<string, string> = new Map([
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['《', '》'],
]);
/** What stands in brackets no longer than this, in characters, belongs to the sentence around it. */
const LONGEST_BRACKET = 300;

/** Splits one block of Chinese text at 。！？；, but not within brackets. Spans are UTF-16 offsets. */
export function hanSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = skipSpace(text, 0);
  for (let at = start; at < text.length; at++) {
    const mark = text.charAt(at);
    const bracket = OPENING.get(mark);
    if (bracket !== undefined) {
      const length = text.slice(at, at + LONGEST_BRACKET).indexOf(bracket);
      if (length > 0) at += length;
      continue;
    }
    if (!endsSentence(text, at, mark)) continue;
    let end = at + 1;
    while (STOPS.has(text.charAt(end)) || CLOSING.has(text.charAt(end))) end++;
    spans.push({ start, end });
    start = skipSpace(text, end);
    at = Math.max(at, start - 1);
  }
  const end = text.trimEnd().length;
  if (start < end) spans.push({ start, end });
  return spans;
}

/** A mark of half width ends a sentence only behind Chinese words: it stands in addresses too. */
function endsSentence(text: string, at: number, mark: string): boolean {
  if (mark === '.') return isHan(text.charCodeAt(at - 1)) && !/[\w.]/.test(text.charAt(at + 1));
  if (!STOPS.has(mark)) return false;
  return mark > '\u2000' || isHan(text.charCodeAt(at - 1)) || CLOSING.has(text.charAt(at - 1));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at++;
  return at;
}
