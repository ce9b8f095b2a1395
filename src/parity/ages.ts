import { chineseNumber, englishNumber } from './numbers.js';

/** An age in a text, in years; `start` and `end` are UTF-16 offsets. */
export interface Age {
  readonly years: number;
  readonly start: number;
  readonly end: number;
}

const OLD = String.raw`[\s-]years?[\s-](?:old|of[\s-]age)\b`;
const IN_YEARS = new RegExp(String.raw`\b(\d{1,2}|[a-z]+)${OLD}`, 'gi');
/** "under 16", "aged 13": nearly always an age, but for "under 30 days" and "under 45 CFR". */
const BELOW =
  /\b(?:(?:under|below|younger\s+than)(?:\s+the)?(?:\s+age)?(?:\s+of)?|age[ds]?(?:\s+of)?)\s+(\d{1,2})\b(?!\s*(?:[%§]|[.,]\d|(?:(?:working|business|calendar)\s+)?(?:minute|hour|day|week|month|percent|CFR|U\.?S|[KM]B)|years?\b(?![\s-]+(?:old|of))))/gi;
/** "over 18", "at least 13": more often a count of something, which then follows. */
const ABOVE = new RegExp(
  String.raw`\b(?:over|above|older\s+than|at\s+least)(?:\s+the)?(?:\s+age)?(?:\s+of)?\s+(\d{1,2})` +
    String.raw`(?=\s*$|\s*[.,;:)](?!\d)|\s+(?:and|or|who|may|must|should|can|cannot|to|is|are)\b|${OLD})`,
  'gi',
);
const CHINESE = /(\d{1,2}|[一二两三四五六七八九十]+)\s*(?:周岁|週歲|岁|歲)/g;

/** Finds the ages that a text names, in English and Chinese. */
export function agesIn(text: string): Age[] {
  const found: Age[] = [];
  const add = ({ index = 0, 0: words }: RegExpMatchArray, years: number): void => {
    if (Number.isFinite(years)) found.push({ years, start: index, end: index + words.length });
  };
  for (const pattern of [IN_YEARS, BELOW, ABOVE])
    for (const match of text.matchAll(pattern)) add(match, englishNumber(match[1] ?? ''));
  for (const match of text.matchAll(CHINESE)) add(match, chineseNumber(match[1] ?? ''));
  return found;
}
