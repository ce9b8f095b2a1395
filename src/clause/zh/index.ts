import { hanTokenizer } from '../../text/index.js';
import type { Language } from '../language.js';
import { readChinese } from './read.js';
import { CLOSED } from './words.js';

/** Chinese, in simplified and traditional characters. */
export const chinese: Language = {
  code: 'zh',
  tokenizer: ({ words, whole = [], variants = '' }) =>
    hanTokenizer({ words: [...CLOSED, ...words], whole: [...CLOSED, ...whole], variants }),
  readClauses: readChinese,
};
