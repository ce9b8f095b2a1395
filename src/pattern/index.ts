export { type ClassTable, prefixes } from './classes.js';
export { compileIndex, type IndexOptions, type PatternEntry, type PatternIndex } from './compile.js';
export { PatternError } from './error.js';
export type { CaptureSpan, Match, MatchStats } from './match.js';
export { MAX_GAP, type Phrase, type PhraseNode, parsePhrase } from './parse.js';
export { MAX_POSITIONS } from './positions.js';
export {
  GAP_BARRIERS,
  type PatternToken,
  type PatternWord,
  plainSplitter,
  type WordSplitter,
} from './words.js';
