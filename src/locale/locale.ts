import type { Messages } from './en/messages.js';
import type { PageWords } from './en/page.js';
import type { Words } from './en/words.js';

export const LOCALES = ['en', 'zh'] as const;
export type LocaleName = (typeof LOCALES)[number];

/** What a rule says, in a language other than its own. */
export interface RuleTexts {
  readonly message: string;
  readonly why: string;
  readonly suggestion: string;
  /** Of a contradiction. */
  readonly counterpart?: string | undefined;
}

/** What a question of the profile is called, what it asks, and what its answers are called. */
export interface QuestionTexts {
  readonly name: string;
  readonly question: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** All that is told to people in one language. What is missing by its key is told as it is in the rules. */
export interface Locale {
  readonly name: LocaleName;
  /** For the `lang` of pages. */
  readonly lang: string;
  readonly messages: Messages;
  readonly words: Words;
  /** Missing in English, as pages bring theirs along and the core for browsers has none. */
  readonly page?: PageWords | undefined;
  readonly rules: Readonly<Record<string, RuleTexts>>;
  readonly categories: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, QuestionTexts>>;
  /** What a comparison says of a change, by what it says in English. */
  readonly sayings: Readonly<Record<string, string>>;
}

/** The value of a key that a text or a stranger's rule may have chosen. */
export function named<T>(texts: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

export function categoryIn({ categories }: Locale, category: string): string {
  return named(categories, category) ?? category;
}

/** A short name for a question of the profile. */
export function questionNameIn({ questions }: Locale, key: string): string {
  return named(questions, key)?.name ?? key;
}

export function answerIn({ questions }: Locale, key: string, answer: string): string {
  return named(named(questions, key)?.answers ?? {}, answer) ?? answer;
}

export function sayingIn({ sayings }: Locale, english: string): string {
  return named(sayings, english) ?? english;
}
