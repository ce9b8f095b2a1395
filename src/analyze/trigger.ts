import type { ClauseFrame } from '../clause/index.js';
import type { Span } from '../source/index.js';

/** A sentence that a rule asks for by its words, where no action describes it. */
export interface Statement {
  readonly action: undefined;
  readonly span: Span;
  /** Index of the block it stands in. */
  readonly block: number;
  /** Number of the sentence within the block, from 0. */
  readonly sentence: number;
  readonly leadIn: undefined;
  readonly slots: Readonly<Record<string, never>>;
}

/** What makes a rule look: a clause, or a sentence without one. */
export type Trigger = ClauseFrame | Statement;
