export { type Clauses, readClauses } from './extract.js';
export * from './frame.js';
export type { SentenceReading } from './reading.js';
