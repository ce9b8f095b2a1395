import {
  categoryIn,
  type Locale,
  type LocaleChoice,
  localeOf,
  type PageWords,
  pageWords,
} from '../locale/index.js';
import { plainName } from './names.js';

/** Whom a page is for: their language, and what pages say in it. */
export interface Reader {
  readonly locale: Locale;
  readonly words: PageWords;
}

export function readerOf(choice: LocaleChoice): Reader {
  const locale = localeOf(choice);
  return { locale, words: pageWords(locale) };
}

/** Whom a page is for that does not say so. */
export const ENGLISH_READER: Reader = readerOf('en');

/** What a category of rules is called. */
export function categoryFor({ locale }: Reader, category: string): string {
  const name = categoryIn(locale, category);
  return name === category ? plainName(category) : name;
}
