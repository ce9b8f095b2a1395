import { english } from './en/index.js';
import { KNOWN } from './known.js';
import { LOCALES, type Locale, type LocaleName, named } from './locale.js';

/** The reader's language: by name, or its texts; English without it. */
export type LocaleChoice = LocaleName | Locale | undefined;

/** Throws TypeError for a language that there is none of. */
export function localeOf(choice: LocaleChoice): Locale {
  if (choice === undefined) return english;
  if (typeof choice === 'object' && choice !== null && typeof choice.messages === 'object') return choice;
  const locale = typeof choice === 'string' ? named(KNOWN, choice) : undefined;
  if (locale) return locale;
  const hint =
    choice === 'zh' ? 'give chineseTexts of "fineprint/zh" for it here' : `use ${LOCALES.join(', ')}`;
  throw new TypeError(`the locale is ${JSON.stringify(choice)}; ${hint}`);
}
