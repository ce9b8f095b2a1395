import { english } from './en/index.js';
import type { Locale, LocaleName } from './locale.js';

/** In browsers texts in other languages are loaded where they are asked for, and handed in. */
export const KNOWN: Readonly<Partial<Record<LocaleName, Locale>>> = { en: english };
