import type { Slots } from '../clause/index.js';
import type { Telling } from '../locale/index.js';
import type { CompiledRule } from '../ruleset/index.js';
import type { Span } from '../source/index.js';

/** Words that a hit points at beside its own. */
export interface Pointer {
  readonly why: Telling;
  readonly quote: string;
  /** In the source. */
  readonly span: Span;
}

/** A further place of a hit. */
export interface Related extends Pointer {
  /** Index of the block it stands in. */
  readonly block: number;
}

/** A rule that fired on a clause. */
export interface Hit {
  readonly rule: Pick<
    CompiledRule,
    'id' | 'severity' | 'confidence' | 'message' | 'suggestion' | 'references'
  >;
  /** Index of the block it stands in. */
  readonly block: number;
  /** The quoted words in the source. */
  readonly span: Span;
  readonly quote: string;
  readonly slots: Slots;
  readonly related: readonly Related[];
  /** What answers it; such a hit is reported on request only. */
  readonly clearedBy?: Pointer | undefined;
}
