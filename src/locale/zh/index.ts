import type { Locale } from '../locale.js';
import { messages } from './messages.js';
import { page } from './page.js';
import { categories, questions, rules } from './rules.generated.js';
import { sayings } from './sayings.js';
import { words } from './words.js';

/** What readers of Chinese are told, in simplified characters. */
export const chineseTexts: Locale = {
  name: 'zh',
  lang: 'zh-Hans',
  messages,
  words,
  page,
  rules,
  categories,
  questions,
  sayings,
};
