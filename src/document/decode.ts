import { tell } from '../locale/index.js';
import type { DocumentFormat, Note } from './model.js';

/** The text of a file. A byte order mark stays in it, so that offsets count from the file's first letter. */
export interface Decoded {
  readonly text: string;
  /** The encoding's name as the Encoding Standard has it: "utf-8", "windows-1252" … */
  readonly encoding: string;
  readonly notes: readonly Note[];
}

/** Thrown for bytes that are no text; the message says what they seem to be. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** Where a page may name its encoding. The standard asks for 1024 bytes; real pages name it later. */
const HEAD_BYTES = 8192;
/** One NUL or ten other control bytes in so many are more than a text has. */
const CONTROL_EVERY = 1000;

/**
 * Decodes a file: by its byte order mark; else as UTF-8 if its bytes are valid UTF-8; else an HTML page by the first
 * encoding it names that fits its bytes, or as Windows-1252, and other texts as UTF-8 with U+FFFD for the bad bytes,
 * which a note of code `encoding` tells. Throws `UnreadableError` for bytes that are no text.
 */
export function decodeBytes(bytes: Uint8Array, format?: DocumentFormat): Decoded {
  const marked = byMark(bytes);
  if (marked !== undefined) return withBadBytes(bytes, marked);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return withBadBytes(bytes, wide);
  refuseBinary(bytes);
  const bad = firstBadByte(bytes);
  if (bad < 0) return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', notes: [] };
  return format === 'html' || (format === undefined && looksLikeHtml(bytes))
    ? decodePage(bytes, bad)
    : withBadBytes(bytes, 'utf-8');
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark: Latin text has a NUL in every other byte, always on the same side. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length, HEAD_BYTES);
  const nuls = [0, 0];
  for (let i = 0; i < size; i++) if (bytes[i] === 0) nuls[i % 2] = (nuls[i % 2] as number) + 1;
  const [even, odd] = nuls as [number, number];
  if (bytes.length % 2 === 1 || size < 4) return undefined;
  if (odd * 4 > size && even * 50 < odd) return 'utf-16le';
  return even * 4 > size && odd * 50 < even ? 'utf-16be' : undefined;
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an office document'],
];

function refuseBinary(bytes: Uint8Array): void {
  const start = latin1(bytes.subarray(0, 8));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) throw new UnreadableError(`not a text: this looks like ${known[1]}`);
  let nuls = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) nuls++;
    // Tab, line feed, form feed, return and escape do stand in texts.
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  if (nuls * CONTROL_EVERY > bytes.length || controls * CONTROL_EVERY > 10 * bytes.length) {
    throw new UnreadableError(
      `not a text: ${nuls + controls} of its ${bytes.length} bytes are control characters`,
    );
  }
}

/** A page whose bytes are not valid UTF-8. */
function decodePage(bytes: Uint8Array, bad: number): Decoded {
  for (const label of namedEncodings(bytes)) {
    const decoded = tryDecode(bytes, label);
    if (decoded !== undefined) return { ...decoded, notes: [] };
  }
  const text = decode(bytes, 'utf-8');
  const lost = count(text, /\uFFFD/g);
  // A few broken letters amid many whole ones: cut or joined UTF-8, not another encoding.
  if (count(text, /[^\p{ASCII}\uFFFD]/gu) > 10 * lost) return withBadBytes(bytes, 'utf-8');
  return {
    text: decode(bytes, 'windows-1252'),
    encoding: 'windows-1252',
    notes: [{ code: 'encoding', ...tell('encoding-guessed', { byte: bad, line: lineOf(bytes, bad) }) }],
  };
}

/** Encodings that the page's `meta` elements name, in order. */
function namedEncodings(bytes: Uint8Array): string[] {
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  const labels = [...head.matchAll(/<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/gi)].map(
    (match) => match[1] as string,
  );
  return [...new Set(labels.map((label) => label.toLowerCase()))];
}

function tryDecode(bytes: Uint8Array, label: string): { text: string; encoding: string } | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    // A page whose `meta` can be read byte by byte is not UTF-16, whatever it says.
    if (decoder.encoding.startsWith('utf-16')) return undefined;
    return { text: mended(decoder.decode(bytes), decoder.encoding), encoding: decoder.encoding };
  } catch {
    // An unknown label, or bytes that do not fit it.
    return undefined;
  }
}

function withBadBytes(bytes: Uint8Array, encoding: string): Decoded {
  const text = decode(bytes, encoding);
  const bad = encoding === 'utf-8' ? firstBadByte(bytes) : -1;
  if (bad < 0) return { text, encoding, notes: [] };
  const note = tell('encoding-broken', { byte: bad, line: lineOf(bytes, bad) });
  return { text, encoding, notes: [{ code: 'encoding', ...note }] };
}

function decode(bytes: Uint8Array, encoding: string): string {
  return mended(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding);
}

/** The letters that Windows-1252 has at 0x80 to 0x9F; five places are empty. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node decode Windows-1252 as Latin-1, which has control characters where it has quotation marks. */
function mended(text: string, encoding: string): string {
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Offset of the first byte that is not valid UTF-8 (RFC 3629), or -1. */
function firstBadByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const size = sequenceAt(bytes, i);
    if (size === 0) return i;
    i += size;
  }
  return -1;
}

/** Length of the UTF-8 sequence at an offset, 0 if it is not valid. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  const second = bytes[at + 1] ?? 0;
  // No overlong forms, surrogates, or code points past U+10FFFF.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (size === 0 || second < least || second > most) return 0;
  for (let i = at + 2; i < at + size; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return 0;
  return size;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++;
  return line;
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^\s*(?:<!--|<!doctype html|<html|<head|<body)/i.test(latin1(bytes.subarray(0, 1024)));
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
