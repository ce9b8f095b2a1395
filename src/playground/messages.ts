import type { DocumentFormat } from '../document/index.js';
import type { Edit } from './edits.js';
import type { PartName } from './parts.js';

/** What a person has on the desk: all that the page shows follows from it. Kept and shared as it is, as JSON. */
export interface Desk {
  readonly text: string;
  readonly format: DocumentFormat | 'auto';
  readonly preset: string;
  /** The revision before, to compare with; none if empty. */
  readonly before: string;
  /** A rule of one's own, as YAML; none if empty. */
  readonly rule: string;
}

export interface Request {
  readonly desk: Desk;
  /** Whether a page is to be made to save, beside what is shown. */
  readonly page: boolean;
}

/** What the page tells its worker: what to answer, or the code of a part that it needed. */
export type ToWorker = { readonly request: Request } | { readonly code: string };

/**
 * What the worker tells the page for a request: either that it needs a part for it, or the edits of what is shown, in pieces small
 * enough to be made between two keystrokes, and then the rest.
 */
export type FromWorker =
  | { readonly needs: PartName }
  | { readonly edits: readonly Edit[] }
  | { readonly told: Told };

export interface RuleProblemAt {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ExampleOutcome {
  readonly kind: 'bad' | 'good';
  readonly example: string;
  /** What came out otherwise than the rule says; undefined when all is well. */
  readonly failure: string | undefined;
}

export interface Told {
  /** Whether there is anything to show. */
  readonly empty: boolean;
  /** In a line: how many findings, which score; or the verdict. */
  readonly summary: string;
  readonly problems: readonly RuleProblemAt[];
  readonly examples: readonly ExampleOutcome[];
  /** The page to save, where it was asked for. */
  readonly page: string | undefined;
}
