import type { DocumentFormat } from '../document/index.js';

/** One policy of a batch, as it was named: a file to read, or a text that is here already. */
export interface Task {
  readonly id: string;
  readonly path?: string | undefined;
  readonly text?: string | undefined;
  readonly format?: DocumentFormat | 'auto' | undefined;
  /** ISO 639-1, where the input says so; the text itself is asked otherwise. */
  readonly language?: string | undefined;
}

export const FAILURE_CODES = [
  'bad-line',
  'duplicate-id',
  'unreadable',
  'too-large',
  'timeout',
  /** The thread that judged it ended. */
  'crash',
  /** Judging it threw an error. */
  'failed',
  /** A queue has no result of it. */
  'missing',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Why there is no report on a policy. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

/** A line or a path that no task could be made of. It keeps its place in the output. */
interface Misfit {
  readonly id: string;
  readonly failure: Failure;
}

export type Item = Task | Misfit;

export function failureOf(code: FailureCode, error: unknown): Failure {
  return { code, message: error instanceof Error ? error.message : String(error) };
}
