export { guessLanguage } from './language.js';
export { sentences } from './sentences.js';
export { stem, type Token, tokenize, type Word } from './tokens.js';
