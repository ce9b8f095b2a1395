import type { Span } from '../source/index.js';

// What the look of a line says of it, in any format.

const LONGEST_HEADING = 100;
const LONGEST_LABEL = 90;
const HAN = /\p{Script=Han}/u;
/** Chinese is written without spaces: two characters count as a word. */
const words = (text: string): number =>
  text.split(' ').length + (HAN.test(text) ? (text.match(/\p{Script=Han}/gu)?.length ?? 0) >> 1 : 0);

/** "3.", "3.1", "IV.", "B.", "(a)" before a title. */
const NUMBERING =
  /^(?:(?:section|article|part)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[ivxIVX]{1,5}[.)]|[A-Za-z][.)]|\([a-z0-9]{1,3}\))\s+(?=\S)/i;
/** "一、", "（一）", "第一章" before a Chinese title, the outer ones first. */
const HAN_NUMBERING = [
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节条部])\s*(?=\S)/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]\s*(?=\S)/u,
];
const BULLET = /^(?:[•·▪◦●○■□‣∙⁃➢✓*–—-]|o(?= \p{Lu}))\s+/u;
const LETTERED = /^(?:\([a-z]{1,4}\)|\(\d{1,2}\)|[a-z]\)|[ivx]{1,5}[.)]|\d{1,2}[.)])\s+/i;

/** Whether a line that stands alone in bold acts as a heading. */
export function looksLikeBoldHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING || !/\p{L}/u.test(text)) return false;
  if (/[;,；，。：]$/.test(text)) return false;
  if (/[.!]$/.test(text)) return words(text) <= 6 && !/^we\b/i.test(text);
  return text.endsWith(':') ? words(text) <= 6 : words(text) <= 14;
}

/** Depth of a numbered title ("3.1 Sharing" is 2), 0 if the line is none: long, a sentence, or unnumbered. */
export function numberedHeadingDepth(text: string): number {
  if (text.length > 120) return 0;
  const han = HAN_NUMBERING.findIndex((pattern) => pattern.test(text));
  if (han >= 0) return text.length > 40 || /[。；，：！？;:]/.test(text) ? 0 : han + 1;
  const number = NUMBERING.exec(text)?.[0];
  if (number === undefined) return 0;
  const title = text.slice(number.length);
  if (title.length > 80 || words(title) > 10 || /[.;,:!]$/.test(title) || !/^["“(]?\p{Lu}/u.test(title))
    return 0;
  return (number.match(/\d+/g) ?? ['']).length;
}

/** A short line in capitals without a full stop. */
export function isCapitalsHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING &&
    !HAN.test(text) &&
    words(text) <= 10 &&
    !/\p{Ll}/u.test(text) &&
    /\p{Lu}{4}/u.test(text) &&
    !/[.;,!]$/.test(text)
  );
}

const SMALL_WORDS =
  /^(?:a|an|and|as|at|by|for|from|in|of|on|or|our|the|to|we|with|your|you|do|is|are|its|&|–|-|—|\/)$/i;

/** A short line in which every word but small ones begins with a capital, without a full stop. */
export function isTitleCase(text: string): boolean {
  if (text.length > 70 || HAN.test(text) || words(text) > 9 || /[.;,:!]$/.test(text)) return false;
  const long = text.split(' ').filter((word) => !SMALL_WORDS.test(word));
  return long.length > 0 && /^\p{Lu}/u.test(text) && long.every((word) => /^["“(]?[\p{Lu}\d]/u.test(word));
}

/** Length of a bullet or enumerator at a line's start, white space after it included; 0 if there is none. */
export function markerLength(line: string): number {
  return (BULLET.exec(line) ?? LETTERED.exec(line))?.[0].length ?? 0;
}

/** Whether a line begins with a sign that hardly anything but a list's item begins with. */
export function isStrongBullet(line: string): boolean {
  return /^(?:[•·▪◦●○■□‣∙⁃*-]|\([a-z]{1,3}\)|[a-z]\))\s/.test(line);
}

/** "Device data: …" without emphasis: the words before the colon, if they look like a name. */
export function labelBeforeColon(text: string): Span | undefined {
  const colon = text.slice(0, 60).indexOf(':');
  if (colon < 2 || text.length < colon + 8 || text.charAt(colon + 1) !== ' ') return undefined;
  const label = text.slice(0, colon);
  if (words(label) > 6 || /[.,;?!]/.test(label) || !/^["“]?\p{Lu}/u.test(label)) return undefined;
  if (/\b(?:we|you|us|may|will|can|is|are|following|below|include|includes|including|such)\b/i.test(label))
    return undefined;
  return { start: 0, end: colon };
}

/**
 * Whether an emphasized opening acts as a label: it ends like one, or what follows begins anew. Emphasis inside a
 * running sentence ("**We do not** sell") is none.
 */
export function isRunInLabel(opening: string, rest: string, strong: boolean): boolean {
  if (opening.length === 0 || opening.length > LONGEST_LABEL || rest === '') return false;
  if (/[.:–—?!-]["”’)]?$/.test(opening) || /^[:–—-]/.test(rest)) return true;
  if (strong && /^(?:means?|refers? to|(?:shall|will) mean|is defined as)\s/.test(rest)) return true;
  return strong && /^["“(]?[\p{Lu}\d]/u.test(rest) && words(opening) <= 12 && !/^(?:we|you)$/i.test(opening);
}
