import type { PolicyDocument } from '../document/index.js';
import { scriptOf } from '../text/index.js';

/** Characters that are frequent, and of which each has another form. */
const SIMPLIFIED = /[们个这国资说会与为时发经关应对开学实业产处务让认设证权]/g;
const TRADITIONAL = /[們個這國資說會與為時發經關應對開學實業產處務讓認設證權]/g;

/** Enough of a text to tell its characters by. */
const SAMPLE = 2000;

/** Chinese by its characters, which fonts draw differently: simplified unless more of them are traditional. */
function chineseOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans';
}

/** The language of a policy as a tag of BCP 47; undefined where it is not known. */
export function langOfPolicy({ language, blocks }: PolicyDocument): string | undefined {
  if (language === 'zh') return chineseOf(blocks.map(({ text }) => text.slice(0, SAMPLE)).join(''));
  return /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : undefined;
}

/** The language of words of a policy where it is another than that around them: a policy may stand in two. */
export function langWithin(text: string, around: string | undefined): string | undefined {
  const script = scriptOf(text);
  if (script === undefined) return undefined;
  const isChinese = around?.startsWith('zh') ?? false;
  // Han characters of a Japanese text are that.
  if (script === 'han') return isChinese || around === 'ja' ? undefined : chineseOf(text);
  return isChinese ? 'en' : undefined;
}
