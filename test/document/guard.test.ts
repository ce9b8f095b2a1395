import { describe, expect, it } from 'vitest';
import { whyNotParse } from '../../src/document/guard.js';
import { readMd } from './read-blocks.js';

const MEGABYTE = 1_000_000;
const times = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length));

function growingTicks(): string {
  const runs: string[] = [];
  for (let size = 0, n = 1; size < MEGABYTE; size += n + 2, n++) runs.push(`${'`'.repeat(n)}a `);
  return runs.join('');
}

/** Texts on which remark-parse is quadratic or overflows the stack. */
const HARD: readonly (readonly [name: string, text: string])[] = [
  ['bullets on one line', times('- ')],
  ['pluses on one line', times('+ ')],
  ['numbers on one line', times('1. ')],
  ['quotation marks', times('>')],
  ['mixed containers', times('> - ')],
  ['opening emphasis', times('*a_ ')],
  ['intraword bold', times('a**b')],
  ['open links', times('[a](b')],
  ['brackets', times('[')],
  ['growing code fences in a line', growingTicks()],
  ['strike-through', times('a~b')],
  ['opening emphasis over lines', times('*a_ *a_ *a_ *a_\n')],
  ['emphasis in a table that is none', `x\n|-|-|\n${times('|*a_ *a_ *a_|\n')}`],
  ['emphasis behind numbers that begin no list', `x\n${times('2. *a_ *a_\n')}`],
  ['open comments', times('x <!-- a ')],
  ['underlined titles', times('a\n=\n')],
  ['quotations in items', times('- > a\n')],
  ['lazy quotations', `> a\n${times('b\n')}`],
  ['deep indents', Array.from({ length: 1_400 }, (_, i) => `${' '.repeat(i)}- a\n`).join('')],
  ['five megabytes on a line', 'We share data. '.repeat(350_000)],
];

describe('texts that remark-parse cannot bear', () => {
  it.each(HARD)('%s: read as plain text, with a note', (_name, text) => {
    const document = readMd(text);
    expect(document.notes.map((note) => note.code)).toEqual(['fallback']);
    expect(document.notes[0]?.message).toMatch(/^read as plain text, because Markdown with \S/);
    expect(document.blocks.length).toBeGreaterThan(0);
    const first = document.blocks[0];
    const { start = 0, end = 0 } = first?.map.toSource({ start: 0, end: 1 }) ?? {};
    expect(text.slice(start, end)).toBe(first?.text.charAt(0));
  });

  it.each(HARD)('%s: looked at once', (_name, text) => {
    const steps = (input: string): number => {
      let sum = 0;
      whyNotParse(input, (n) => {
        sum += n;
      });
      return sum;
    };
    expect(steps(text)).toBeLessThanOrEqual(text.length + 2);
  });

  it('reads one word of a megabyte', () => {
    const document = readMd('a'.repeat(MEGABYTE));
    expect(document.blocks).toHaveLength(1);
    expect(document.blocks[0]?.text).toHaveLength(MEGABYTE);
  });
});

describe('ordinary Markdown', () => {
  const part = [
    '## 4. How we *share*',
    'We share **names** and [orders](https://a.example/x_y_z) with `partners`,',
    'as said in _Part 3_.',
    '',
    '> A quotation with **bold** words',
    'and a lazy line',
    '',
    '1. One **bold** thing',
    '   - inner *one*',
    '   - inner two',
    '2. Two',
    '',
    '| Data | Why | Who |',
    '|---|---|---|',
    '| **name** | to `ship` | [carriers](/c) |',
    '| mail | to *write* | us |',
    '',
    'Title',
    '-----',
    '',
    '<div>Note</div>',
    '',
    '',
  ].join('\n');

  it('is parsed at several hundred kilobytes, also with a long table or a long list', () => {
    expect(whyNotParse(part.repeat(900))).toBeUndefined();
    expect(
      whyNotParse(`| a | b |\n|---|---|\n${'| **x** | [y](z) and *more* |\n'.repeat(5_000)}`),
    ).toBeUndefined();
    expect(whyNotParse('- **x** and [y](z)\n'.repeat(5_000))).toBeUndefined();
    expect(whyNotParse('We share **data** with [them](x).\n'.repeat(400))).toBeUndefined();
  });

  it('adds up the same for text twice as long', () => {
    const count = (text: string): number => {
      let calls = 0;
      whyNotParse(text, () => calls++);
      return calls;
    };
    const once = count(part.repeat(50));
    expect(count(part.repeat(100))).toBe(2 * (once - 1) + 1);
  });
});
