import type { PolicyDocument } from '../document/index.js';
import { sentences } from '../text/index.js';

export interface Statistics {
  /** UTF-16 units of the blocks' text. */
  readonly characters: number;
  /** Runs of letters and digits; inner apostrophes, hyphens and dots do not part them. */
  readonly words: number;
  readonly sentences: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’.\-\u2011][\p{L}\p{N}]+)*/gu;

/** Counts what was read of a policy, page furniture and markup left out. */
export function statistics(document: PolicyDocument): Statistics {
  const total = { characters: 0, words: 0, sentences: 0 };
  for (const { text, kind } of document.blocks) {
    total.characters += text.length;
    total.words += text.match(WORD)?.length ?? 0;
    total.sentences += kind === 'heading' ? 0 : sentences(text).length;
  }
  return total;
}
