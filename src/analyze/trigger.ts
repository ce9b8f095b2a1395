import type { ClauseFrame, SentenceReading } from '../clause/index.js';
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

/** A sentence as what makes a rule look. */
export function statementOf({ block, number, tokens }: SentenceReading): Statement {
  const words = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  return {
    action: undefined,
    span: block.map.toSource(words),
    block: block.index,
    sentence: number,
    leadIn: undefined,
    slots: {},
  };
}
