import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/index.js';
import { countWords, statistics } from '../../src/report/statistics.js';

describe('countWords', () => {
  it.each([
    ['We keep it.', 3],
    ["don't stop third-party U.S. data", 5],
    ['  — 30 days… ', 2],
    ['a - b. c', 3],
    ['Größe naïveté', 2],
    ["'quoted' end.", 2],
    ['', 0],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('statistics', () => {
  it('leave markup out, and headings out of the sentences', () => {
    const document = parsePolicy('# Our policy\n\nWe *keep* it. We [share](https://a.example/b) it.\n');
    expect(statistics(document, [])).toEqual({ characters: 34, words: 8, sentences: 2 });
  });
});
