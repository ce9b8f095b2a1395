import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyTable } from '../../src/batch/keys.js';
import { repeats } from '../../src/batch/repeats.js';
import { sketchOf } from '../../src/batch/sketch.js';

/** Words that no other seed gives. */
const words = (seed: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `w${seed}n${i}`);
const edited = (list: readonly string[], every: number): string[] =>
  list.map((word, i) => (i % every === every - 1 ? `${word}x` : word));

describe('repeats', () => {
  it('tells the first of the same words', () => {
    const seen = repeats();
    expect(seen.see(sketchOf(words(1, 200)), 1)).toBeUndefined();
    expect(seen.see(sketchOf(words(2, 200)), 2)).toBeUndefined();
    expect(seen.see(sketchOf(words(1, 200)), 3)).toEqual({ gate: 'duplicate', of: 1 });
    expect(seen.see(sketchOf(words(1, 200)), 4)).toEqual({ gate: 'duplicate', of: 1 });
  });

  it.each([120, 600, 3000])(
    'tells texts of %i words that differ in a word of 300, and not those that share a part',
    (length) => {
      let near = 0;
      let far = 0;
      for (let seed = 1; seed <= 40; seed++) {
        const text = words(seed, length);
        const seen = repeats();
        seen.see(sketchOf(text), 1);
        if (seen.see(sketchOf(edited(text, Math.min(length, 300))), 2)?.gate === 'near-duplicate') near++;
        if (seen.see(sketchOf([...text.slice(0, length / 2), ...words(seed + 100, length / 2)]), 3)) far++;
      }
      // Shingles shared: 97% or more, and 33%.
      expect(near).toBeGreaterThanOrEqual(38);
      expect(far).toBe(0);
    },
  );

  it('says nothing of texts without words, and nothing near of short ones', () => {
    const seen = repeats();
    for (const place of [1, 2]) expect(seen.see(sketchOf([]), place)).toBeUndefined();
    seen.see(sketchOf(words(1, 40)), 3);
    expect(seen.see(sketchOf([...words(1, 39), 'other']), 4)).toBeUndefined();
  });
});

describe('the table of keys', () => {
  it('keeps the first number of each key, as a Map would', () => {
    const key = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
        const table = keyTable();
        const map = new Map<string, number>();
        for (const [i, one] of keys.entries()) {
          const known = map.get(one.join());
          expect(table.claim(one, i)).toBe(known);
          if (known === undefined) map.set(one.join(), i);
        }
      }),
    );
  });

  it('grows', () => {
    const table = keyTable();
    for (let i = 0; i < 20_000; i++) table.claim([i, i * 7], i);
    expect(table.claim([12_345, 12_345 * 7], 0)).toBe(12_345);
    expect(table.claim([20_000, 20_000 * 7], 9)).toBeUndefined();
  });
});
