import { describe, expect, it } from 'vitest';
import { agesIn } from '../../src/parity/ages.js';

const years = (text: string): number[] =>
  [...new Set(agesIn(text).map((age) => age.years))].sort((a, b) => a - b);

describe('agesIn', () => {
  it.each([
    ['Readers under 14 need a guardian.', '未满14周岁的读者', [14]],
    ['children younger than thirteen years old', '十三岁以下的儿童', [13]],
    ['a 16-year-old may consent', '满十六周岁者可以同意', [16]],
    ['users aged 12 and over 18.', '12岁和18歲以上的用户', [12, 18]],
    ['below the age of 13, or at least 16 years of age', '13岁以下或年满16岁', [13, 16]],
  ])('%s is %s', (english, chinese, ages) => {
    expect([years(english), years(chinese)]).toEqual([ages, ages]);
  });

  it.each([
    'kept under 30 days',
    'at least 10 years',
    'in over 30 countries',
    'under 45 CFR 164',
    'over 3.5 million',
    'below 5 %',
    'under 10 working days',
    '保存十年',
  ])('%s is none', (text) => {
    expect(agesIn(text)).toEqual([]);
  });
});
