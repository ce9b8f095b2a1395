import { stem } from './natural.js';

/** A distinct word, shared by all its tokens. */
export interface Word {
  /** Lower case, curly apostrophes straightened. */
  readonly lower: string;
  /** Porter's stem of `lower` without a possessive ending; for numbers and marks `lower` itself. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'address' | 'mark';
}

/** An occurrence of a word; `start` and `end` are UTF-16 offsets in the block's text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

export { stem };
