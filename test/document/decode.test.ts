import { describe, expect, it } from 'vitest';
import { decodeBytes, UnreadableError } from '../../src/document/decode.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));
const utf16 = (text: string, little: boolean): number[] =>
  [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });

describe('decodeBytes', () => {
  it('reads UTF-8 and keeps a byte order mark', () => {
    expect(decodeBytes(utf8('Données 😀'))).toEqual({ text: 'Données 😀', encoding: 'utf-8', notes: [] });
    expect(decodeBytes(bytes([0xef, 0xbb, 0xbf], 'We'))).toEqual({
      text: '\uFEFFWe',
      encoding: 'utf-8',
      notes: [],
    });
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', notes: [] });
  });

  it('reads UTF-16 of both byte orders, with and without a mark', () => {
    expect(decodeBytes(bytes([0xff, 0xfe], utf16('Wé', true)))).toMatchObject({
      text: '\uFEFFWé',
      encoding: 'utf-16le',
    });
    expect(decodeBytes(bytes([0xfe, 0xff], utf16('Wé', false)))).toMatchObject({
      text: '\uFEFFWé',
      encoding: 'utf-16be',
    });
    expect(decodeBytes(bytes(utf16('We collect', true)))).toMatchObject({
      text: 'We collect',
      encoding: 'utf-16le',
    });
    expect(decodeBytes(bytes(utf16('We collect', false)))).toMatchObject({
      text: 'We collect',
      encoding: 'utf-16be',
    });
  });

  it('takes valid UTF-8 for UTF-8 whatever the page says', () => {
    const page = '<meta charset="windows-1252"><p>café</p>';
    expect(decodeBytes(utf8(page), 'html')).toEqual({ text: page, encoding: 'utf-8', notes: [] });
  });

  it('takes the first encoding a page names that fits its bytes', () => {
    const two = bytes(
      '<meta charset="utf-8"><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
      [0xb1],
    );
    expect(decodeBytes(two, 'html')).toMatchObject({ encoding: 'iso-8859-2', notes: [] });
    expect(decodeBytes(two, 'html').text.endsWith('ą')).toBe(true);
    const latin = bytes('<META CONTENT="text/html; charset=ISO-8859-1">', [0x93, 0xe9, 0x94]);
    expect(decodeBytes(latin, 'html').text.endsWith('“é”')).toBe(true);
    const wide = bytes('<meta charset="utf-16"><meta charset="no-such-charset">', [0xe9]);
    expect(decodeBytes(wide, 'html')).toMatchObject({ encoding: 'windows-1252' });
  });

  it('falls back to Windows-1252 for pages and says so', () => {
    const decoded = decodeBytes(bytes('<html>\n<p>caf', [0xe9], '</p>'), 'html');
    expect(decoded.text).toBe('<html>\n<p>café</p>');
    expect(decoded.encoding).toBe('windows-1252');
    expect(decoded.notes).toMatchObject([
      { code: 'encoding', message: expect.stringContaining('byte 13, line 2') },
    ]);
    expect(decodeBytes(bytes('<!DOCTYPE html>caf', [0xe9])).encoding).toBe('windows-1252');
  });

  it('keeps UTF-8 for a page with few broken letters among many whole ones', () => {
    const decoded = decodeBytes(bytes('é'.repeat(40), [0xe9], ' x'), 'html');
    expect(decoded).toMatchObject({ encoding: 'utf-8', text: `${'é'.repeat(40)}\uFFFD x` });
    expect(decoded.notes).toHaveLength(1);
  });

  it.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a code point past the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a cut sequence', [0xe2, 0x82]],
  ])('replaces %s in other texts and says where', (_, bad) => {
    const decoded = decodeBytes(bytes('One.\nTwo ', bad), 'markdown');
    expect(decoded.text).toMatch(/^One\.\nTwo \uFFFD+$/);
    expect(decoded.notes).toMatchObject([
      { code: 'encoding', message: expect.stringContaining('byte 9, line 2') },
    ]);
  });

  it('agrees with TextDecoder on what is valid UTF-8', () => {
    for (let a = 0x80; a < 0x100; a++) {
      for (let b = 0x60; b < 0x100; b += 3) {
        const all = bytes('text text ', [a, b, 0x80, 0x80], ' text');
        const lossy = new TextDecoder().decode(all).includes('\uFFFD');
        expect(decodeBytes(all, 'text').notes.length, `${a} ${b}`).toBe(lossy ? 1 : 0);
      }
    }
  });

  it('refuses bytes that are no text', () => {
    expect(() => decodeBytes(bytes('%PDF-1.7 text'))).toThrow(UnreadableError);
    expect(() => decodeBytes(bytes('%PDF-1.7 text'))).toThrow('PDF');
    expect(() => decodeBytes(bytes('abc', [0, 0, 0], 'def', [0], 'x'))).toThrow(/control characters/);
    expect(() => decodeBytes(bytes([1, 2, 3, 4, 5, 6, 7, 65]))).toThrow(UnreadableError);
    expect(() => decodeBytes(Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256))).toThrow(
      UnreadableError,
    );
  });
});
