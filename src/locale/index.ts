export { type LocaleChoice, localeOf } from './choose.js';
export { english } from './en/index.js';
export type { TooMuch } from './en/messages.js';
export { type PageWords, pageWords } from './en/page.js';
export type { Words } from './en/words.js';
export {
  answerIn,
  categoryIn,
  LOCALES,
  type Locale,
  type LocaleName,
  named,
  type QuestionTexts,
  questionNameIn,
  type RuleTexts,
  sayingIn,
} from './locale.js';
export { orList, plural } from './plural.js';
export { type MessageId, retold, type Telling, tell } from './tell.js';
