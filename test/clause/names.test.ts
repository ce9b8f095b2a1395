import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/clause/names.js';
import { tokenize } from '../../src/text/index.js';
import { clausesOf } from '../support/clauses.js';

const wordsOf = (text: string, kind: 'controllers' | 'organizations' | 'data', sentence = text) => {
  const tokens = tokenize(sentence);
  return namesOf([tokenize(text)])
    [kind](tokens)
    .map(({ start, end }) =>
      tokens
        .slice(start, end)
        .map(({ word }) => word.lower)
        .join(' '),
    );
};

describe('names in a policy', () => {
  it.each([
    ['Wavelet may change this page. In May, Wavelet does so.', ['wavelet', 'wavelet']],
    ['Wavelet Labs ("we", "us") runs this shop.', ['wavelet labs']],
    ['Wavelet sends parcels.', []],
  ])('learns who the controller is: %s', (text, names) => {
    expect(wordsOf(text, 'controllers')).toEqual(names);
  });

  it('takes other capitals for organizations, but not at the start of a sentence', () => {
    expect(wordsOf('Every parcel leaves our small shop with Quarry Post.', 'organizations')).toEqual([
      'quarry post',
    ]);
    expect(wordsOf('Quarry stones are heavy.', 'organizations')).toEqual([]);
  });

  it.each([
    ['We collect Customer Information (CI). We sell CI.', ['ci', 'ci']],
    ['We collect Customer Information ("CI"). We sell CI.', ['ci', 'ci']],
    ['We move personal data (EU) seldom.', []],
    ['We collect Customer Information (see below).', []],
  ])('learns the short forms of data: %s', (text, forms) => {
    expect(wordsOf(text, 'data')).toEqual(forms);
  });

  it('lets a short form be shared like the data it stands for', () => {
    const text = 'We ask for Customer Information (CI).\n\nWe share CI with advertisers.';
    const share = clausesOf(text).find(({ action }) => action === 'share');
    expect(share?.slots.data?.map((value) => value.text)).toEqual(['CI']);
    expect(share?.slots.recipient?.map((value) => value.text)).toEqual(['advertisers']);
  });
});
