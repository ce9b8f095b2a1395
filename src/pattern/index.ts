export { prefixes } from './classes.js';
export { compileIndex, type PatternEntry, type PatternIndex } from './compile.js';
export { PatternError } from './error.js';
export type { Match } from './match.js';
export { type PhraseNode, parsePhrase } from './parse.js';
export { type PatternToken, type PatternWord, plainSplitter } from './words.js';
