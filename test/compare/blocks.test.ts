import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignBlocks, type BlockRow } from '../../src/compare/index.js';
import { parsePolicy } from '../../src/index.js';

const SENTENCES = [
  'We collect your name and your address when you order.',
  'We share your address with the carrier that brings the parcel.',
  'Cookies keep you signed in until you close the browser.',
  'Our partners may use your data for purposes of their own.',
  'You can delete your account in the settings at any time.',
  'We keep invoices for ten years, as tax law asks us to.',
];
const read = (paragraphs: readonly string[]) => parsePolicy({ text: paragraphs.join('\n\n'), path: 'a.md' });
const align = (before: readonly string[], after: readonly string[]) => alignBlocks(read(before), read(after));

const onSide = (side: 'before' | 'after', rows: readonly BlockRow[]): number[] =>
  rows.flatMap((row) => {
    if (row.kind === 'moved') return row.side === side ? [row.block] : [];
    return side in row ? [(row as Readonly<Record<typeof side, number>>)[side]] : [];
  });

const texts = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 12 });

describe('laying two texts side by side', () => {
  it('gives each block of each text one row, in the order of its text', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const rows = align(before, after);
        expect(onSide('before', rows)).toEqual(before.map((_, i) => i));
        expect(onSide('after', rows)).toEqual(after.map((_, i) => i));
      }),
    );
  });

  it('finds every block of a text the same in itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(align(text, text)).toEqual(text.map((_, i) => ({ kind: 'same', before: i, after: i })));
      }),
    );
  });

  it('tells words that changed, moved, came and went', () => {
    const [a, b, c, d, e] = SENTENCES as [string, string, string, string, string];
    const changed = 'We share your address and your e-mail with the carrier that brings the parcel.';
    expect(
      align([a, b, c, d], [c, a, changed, e])
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['added', 'moved', 'moved', 'removed', 'reworded', 'same'].sort());
  });

  it('pairs what moved with where it went', () => {
    const [a, b, c] = SENTENCES as [string, string, string];
    const moved = align([a, b, c], [b, c, a]).filter((row) => row.kind === 'moved');
    expect(moved).toEqual([
      { kind: 'moved', side: 'before', block: 0, partner: 2 },
      { kind: 'moved', side: 'after', block: 2, partner: 0 },
    ]);
  });
});
