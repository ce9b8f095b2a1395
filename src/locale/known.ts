import { english } from './en/index.js';
import type { Locale, LocaleName } from './locale.js';
import { chineseTexts } from './zh/index.js';

/** The languages that can be asked for by name. Browsers have known.browser.ts in place of this file. */
export const KNOWN: Readonly<Partial<Record<LocaleName, Locale>>> = { en: english, zh: chineseTexts };
