import type { TextBuilder } from '../../source/index.js';

/**
 * Called for each stretch of a text node's value: copied letter by letter from the source when the lengths agree,
 * else standing for the source between the two offsets as a whole.
 */
export type Piece = (value: string, sourceStart: number, sourceEnd: number) => void;

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z][a-zA-Z0-9]*));?/y;
const SPECIAL = /[&<\r\0]/g;
/** Letters that must agree to take up the thread after text that the parser moved (out of tables). */
const RESYNC = 8;
const TAG = /<[a-zA-Z/!?](?:"[^"]*"|'[^']*'|[^'">])*>/y;

/**
 * Aligns a text node's value with the source it was parsed from, in which stand character references, CRLF, NUL and,
 * where the parser joined text around a stray tag, markup. Reports pieces in order; work is linear in the source.
 */
export function align(value: string, source: string, start: number, end: number, piece: Piece): void {
  let at = 0;
  let from = beginning(value, source, start);
  while (at < value.length && from < end) {
    const run = copiedRun(value, at, source, from, end);
    if (run > 0) {
      piece(value.slice(at, at + run), from, from + run);
      at += run;
      from += run;
      continue;
    }
    const [length, width] = special(value, at, source, from, end);
    if (width === 0) {
      const again = source.slice(from, end).indexOf(value.slice(at, at + RESYNC));
      if (again < 1) break;
      from += again;
      continue;
    }
    if (length > 0) piece(value.slice(at, at + length), from, from + width);
    at += length;
    from += width;
  }
  if (at < value.length) piece(value.slice(at), Math.min(from, end), end);
}

/** Where a text really starts: parse5 places text that begins with a reference before the body at its semicolon. */
function beginning(value: string, source: string, start: number): number {
  if (source[start] !== ';' || value[0] === ';') return start;
  const reference = source.lastIndexOf('&', start);
  return reference >= 0 && start - reference < 40 ? reference : start;
}

/** Length of the stretch that source and value share up to the next letter of special meaning. */
function copiedRun(value: string, at: number, source: string, from: number, end: number): number {
  SPECIAL.lastIndex = from;
  const found = SPECIAL.exec(source)?.index ?? end;
  const limit = Math.min(found, end, from + value.length - at);
  let i = from;
  while (i < limit && source.charCodeAt(i) === value.charCodeAt(at + i - from)) i++;
  return i - from;
}

/** How much of the value (length) the source shows by how many letters (width); width 0: they do not agree. */
function special(value: string, at: number, source: string, from: number, end: number): [number, number] {
  const letter = source[from];
  if (letter === '\r')
    return [value[at] === '\n' ? 1 : 0, source[from + 1] === '\n' && value[at] === '\n' ? 2 : 1];
  if (letter === '\0') return [value[at] === '\uFFFD' ? 1 : 0, 1];
  if (letter === '&') return reference(value, at, source, from, end);
  if (letter === '<') {
    TAG.lastIndex = from;
    const tag = TAG.exec(source);
    if (tag !== null && from + tag[0].length <= end && !value.startsWith(tag[0], at))
      return [0, tag[0].length];
    if (value[at] === '<') return [1, 1];
  }
  return [0, 0];
}

function reference(value: string, at: number, source: string, from: number, end: number): [number, number] {
  REFERENCE.lastIndex = from;
  const match = REFERENCE.exec(source);
  const width = Math.min(match?.[0].length ?? 0, end - from);
  const name = match?.[3];
  if (match === null || (name !== undefined && value[at] === '&' && !/^amp/i.test(name))) return [1, 1];
  const size = codePointLength(value, at);
  if (name === undefined) return [size, width];
  const agrees = (length: number, taken: number): boolean =>
    fits(value, at + length, source, from + taken, end);
  if (agrees(size, width)) return [size, width];
  const second = size + codePointLength(value, at + size);
  if (agrees(second, width)) return [second, width];
  // Old references need no semicolon ("&copy2015"), so that letters of the text may seem to belong to the name.
  for (let taken = Math.min(width - 1, 8); taken > 2; taken--) if (agrees(size, taken)) return [size, taken];
  return [size, width];
}

/** Whether value and source agree a few letters on, as far as the source speaks plainly. */
function fits(value: string, at: number, source: string, from: number, end: number): boolean {
  for (let i = 0; i < 6; i++) {
    if (from + i >= end) return at + i >= value.length;
    const letter = source[from + i] as string;
    if ('&<\r\0'.includes(letter)) return at + i < value.length || letter === '<';
    if (letter !== value[at + i]) return false;
  }
  return true;
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * White space that HTML folds, the no-break space, which pages use for the same, and letters that do not show (soft
 * hyphens, zero-width spaces), which would cut words.
 */
const UNSHOWN = /[\u00ad\u200b\u2060\ufeff]+|[\s\u00a0]+/g;
const INVISIBLE = /^[\u00ad\u200b\u2060\ufeff]/;

/** Gives a block's visible text: white space folded to one space across nodes, none at the ends. */
export interface Folder {
  /** Text of a node, aligned with the source. */
  text(value: string, source: string, start: number, end: number, shift: number): void;
  /** White space that an element shows at this source place (`<br>`). */
  space(start: number, end: number): void;
}

export function createFolder(builder: TextBuilder): Folder {
  let pending: { start: number; end: number } | undefined;
  const space = (start: number, end: number): void => {
    pending ??= { start, end };
  };
  const words = (value: string, start: number, end: number): void => {
    if (pending !== undefined && builder.length > 0) {
      builder.add(' ', pending.start, Math.max(pending.start, Math.min(pending.end, start)));
    }
    pending = undefined;
    builder.add(value, start, end);
  };
  return {
    space,
    text(value, source, start, end, shift) {
      align(value, source, start, end, (piece, from, to) => {
        const copied = piece.length === to - from;
        let at = 0;
        for (const match of piece.matchAll(UNSHOWN)) {
          const place = copied ? from + match.index : from;
          if (match.index > at)
            words(
              piece.slice(at, match.index),
              shift + (copied ? from + at : from),
              shift + (copied ? place : to),
            );
          if (!INVISIBLE.test(match[0]))
            space(shift + place, shift + (copied ? place + match[0].length : to));
          at = match.index + match[0].length;
        }
        if (at < piece.length) words(piece.slice(at), shift + (copied ? from + at : from), shift + to);
      });
    },
  };
}
