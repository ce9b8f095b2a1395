import { chineseNumber, englishNumber } from './numbers.js';

/** A length of time in a text: `start` and `end` are UTF-16 offsets, `key` is the same for equal lengths in all languages. */
export interface Period {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const ENGLISH =
  /\b(\d+|[a-z]+)(?:\s*\(\s*\d+\s*\))?[\s-]+(?:(?:calendar|consecutive|full)\s+)?(?:(working|business)\s+)?(hour|day|week|month|year)s?\b/gi;

const CHINESE =
  /(\d+|[零一二两三四五六七八九十百]+)\s*(?:个|個)?\s*(?:自然|连续|連續)?(工作日|小时|小時|日|天|周(?!岁)|週(?!歲)|星期|月|年)/g;
/** Days of the calendar are no lengths: "2022年1月20日". */
const CHINESE_DATE = /\d{4}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*月\s*\d{1,2}\s*日/g;

/** How many of the smallest unit that a length can be told in, and that unit: a year is 12 months, a week 7 days. */
const UNITS: Readonly<Record<string, readonly [count: number, unit: string]>> = {
  hour: [1, 'hours'],
  小时: [1, 'hours'],
  小時: [1, 'hours'],
  day: [1, 'days'],
  日: [1, 'days'],
  天: [1, 'days'],
  week: [7, 'days'],
  周: [7, 'days'],
  週: [7, 'days'],
  星期: [7, 'days'],
  working: [1, 'working days'],
  business: [1, 'working days'],
  工作日: [1, 'working days'],
  month: [1, 'months'],
  月: [1, 'months'],
  year: [12, 'months'],
  年: [12, 'months'],
};

/** Finds the lengths of time that a text names by number, in English and Chinese. */
export function periodsIn(text: string): Period[] {
  const found: Period[] = [];
  const add = (match: RegExpMatchArray, number: number, unit: string): void => {
    const start = match.index as number;
    const [factor, name] = UNITS[unit] ?? [];
    if (!Number.isFinite(number) || factor === undefined) return;
    found.push({ key: `${number * factor} ${name}`, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(ENGLISH)) {
    const [, number = '', kind, unit = ''] = match;
    add(match, englishNumber(number), kind?.toLowerCase() ?? unit.toLowerCase());
  }
  const undated = text.replace(CHINESE_DATE, (date) => ' '.repeat(date.length));
  for (const match of undated.matchAll(CHINESE)) add(match, chineseNumber(match[1] ?? ''), match[2] ?? '');
  return found;
}
