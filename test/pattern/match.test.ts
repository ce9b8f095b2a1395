import { describe, expect, it } from 'vitest';
import { compileIndex, type PatternEntry, type PatternIndex } from '../../src/pattern/index.js';
import { stem, tokens } from './tokens.js';

function pack(classes: Record<string, string | string[]>): PatternIndex {
  const entries = Object.entries(classes).flatMap(([name, phrases]) =>
    [phrases]
      .flat()
      .map((phrase): PatternEntry => ({ class: name, phrase, specific: name.endsWith('named') })),
  );
  return compileIndex(entries, { stem });
}

const shown = (index: PatternIndex, text: string) =>
  index.match(tokens(text)).map((match) => `${match.class} ${match.start}-${match.end}`);

describe('matches', () => {
  it('come by start, longer first, the longest of a class only', () => {
    const index = pack({ who: ['partner', 'partner in crime'], crime: 'partner in', in: '"in"' });
    expect(shown(index, 'a partner in crime')).toEqual(['who 1-4', 'crime 1-3', 'in 2-3']);
  });

  it('carry class, entry and whether they identify something', () => {
    const index = pack({ 'who.some': 'partner', 'who.named': ['acme', 'globex'] });
    expect(index.match(tokens('partners Globex'))).toEqual([
      { class: 'who.some', classId: 0, specific: false, start: 0, end: 1, entry: 0 },
      { class: 'who.named', classId: 1, specific: true, start: 1, end: 2, entry: 2 },
    ]);
  });

  it('name the first entry that fits', () => {
    const index = pack({ x: ['a (b|c)', 'a b'] });
    expect(index.match(tokens('a b')).map(({ entry }) => entry)).toEqual([0]);
  });

  it('find nothing in nothing', () => {
    expect(pack({ x: 'a' }).match([])).toEqual([]);
    expect(compileIndex([], { stem }).match(tokens('a b'))).toEqual([]);
  });

  it('are the same the second time', () => {
    const index = pack({ x: 'a ..3 b', y: '@x c' });
    const first = shown(index, 'a a b c');
    expect(first).toEqual(['y 0-4', 'x 0-3', 'y 1-4', 'x 1-3']);
    expect(shown(index, 'a a b c')).toEqual(first);
    expect(shown(index, 'b c')).toEqual([]);
  });
});

describe('classes', () => {
  it('stand in phrases, at the beginning, inside and at the end', () => {
    const index = pack({
      data: ['name', 'email address'],
      to: 'with @who',
      who: 'partner',
      all: 'share @data @to',
      did: '@data is shared',
    });
    expect(shown(index, 'share email address with partners').filter((m) => m.startsWith('all'))).toEqual([
      'all 0-5',
    ]);
    expect(shown(index, 'name is shared').filter((m) => m.startsWith('did'))).toEqual(['did 0-3']);
  });

  it('stand for all classes below them, not for names that only begin alike', () => {
    const index = pack({
      'data.contact': 'email',
      'data.contact.home': 'street',
      database: 'table',
      all: 'my @data',
      one: 'my @data.contact.home',
    });
    expect(shown(index, 'my street').filter((m) => !m.startsWith('d'))).toEqual(['all 0-2', 'one 0-2']);
    expect(shown(index, 'my email').filter((m) => !m.startsWith('d'))).toEqual(['all 0-2']);
    expect(shown(index, 'my table')).toEqual(['database 1-2']);
  });

  it('are used with every length, not only the longest', () => {
    const index = pack({ x: ['a', 'a b'], y: '@x b c' });
    expect(shown(index, 'a b c')).toEqual(['y 0-3', 'x 0-2']);
  });

  it('can be a class alone', () => {
    const index = pack({ x: 'a', y: '@x', z: '@y | b' });
    expect(shown(index, 'a b')).toEqual(['x 0-1', 'y 0-1', 'z 0-1', 'z 1-2']);
  });

  it('are known by number and name', () => {
    const index = pack({ 'data.contact': 'email', 'data.location': 'place', who: 'us' });
    const contact = index.classId('data.contact') as number;
    expect(index.classes[contact]).toBe('data.contact');
    expect(index.isA(contact, 'data')).toBe(true);
    expect(index.isA(contact, 'data.contact')).toBe(true);
    expect(index.isA(contact, 'data.con')).toBe(false);
    expect(index.isA(contact, 'data.location')).toBe(false);
    expect([...index.classesUnder('data')]).toEqual([contact, index.classId('data.location')]);
    expect(index.classesUnder('nothing').size).toBe(0);
    expect(index.classId('data')).toBeUndefined();
  });

  it('declared up front exist without phrases and keep their numbers', () => {
    const entries = [{ class: 'b', phrase: 'x @later.on', specific: false }];
    const index = compileIndex(entries, { stem, classes: ['later.on', 'b'] });
    expect(index.classes).toEqual(['later.on', 'b']);
    expect(index.match(tokens('x'))).toEqual([]);
  });
});

