import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createAnalyzer, format, parsePolicy } from '../src/index.js';
import { compareWithMarks, expectationsOf } from './support/expectations.js';

const folder = fileURLToPath(new URL('../corpus/', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => /\.(md|html)$/.test(name) && name !== 'README.md')
  .sort();
const analyzer = createAnalyzer();

/** Letters and digits alone: what markup, entities and typesetting leave of words. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

describe.each(names)('corpus/%s', (name) => {
  const text = readFileSync(folder + name, 'utf8');
  const path = `corpus/${name}`;
  const document = parsePolicy({ text, path });
  const report = analyzer.analyze({ text, path });

  it('gives the marked findings and no others', () => {
    expect(compareWithMarks(expectationsOf(document), report.findings)).toEqual({
      missed: [],
      unexpected: [],
    });
  });

  it('is reported as in the snapshot', async () => {
    const shown = format(report, 'stylish', { width: 110, textOf: () => text });
    await expect(shown).toMatchFileSnapshot(`corpus/${name}.txt`);
  });

  it('shows the quoted words between the offsets of each finding', () => {
    for (const { quote, position } of report.findings) {
      if (!position) continue;
      const source = text.slice(position.start.offset, position.end.offset);
      expect(letters(visibleWords(source, name))).toBe(letters(quote));
    }
  });
});

/** The source without its tags, entities and link targets; the corpus uses no others. */
function visibleWords(source: string, name: string): string {
  if (name.endsWith('.md')) return source.replace(/\]\([^)]*\)/g, ']').replace(/<[^>]*>/g, '');
  return source.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, ' ');
}
