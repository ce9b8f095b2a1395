export { type Clauses, readClauses } from './extract.js';
export * from './frame.js';
export type { Language, LanguageIndex, Vocabulary } from './language.js';
export { english, languagesOf, readAllClauses } from './languages.js';
export type { SentenceReading } from './reading.js';
