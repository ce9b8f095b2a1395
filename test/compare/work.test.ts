import { describe, expect, it } from 'vitest';
import { pairUnits } from '../../src/compare/pair.js';
import { type Unit, unitOf } from '../../src/compare/unit.js';

/** Words made of numbers: as many unlike ones as asked for, always the same. */
function word(number: number): string {
  return `w${(number * 7919) % 100_003}`;
}

/** Sentences with common words among rare ones; every `changed`th is other than in the text before. */
function text(size: number, changed: number, which: 'before' | 'after'): Unit[] {
  return Array.from({ length: size }, (_, i) => {
    const differs = changed > 0 && i % changed === 0 && which === 'after';
    const words = Array.from({ length: 12 }, (_, k) => (k % 3 === 0 ? 'data' : word(i * 12 + k)));
    if (differs) words.splice(4, 3, 'other', word(i + 50_000), 'words');
    return unitOf('share', words.join(' '), ['Section']);
  });
}

const steps = (size: number, changed: number): number =>
  pairUnits(text(size, changed, 'before'), text(size, changed, 'after')).steps;

describe('the work of pairing', () => {
  it.each([
    ['nothing changed', 0],
    ['one in a hundred changed', 100],
    ['all changed', 1],
  ])('doubles with the texts where %s', (_, changed) => {
    for (const size of [500, 1000, 2000]) {
      expect(steps(size * 2, changed) / steps(size, changed)).toBeLessThan(2.3);
    }
  });

  it('is little more than a look at each unit where nearly all is the same', () => {
    expect(steps(4000, 100)).toBeLessThan(4000 * 6);
  });

  it('stays in bounds where all sentences are made of the same few words', () => {
    const same = (size: number, last: string): Unit[] =>
      Array.from({ length: size }, (_, i) =>
        unitOf('use', `we use your data for ${i % 7} and ${i % 11} and ${last} ${i}`, ['Use']),
      );
    const count = (size: number): number => pairUnits(same(size, 'this'), same(size, 'that')).steps;
    expect(count(2000) / count(1000)).toBeLessThan(2.3);
  });

  it('finds the partner of each reworded unit', () => {
    const { reworded, onlyBefore, onlyAfter } = pairUnits(text(600, 3, 'before'), text(600, 3, 'after'));
    expect(reworded.every(([i, j]) => i === j)).toBe(true);
    expect([reworded.length, onlyBefore, onlyAfter]).toEqual([200, [], []]);
  });
});
