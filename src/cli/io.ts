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
}

export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A mistake in how the command was called; the message says what would do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
