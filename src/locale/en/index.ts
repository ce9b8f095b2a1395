import type { Locale } from '../locale.js';
import { messages } from './messages.js';
import { words } from './words.js';

export const english: Locale = {
  name: 'en',
  lang: 'en',
  messages,
  words,
  // Rules, questions and comparisons are written in English.
  rules: {},
  categories: {},
  questions: {},
  sayings: {},
};
