import { type PatternToken, plainSplitter } from '../../src/pattern/index.js';

/** A stemmer that a reader can follow in his head: a final "s" goes. */
export const stem = (word: string): string => (word.length > 2 ? word.replace(/s$/, '') : word);

const split = plainSplitter(stem);

export const tokens = (text: string): PatternToken[] => split(text).map((word) => ({ word }));