describe('captures', () => {
  const captured = (phrase: string, text: string, extra: Record<string, string> = {}) => {
    const index = pack({ x: phrase, ...extra });
    return index.match(tokens(text)).find((match) => match.class === 'x')?.captures;
  };

  it('give the tokens of a part', () => {
    expect(captured('share <what: all? data> with <who: partner>', 'share all data with partners')).toEqual({
      what: { start: 1, end: 3 },
      who: { start: 4, end: 5 },
    });
  });

  it('are missing when they take no part', () => {
    expect(captured('a <b: b?> c', 'a c')).toEqual({});
  });

  it('hold gaps, classes and each other', () => {
    expect(
      captured('<term: @quoted ..2 word> means <all: a <in: b>>', 'this very word means a b', {
        quoted: 'this',
      }),
    ).toEqual({
      term: { start: 0, end: 3 },
      all: { start: 4, end: 6 },
      in: { start: 5, end: 6 },
    });
  });

  it('prefer short gaps and the first alternative', () => {
    expect(captured('a ..4 <it: b> ..4 c', 'a b b c')?.it).toEqual({ start: 1, end: 2 });
    expect(captured('a (<left: b>|<right: b>) c', 'a b c')).toEqual({ left: { start: 1, end: 2 } });
  });
});

describe('work', () => {
  const index = pack({
    who: ['partner', 'our (trusted|) partner', 'partner of our partner'],
    data: ['data', 'your (personal|) data', '@data.more ..3 data'],
    'data.more': ['more', 'more and more'],
    share: [
      'share ..12 with ..12 @who',
      'share ..12 @data ..12 with',
      '<what: @data> ..12 @who',
      'a ..12 a ..12 a',
    ],
  });
  const stepsFor = (text: string) => {
    const stats = { steps: 0 };
    index.match(tokens(text), stats);
    return stats.steps;
  };

  it.each([
    'we share your data and more data with our partners ',
    'share share with with more more data data partner ',
    'a ',
    'more ',
    'nothing known at all ',
  ])('doubles when the text doubles: %s', (text) => {
    const once = stepsFor(text.repeat(500));
    const twice = stepsFor(text.repeat(1000));
    expect(twice).toBeLessThanOrEqual(once * 2.1);
  });

  it('costs nothing where no first word fits', () => {
    expect(stepsFor('nothing known at all '.repeat(100))).toBe(0);
  });

  it('does not grow with phrases that begin otherwise', () => {
    const some = ['share ..5 data', ...Array.from({ length: 2000 }, (_, i) => `word${i} @data thing`)];
    const text = tokens('we share your data '.repeat(50));
    const small = { steps: 0 };
    const large = { steps: 0 };
    pack({ x: some.slice(0, 1), data: 'zebra' }).match(text, small);
    pack({ x: some, data: 'zebra' }).match(text, large);
    expect(small.steps).toBeGreaterThan(0);
    expect(large.steps).toBe(small.steps);
  });

  it('costs next to nothing where the rare word of a phrase is missing', () => {
    const index = pack({
      x: ['the ..20 broker', 'the (own|) ..8 (seller|trader) of @data', '@who ..30 broker'],
      who: ['the owner', 'the'],
      data: 'data',
    });
    // Rare words are worth looking for only over many texts.
    index.match(tokens('nothing '.repeat(20_000)));
    const steps = (text: string): number => {
      const stats = { steps: 0 };
      index.match(tokens(text), stats);
      return stats.steps;
    };
    const rare = steps('the data of the owner '.repeat(40));
    expect(rare).toBeLessThan(200 * 2);
    expect(steps('the data of the broker '.repeat(40))).toBeGreaterThan(rare * 5);
  });
});

describe('words that a phrase cannot do without', () => {
  /** Matchers look for them once they have seen some text. */
  const warm = (index: PatternIndex): PatternIndex => {
    index.match(tokens('nothing '.repeat(20_000)));
    return index;
  };

  it('may be any of many, in classes, behind options and gaps', () => {
    const many = Array.from({ length: 100 }, (_, i) => `word${i}`);
    const index = warm(
      pack({
        few: many.slice(0, 10),
        lots: many,
        x: ['the ..3 @few', 'any ..3 @lots', 'some (@few|@lots|)', 'no (of|) (@few|rest)'],
      }),
    );
    const found = (text: string): string[] => shown(index, text).filter((match) => match.startsWith('x'));
    expect(found('the a b word9')).toEqual(['x 0-4']);
    expect(found('the a b word99')).toEqual([]);
    expect(found('any a word99')).toEqual(['x 0-3']);
    expect(found('some')).toEqual(['x 0-1']);
    expect(found('no of word3, no rest, no word30')).toEqual(['x 0-3', 'x 4-6']);
  });

  it('do not last from one text to the next', () => {
    const index = warm(pack({ x: 'the ..9 broker' }));
    expect(shown(index, 'the best broker')).toEqual(['x 0-3']);
    expect(shown(index, 'the best')).toEqual([]);
    expect(shown(index, 'broker the best')).toEqual([]);
    expect(shown(index, 'the broker')).toEqual(['x 0-2']);
  });
});
