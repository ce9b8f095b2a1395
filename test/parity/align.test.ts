import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlignStats, align } from '../../src/parity/align.js';
import { periodsIn } from '../../src/parity/periods.js';
import type { Unit } from '../../src/parity/unit.js';

const unit = (name: string, more: Partial<Unit> = {}): Unit => ({
  kind: 'paragraph',
  level: 0,
  length: 80,
  ordinal: undefined,
  features: new Set([name, 'common']),
  ...more,
});
const units = (names: string): Unit[] => [...names].map((name) => unit(name));
const pairs = (first: readonly Unit[], second: readonly Unit[]): string =>
  align(first, second)
    .map((bead) => `${bead.first.join('+')}-${bead.second.join('+')}`)
    .join(' ');

describe('align', () => {
  it('pairs in order, and leaves alone what the other text lacks', () => {
    expect(pairs(units('abcdef'), units('abcdef'))).toBe('0-0 1-1 2-2 3-3 4-4 5-5');
    expect(pairs(units('abXcdef'), units('abcdef'))).toBe('0-0 1-1 2- 3-2 4-3 5-4 6-5');
    expect(pairs(units('abcdef'), units('abcYdef'))).toBe('0-0 1-1 2-2 -3 3-4 4-5 5-6');
  });

  it('lets one block answer to two', () => {
    const whole = unit('b', { length: 160, features: new Set(['b', 'c', 'common']) });
    expect(pairs([unit('a'), whole, unit('d')], units('abcd'))).toBe('0-0 1-1+2 2-3');
  });

  it('puts a heading to what stands under it, whatever its number', () => {
    const heading = (ordinal: number): Unit =>
      unit('h', { kind: 'heading', length: 10, ordinal, features: new Set() });
    const first = [heading(1), unit('a'), heading(2), unit('c')];
    const second = [heading(1), unit('a'), heading(2), unit('b'), heading(3), unit('c')];
    expect(pairs(first, second)).toBe('0-0 1-1 -2 -3 2-4 3-5');
  });

  it('gives all blocks of both texts once, each text in its order', () => {
    const some = fc.record({
      name: fc.constantFrom(...'abcdefgh'),
      kind: fc.constantFrom('heading', 'paragraph', 'item'),
      length: fc.integer({ min: 1, max: 200 }),
    });
    const text = fc.array(some.map(({ name, ...more }) => unit(name, more as Partial<Unit>)));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const beads = align(first, second);
        expect(beads.flatMap((bead) => bead.first)).toEqual([...first.keys()]);
        expect(beads.flatMap((bead) => bead.second)).toEqual([...second.keys()]);
      }),
    );
  });

  it('finds its way back after a long passage that one text lacks', () => {
    const shared = Array.from({ length: 60 }, (_, i) => unit(`s${i}`));
    const extra = Array.from({ length: 300 }, (_, i) => unit(`x${i}`));
    const beads = align(shared, [...shared.slice(0, 30), ...extra, ...shared.slice(30)]);
    const paired = beads.filter((bead) => bead.first.length > 0 && bead.second.length > 0);
    const wrong = paired.filter(({ first: [i = 0], second: [j] }) => j !== (i < 30 ? i : i + 300));
    expect({ wrong, paired: paired.length }).toEqual({ wrong: [], paired: 60 });
  });

  it('costs work that grows with the texts and not with their product', () => {
    const stepsFor = (count: number): number => {
      const all = Array.from({ length: count }, (_, i) => unit(`n${i % 97}`));
      const stats: AlignStats = { steps: 0 };
      align(all, all, stats);
      return stats.steps;
    };
    const [small, large] = [stepsFor(400), stepsFor(1600)];
    expect(large / small).toBeGreaterThan(3.5);
    expect(large / small).toBeLessThan(4.5);
  });
});

describe('periodsIn', () => {
  const keys = (text: string): string[] => periodsIn(text).map(({ key }) => key);

  it.each([
    ['for 30 days', '三十天', '30 days'],
    ['for two weeks', '两周', '14 days'],
    ['after 24 months', '二十四个月', '24 months'],
    ['within one year', '一年', '12 months'],
    ['within fifteen (15) working days', '15个工作日', '15 working days'],
    ['within 15 business days', '十五個工作日', '15 working days'],
    ['for 48 hours', '48小时', '48 hours'],
    ['for 180 days', '一百八十日', '180 days'],
  ])('%s is %s', (english, chinese, key) => {
    expect([keys(english), keys(chinese)]).toEqual([[key], [key]]);
  });

  it.each(['2022年1月20日', '1月20日', '未满14周岁', 'on 20 January 2022', 'version 3', 'some days'])(
    '%s is none',
    (text) => {
      expect(keys(text)).toEqual([]);
    },
  );
});
