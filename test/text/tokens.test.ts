import { describe, expect, it } from 'vitest';
import { stem, tokenize } from '../../src/text/index.js';

const lowers = (text: string): string[] => tokenize(text).map((token) => token.word.lower);
const kinds = (text: string): string[] =>
  tokenize(text).map((token) => `${token.word.lower}:${token.word.kind}`);

describe('tokenize', () => {
  it('gives words, numbers, addresses and marks with their places', () => {
    const text = 'We keep logs for 12 months (see a.b@x.org).';
    const tokens = tokenize(text);
    expect(tokens.map((t) => text.slice(t.start, t.end))).toEqual([
      'We',
      'keep',
      'logs',
      'for',
      '12',
      'months',
      '(',
      'see',
      'a.b@x.org',
      ')',
      '.',
    ]);
    expect(tokens.map((t) => t.word.kind[0]).join('')).toBe('wwwwnwmwamm');
    expect(tokens[0]?.capital).toBe(true);
    expect(tokens[1]?.capital).toBe(false);
  });

  it('keeps inner apostrophes, straightened, and stems a possessive as the bare word', () => {
    expect(lowers('the user’s data isn’t sold')).toEqual(['the', "user's", 'data', "isn't", 'sold']);
    expect(tokenize("the users' data").map((t) => t.word.lower)).toEqual(['the', 'users', "'", 'data']);
    expect(tokenize('the user’s')[1]?.word.stem).toBe(stem('user'));
  });

  it('parts words at hyphens, and keeps a dash between words as a mark', () => {
    expect(lowers('third-party opt-out')).toEqual(['third', 'party', 'opt', 'out']);
    expect(lowers('data - all - of it')).toEqual(['data', '-', 'all', '-', 'of', 'it']);
    expect(lowers('12-month')).toEqual(['12', 'month']);
  });

  it.each([
    ['in the U.S. and e.g. here', ['in', 'the', 'u.s.', 'and', 'e.g.', 'here']],
    ['see https://a.example/x?y=1. Then', ['see', 'https://a.example/x?y=1', '.', 'then']],
    ['(www.a.example/privacy)', ['(', 'www.a.example/privacy', ')']],
    ['write to help@mail.example.org, please', ['write', 'to', 'help@mail.example.org', ',', 'please']],
    ['on shop.com.', ['on', 'shop.com', '.']],
    ['costs 1,200.50 or 3.1', ['costs', '1,200.50', 'or', '3.1']],
    ['the 13th élan', ['the', '13th', 'élan']],
    ['end.Start', ['end', '.', 'start']],
  ])('reads %j', (text, expected) => {
    expect(lowers(text)).toEqual(expected);
  });

  it('tells kinds apart', () => {
    expect(kinds('a 1 1st § x@y.zz 😀')).toEqual([
      'a:word',
      '1:number',
      '1st:word',
      '§:mark',
      'x@y.zz:address',
      '😀:mark',
    ]);
  });

  it('gives one stem to an abbreviation with and without its last stop', () => {
    expect(tokenize('U.S data')[0]?.word.stem).toBe(tokenize('U.S. data')[0]?.word.stem);
  });

  it('shares one object among equal words', () => {
    const [a, , b] = tokenize('Data or data');
    expect(a?.word).toBe(b?.word);
    expect(a?.capital).toBe(true);
    expect(b?.capital).toBe(false);
  });

  it('gives no token for control characters and lone surrogates, and survives them', () => {
    expect(lowers('a\0b \ud800 c')).toEqual(['a', 'b', 'c']);
    expect(lowers('')).toEqual([]);
  });

  it('reads one word of a megabyte without stemming it', () => {
    const [token, ...rest] = tokenize('s'.repeat(1_000_000));
    expect(rest).toEqual([]);
    expect(token?.word.stem).toHaveLength(1_000_000);
  });
});

describe('stem', () => {
  it('is Porter’s, up to 40 letters', () => {
    expect(stem('sharing')).toBe('share');
    expect(stem('parties')).toBe('parti');
    expect(stem(`${'a'.repeat(38)}ing`)).toMatch(/ing$/);
  });
});
