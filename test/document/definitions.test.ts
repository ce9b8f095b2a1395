import { describe, expect, it } from 'vitest';
import { readMd } from './read-blocks.js';

const defined = (text: string): [string, string][] => {
  const { blocks, definitions } = readMd(text);
  return definitions.map((d) => [d.term, blocks[d.block]?.text.slice(d.meaning.start, d.meaning.end) ?? '']);
};

describe('definitions', () => {
  it.each<[string, [string, string][]]>([
    ['"Affiliates" means firms that we own.', [['Affiliates', 'firms that we own']]],
    [
      '“Personal data” refers to what identifies you. It is ours.',
      [['Personal data', 'what identifies you']],
    ],
    [
      'In this policy, "partner" or "vendor" shall mean a firm that helps us.',
      [
        ['partner', 'a firm that helps us'],
        ['vendor', 'a firm that helps us'],
      ],
    ],
    ['When we say "partners," we mean shops that sell for us.', [['partners', 'shops that sell for us']]],
    ['We define "Log data" as what our servers write down.', [['Log data', 'what our servers write down']]],
    ['Welcome. Acme Shop Ltd ("Acme") runs it.', [['Acme', 'Acme Shop Ltd']]],
    ['You use our site and app (collectively, the "Services").', [['Services', 'You use our site and app']]],
    [
      'Acme Shop Ltd (“we”, “us”) runs it.',
      [
        ['we', 'Acme Shop Ltd'],
        ['us', 'Acme Shop Ltd'],
      ],
    ],
    ['- **Affiliate** means a firm that we own.', [['Affiliate', 'a firm that we own']]],
    ['**Log data**: means what servers write.', [['Log data', 'what servers write']]],
  ])('%s', (text, expected) => {
    expect(defined(text)).toEqual(expected);
  });

  it.each([
    'We "may" share data.',
    'He said "no" (and meant it).',
    '# "Affiliates" means firms',
    '**Partners** share data with us.',
    '("")',
    'No quotes.',
  ])('finds none in %j', (text) => {
    expect(defined(text)).toEqual([]);
  });

  it('gives places in the block and keeps the reading order', () => {
    const { definitions } = readMd('"B" means b. Acme Ltd ("A1") is here.\n\n"Cc" means c. "Dd" means d.\n');
    expect(definitions.map((d) => [d.term, d.block])).toEqual([
      ['A1', 0],
      ['Cc', 1],
      ['Dd', 1],
    ]);
  });
});
