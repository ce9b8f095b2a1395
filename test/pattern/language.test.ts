import { describe, expect, it } from 'vitest';
import { compileIndex, type PatternEntry } from '../../src/pattern/index.js';
import { stem, tokens } from './tokens.js';

const entry = (name: string, phrase: string, specific = false): PatternEntry => ({
  class: name,
  phrase,
  specific,
});

/** The words that a phrase finds in a text, in the order of the matches. */
function found(phrase: string, text: string): string[] {
  const index = compileIndex([entry('x', phrase)], { stem });
  const all = tokens(text);
  return index.match(all).map(({ start, end }) =>
    all
      .slice(start, end)
      .map(({ word }) => word.lower)
      .join(' '),
  );
}

describe('phrase language', () => {
  it.each([
    ['a word by its stem', 'partner', 'our partners and a partner', ['partners', 'partner']],
    ['a word whatever its letters', 'PARTNER', 'Our Partners', ['partners']],
    ['words in a row', 'our partner', 'our trusted partners, our partners', ['our partners']],
    ['an exact word', '"partners"', 'a partner of partners', ['partners']],
    ['exact words', '"we share"', 'we shares; we share', ['we share']],
    [
      'a hyphenated word as two',
      'third-party',
      'a third-party, the third parties, third party',
      ['third party', 'third party'],
    ],
    ['a quoted mark', 'data ","', 'data, data', ['data ,']],
    [
      'an optional word',
      'our trusted? partner',
      'our partner, our trusted partner',
      ['our partner', 'our trusted partner'],
    ],
    [
      'an optional hyphenated word',
      'third-party? vendor',
      'third-party vendor',
      ['third party vendor', 'vendor'],
    ],
    ['alternatives', 'our (partner|vendor)', 'our vendors or our partners', ['our vendors', 'our partners']],
    [
      'an empty alternative',
      'our (own|) vendor',
      'our vendor, our own vendor',
      ['our vendor', 'our own vendor'],
    ],
    ['groups in groups', '(a (b|c d)|e) f', 'a b f, a c d f, e f, a f', ['a b f', 'a c d f', 'e f']],
    ['a choice without a group', 'partner|vendor', 'vendor partner', ['vendor', 'partner']],
    ['a number', '# day', '30 days, thirty days', ['30 days']],
    ['a written number', '30 day', '30 days, 31 days', ['30 days']],
    ['an apostrophe', "don't share", 'we don’t share', ["don't share"]],
    ['a dotted abbreviation', 'in the u.s.', 'in the U.S. now', ['in the u.s.']],
    [
      'a gap',
      'share ..2 data',
      'share data; share your data; share all your data; share all of your data',
      ['share data', 'share your data', 'share all your data'],
    ],
    ['a gap that is too long', 'share ..2 data', 'share, sometimes, data', []],
    ['a gap over commas', 'share ..4 data', 'share, sometimes, data', ['share , sometimes , data']],
    ['no gap over a full stop', 'share ..4 data', 'We share. Your data', []],
    ['no gap over a semicolon', 'share ..4 data', 'share; data', []],
    ['a gap after an option', 'share (it|) ..1 data', 'share it now data', ['share it now data']],
    [
      'a gap at the end as far as it goes',
      'share ..2',
      'share it with us. Share. Now',
      ['share it with', 'share'],
    ],
    [
      'a gap before an option',
      'share ..2 (data|)',
      'share it; share your data',
      ['share it', 'share your data'],
    ],
    ['two gaps', 'a ..1 b ..1 c', 'a x b x c', ['a x b x c']],
  ])('matches %s', (_, phrase, text, expected) => {
    expect(found(phrase, text)).toEqual(expected);
  });

  it.each([
    ['unclosed group', 'our (partner', 4, '"(" is not closed'],
    ['unopened group', 'our partner)', 11, '")" closes nothing'],
    ['unclosed capture', '<who: us', 0, '"<" is not closed'],
    ['capture without a name', 'a <b>', 2, 'a capture needs a name'],
    ['capture twice', '<a: x> <a: y>', 7, 'the capture "a" stands twice'],
    ['unclosed quotation', 'x "our', 2, 'a quotation is not closed'],
    ['empty quotation', 'x " "', 2, 'a quotation holds no word'],
    ['bare mark', 'data, and', 4, 'the mark "," has no meaning here'],
    ['mark in a word', 'and/or', 3, 'the mark "/" has no meaning here'],
    ['question mark after nothing', 'a ? b', 2, '"?" follows nothing'],
    ['bare @', 'to @ us', 3, '"@" needs the name of a class'],
    ['gap without a length', 'a .. b', 2, 'a gap needs its greatest length'],
    ['gap too long', 'a ..33 b', 2, 'a gap needs its greatest length'],
    ['gap first', '..3 b', 0, 'the phrase can begin with a gap'],
    ['gap behind an option', 'a? ..3 b', 3, 'the phrase can begin with a gap'],
    ['empty phrase', '', 0, 'the phrase can match no word at all'],
    ['only options', 'a? (b|)', 0, 'the phrase can match no word at all'],
    ['only a gap', '..3', 0, 'the phrase can match no word at all'],
    ['deep nesting', `${'('.repeat(9)}a`, 9, 'groups are nested deeper than 8'],
    ['too many parts', `(${'a '.repeat(401)})`, 0, 'the phrase has more than 400 parts'],
    ['unknown class', 'to @nobody', 3, 'no class is called "nobody"'],
  ])('refuses %s', (_, phrase, column, problem) => {
    expect(() => compileIndex([entry('ok', 'fine'), entry('x', phrase)], { stem })).toThrow(
      expect.objectContaining({
        name: 'PatternError',
        column,
        problem,
        entry: 1,
        remedy: expect.stringMatching(/\w/),
      }),
    );
  });

  it('names a circle of classes', () => {
    const entries = [entry('a', 'x @b.c'), entry('b.c', 'y | @d'), entry('d', 'z | on @a')];
    expect(() => compileIndex(entries, { stem })).toThrow(
      expect.objectContaining({
        problem: 'classes are built from themselves: a → b.c → d → a',
        entry: 2,
        column: 7,
      }),
    );
    expect(() => compileIndex([entry('a.b', 'x @a')], { stem })).toThrow('a.b → a.b');
  });

  it('bounds the levels of classes', () => {
    const chain = (levels: number) =>
      Array.from({ length: levels + 1 }, (_, i) => entry(`c${i}`, i === levels ? 'x' : `@c${i + 1} y`));
    expect(() => compileIndex(chain(12), { stem })).not.toThrow();
    expect(() => compileIndex(chain(13), { stem })).toThrow('more than 12 levels');
  });
});
