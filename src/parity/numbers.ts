// Numbers as policies write them, in figures or in words.

const ENGLISH_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};
const DIGITS = '零一二三四五六七八九';

/** A number of figures or of one English word; NaN for another word. */
export function englishNumber(text: string): number {
  return ENGLISH_NUMBERS[text.toLowerCase()] ?? Number(text);
}

/** 十五 is 15, 三十 is 30, 一百二十 is 120. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit: number | undefined;
  for (const character of text.replaceAll('两', '二')) {
    if (character === '百' || character === '十') {
      total += (digit ?? 1) * (character === '百' ? 100 : 10);
      digit = undefined;
    } else digit = DIGITS.indexOf(character);
  }
  return total + (digit ?? 0);
}
