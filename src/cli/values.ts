import { InvalidArgumentError } from 'commander';

export function list(value: string): string[] {
  return value.split(',').map((name) => name.trim());
}

export function repeat(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Use a whole number, 0 or more.');
  return Number(value);
}

/** What went wrong, without a stack for what the user can mend. */
export function describeError(error: unknown): string {
  return `error: ${error instanceof Error ? error.message : String(error)}`;
}
