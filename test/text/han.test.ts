import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanSentences, hanTokenizer, scriptOf } from '../../src/text/index.js';

const tokenize = hanTokenizer({
  words: ['第三方', '合作', '合作伙伴', '等', '等级', '存储', '时间', '存储时间', '个人', '信息', '不会'],
  whole: ['合作伙伴'],
  variants: '個个訊讯資资夥伙會会',
});
const words = (text: string): string[] => tokenize(text).map(({ word }) => word.lower);

describe('words of Chinese texts', () => {
  it.each([
    ['the longest word stands', '合作伙伴等第三方', ['合作伙伴', '等', '第三方']],
    ['the "and so on" is not read into a longer word', '等级', ['等级']],
    ['a word made of others is these in a row', '存储时间', ['存储', '时间']],
    ['what is not listed is split into characters', '小米', ['小', '米']],
    ['traditional characters are read as simplified ones', '不會合作夥伴', ['不会', '合作伙伴']],
    ['numerals are numbers', '十五个', ['十五', '个']],
    ['other scripts are split as English is', '第三方SDK（v2）', ['第三方', 'sdk', '(', 'v2', ')']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('tells numerals from words', () => {
    expect(tokenize('十五').map(({ word }) => word.kind)).toEqual(['number']);
  });

  it('covers every character but white space, in order, whatever the text', () => {
    const unit = fc.constantFrom('第三方', '等', '级', '個', 'SDK', ' ', '，', '。', '十', '12', '😀', '“');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const tokens = tokenize(text);
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
          text.replaceAll(' ', ''),
        );
        for (const [i, token] of tokens.entries())
          expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0);
      }),
    );
  });
});

describe('sentences of Chinese texts', () => {
  const split = (text: string): string[] =>
    hanSentences(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['by full stops and semicolons', '甲。乙；丙', ['甲。', '乙；', '丙']],
    ['not within brackets', '甲（乙；丙。）丁。戊', ['甲（乙；丙。）丁。', '戊']],
    ['with the quotation marks behind the stop', '他说“甲。”乙', ['他说“甲。”', '乙']],
    ['not in addresses', '请访问 https://a.cn/?b;c 查看。好', ['请访问 https://a.cn/?b;c 查看。', '好']],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('takes time in proportion to the brackets that nothing closes', () => {
    expect(split('（'.repeat(100_000))).toHaveLength(1);
  });
});

describe('the script of a text', () => {
  it.each([
    ['han', '我们使用 Firebase Crashlytics 收集崩溃信息'],
    ['latin', 'We share data with our partners in China (中国).'],
    [undefined, '12 %'],
  ])('is %s: %s', (expected, text) => {
    expect(scriptOf(text)).toBe(expected);
  });
});
