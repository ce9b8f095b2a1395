import type { PatternWord } from '../pattern/index.js';
import { stem, tokenize } from '../text/index.js';

const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** Splits the words of a phrase as texts are split. Nearly all are plain words, for which there is a short way. */
export function splitWords(text: string): readonly PatternWord[] {
  return PLAIN.test(text) ? text.split(' ').map(plainWord) : tokenize(text).map(({ word }) => word);
}

/** Stems on demand: exact words never need theirs. */
function plainWord(lower: string): PatternWord {
  return {
    lower,
    kind: 'word',
    get stem() {
      return stem(lower);
    },
  };
}
