export { hanTokenizer, isHan } from './han.js';
export { hanSentences } from './han-sentences.js';
export { guessLanguage } from './language.js';
export { scriptOf } from './script.js';
export { sentences } from './sentences.js';
export { stem, type Token, tokenize, type Word } from './tokens.js';
