import type { Readable } from 'node:stream';

/** What a command may touch of the process, so that tests can stand in for it. */
export interface Io {
  readonly cwd: string;
  /** Whether results may be coloured and how wide they may be. */
  readonly color: boolean;
  readonly columns: number | undefined;
  /** The day it is, "2027-01-31", by which suppressions expire. */
  readonly today: string;
  /** The result. */
  out(text: string): void;
  /** Everything else: progress, warnings, errors. */
  err(text: string): void;
  stdin(): Promise<Uint8Array>;
  /** For commands that run long; without it there are none of them. */
  readonly long?: LongIo;
}

export interface LongIo {
  stdin(): Readable;
  /** As `out`, and waits until it was taken. */
  out(text: string): Promise<void>;
  /** Writes over the last line of a terminal; undefined where stderr is none. */
  readonly progress: ((text: string) => void) | undefined;
  /** Aborted by Ctrl-C, once this was asked for. */
  interrupted(): AbortSignal;
  now(): number;
}

export const EXIT = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A mistake in how the command was called; the message says what would do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
