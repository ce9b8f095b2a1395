import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nest, type Piece } from '../../src/page/nest.js';

const TEXT = 'abcdefghijklmnopqrstuvwxyz0123456789';

type Tree =
  | string
  | {
      readonly name: number;
      readonly first: boolean;
      readonly last: boolean;
      readonly inside: readonly Tree[];
    };

function draw(pieces: readonly Piece<number>[]): readonly Tree[] {
  return nest<number, Tree>({ start: 0, end: TEXT.length }, pieces, {
    text: ({ start, end }) => [TEXT.slice(start, end)],
    around: ({ mark, first, last }, inside) => [{ name: mark, first, last, inside }],
  });
}

const textOf = (trees: readonly Tree[]): string =>
  trees.map((tree) => (typeof tree === 'string' ? tree : textOf(tree.inside))).join('');

const piecesOf = (trees: readonly Tree[], name: number): Exclude<Tree, string>[] =>
  trees.flatMap((tree) =>
    typeof tree === 'string' ? [] : [...(tree.name === name ? [tree] : []), ...piecesOf(tree.inside, name)],
  );

const spans = fc.array(
  fc
    .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: TEXT.length }))
    .map(([start, length]) => ({ start, end: Math.min(TEXT.length, start + length) })),
  { maxLength: 12 },
);

describe('nesting marks', () => {
  it('draws every character once and in order, and each mark around its own words', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const trees = draw(all.map((span, mark) => ({ ...span, mark, first: true, last: true })));
        expect(textOf(trees)).toBe(TEXT);
        for (const [name, { start, end }] of all.entries()) {
          const own = piecesOf(trees, name);
          expect(textOf(own)).toBe(TEXT.slice(start, end));
          expect(own.map(({ first }) => first)).toEqual(own.map((_, i) => i === 0));
          expect(own.map(({ last }) => last)).toEqual(own.map((_, i) => i === own.length - 1));
        }
      }),
    );
  });

  it('keeps a mark whole that lies in another, and cuts one that reaches beyond', () => {
    const trees = draw([
      { start: 0, end: 10, mark: 0, first: true, last: true },
      { start: 2, end: 4, mark: 1, first: true, last: true },
      { start: 8, end: 12, mark: 2, first: true, last: true },
    ]);
    expect([0, 1, 2].map((name) => piecesOf(trees, name).length)).toEqual([1, 1, 2]);
  });
});
