import { type LocaleChoice, localeOf } from '../../locale/index.js';
import type { ParityDifference } from '../schema.js';
import { english, type ParityWords } from './en.js';
import { chinese } from './zh.js';

export type { ParityWords };

/** What is told of two versions, in the reader's language. */
export function parityWords(choice: LocaleChoice): ParityWords {
  return localeOf(choice).name === 'zh' ? chinese : english;
}

/** What one version has and the other lacks, in words: "a place (india)". */
export function saysOf({ kind, name }: ParityDifference, choice?: LocaleChoice): string {
  const { action } = localeOf(choice).words;
  return parityWords(choice).says(kind, kind === 'denial' ? action(name ?? '') : name);
}
