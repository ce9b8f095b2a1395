/** What a pattern needs to know of a word; the tokens of text/ fit. */
export interface PatternWord {
  readonly lower: string;
  readonly stem: string;
  /** 'word', 'number', 'address' or 'mark'. */
  readonly kind: string;
  /** Where a matcher keeps what its pack knows of the word: looking it up anew takes as long as all other steps. */
  memo?: unknown;
}

export interface PatternToken {
  readonly word: PatternWord;
}

/** Splits the words written in a phrase the way the text's tokens are split. */
export type WordSplitter = (text: string) => readonly PatternWord[];

/** Marks that end a clause: no gap reaches over one. */
export const GAP_BARRIERS: ReadonlySet<string> = new Set(['.', ';', ':', '?', '!', '—', '，']);

const PIECE = /\p{L}(?:\.\p{L})+\.?|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*|[^\s-]/gu;

/** A splitter that knows no more than letters, digits and marks: hyphens separate, dotted abbreviations hold together. */
export function plainSplitter(stem: (word: string) => string): WordSplitter {
  return (text) =>
    Array.from(text.matchAll(PIECE), ([piece]) => {
      const lower = piece.toLowerCase().replaceAll('’', "'");
      const kind = /^\p{N}/u.test(lower) ? 'number' : /^\p{L}/u.test(lower) ? 'word' : 'mark';
      return { lower, stem: kind === 'word' ? stem(lower) : lower, kind };
    });
}
