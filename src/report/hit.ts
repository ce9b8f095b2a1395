import type { Slots } from '../clause/index.js';
import type { RuleData } from '../ruleset/index.js';
import type { Span } from '../source/index.js';

/** Words that a hit points at beside its own. */
export interface Pointer {
  readonly why: string;
  readonly quote: string;
  readonly span: Span;
}

/** A rule that fired: what the engine hands over. */
export interface Hit {
  readonly rule: Pick<RuleData, 'id' | 'severity' | 'confidence' | 'message' | 'suggestion' | 'references'>;
  readonly block: number;
  readonly span: Span;
  readonly quote: string;
  readonly slots: Slots;
  readonly related: readonly Pointer[];
  readonly clearedBy?: Pointer | undefined;
}
