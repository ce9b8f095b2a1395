import { describe, expect, it } from 'vitest';
import { excerpt, excerpts } from '../../src/format/excerpt.js';
import { widthOf } from '../../src/format/visible.js';

/** The shown words that stand over the marks, by terminal columns. */
function underlined({ line, marks }: { line: string; marks: string }): string {
  const from = marks.indexOf('^');
  let column = 0;
  let out = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    if (column >= from && column < marks.length) out += segment;
    column += widthOf(segment);
  }
  return out;
}

function show(line: string, quote: string, width = 60) {
  const start = line.indexOf(quote);
  return excerpt(line, start, start + quote.length, width);
}

describe('excerpt', () => {
  it('shows a short line whole', () => {
    expect(show('We share data with our partners today.', 'our partners')).toEqual({
      line: 'We share data with our partners today.',
      marks: '                   ^~~~~~~~~~~~',
    });
  });

  it.each([
    ['wide characters', '我们与第三方 share with our partners'],
    ['tabs', '\tWe\tshare with our partners'],
    ['combining marks', 'Cafe\u0301s share with our partners'],
    ['emoji', '👩‍👩‍👧 and 🎉 share with our partners'],
    ['controls and direction marks', '\u001b[31mred\u202e share with our partners\u0007'],
  ])('underlines right behind %s', (_, line) => {
    expect(underlined(show(line, 'our partners'))).toBe('our partners');
  });

  it('lets no control or direction mark through', () => {
    const { line } = show('\u001b[31mred\u202e share with our partners\u0007', 'our partners');
    expect(line).toBe('<U+001B>[31mred<U+202E> share with our partners<U+0007>');
  });

  it('cuts a long line around the words, within the width', () => {
    const shown = show(`${'before '.repeat(50)}our partners ${'after '.repeat(50)}`, 'our partners');
    expect(underlined(shown)).toBe('our partners');
    expect(shown.line).toMatch(/^….*our partners.*…$/);
    expect(widthOf(shown.line)).toBeLessThanOrEqual(62);
  });

  it('cuts quoted words that are wider than the line', () => {
    const quote = 'word '.repeat(100).trim();
    const shown = show(`Start ${quote} end`, quote);
    expect(widthOf(shown.line)).toBeLessThanOrEqual(62);
    expect(shown.line.endsWith('…')).toBe(true);
    expect(shown.marks.trim().length).toBeGreaterThan(40);
  });

  it('does not split a pair of surrogates', () => {
    const { line } = show(`${'🎉'.repeat(200)}our partners${'🎉'.repeat(200)}`, 'our partners');
    expect(line).not.toContain('<U+D');
  });
});

describe('excerpts', () => {
  const rows = (line: string, quote: string, width = 40) => {
    const start = line.indexOf(quote);
    return excerpts(line, start, start + quote.length, width);
  };

  it('shows words that fit in one row', () => {
    const line = 'We share data with our partners today.';
    expect(rows(line, 'our partners')).toEqual([show(line, 'our partners', 40)]);
  });

  it('breaks longer words at spaces and underlines each row', () => {
    const quote = 'we share what you tell us with everybody who happens to ask for it';
    const shown = rows(`At times ${quote}, and gladly.`, quote);
    expect(shown.map(underlined)).toEqual([
      'we share what you tell us with',
      'everybody who happens to ask for it',
    ]);
    expect(shown.every(({ line }) => widthOf(line) <= 42)).toBe(true);
    expect(shown.at(-1)?.line).toContain(', an');
  });

  it('breaks Chinese where a row is full, and loses nothing of it', () => {
    const quote = '我们可能会与关联公司、合作伙伴以及其他第三方共享您的个人信息，以便为您提供更好的服务';
    const shown = rows(`通常，${quote}。`, quote);
    expect(shown.map(underlined).join('')).toBe(quote);
    expect(shown.every(({ line }) => widthOf(line) <= 42)).toBe(true);
  });

  it('goes on behind a sign that is wider than a row', () => {
    const quote = `ab${'\u{e0061}'.repeat(20)}cd`;
    expect(rows(quote, quote).length).toBeLessThanOrEqual(4);
  });

  it('stops after four rows', () => {
    const quote = 'word '.repeat(100).trim();
    const shown = rows(quote, quote);
    expect(shown).toHaveLength(4);
    expect(shown.at(-1)?.line.endsWith('…')).toBe(true);
  });

  it('breaks a word that is wider than a row', () => {
    const quote = 'x'.repeat(60);
    expect(rows(quote, quote).map(underlined).join('')).toBe(quote);
  });
});
