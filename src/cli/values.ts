import { InvalidArgumentError } from 'commander';
import { visible } from '../format/index.js';

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

export function jobs(value: string): number | 'auto' {
  return value === 'auto' ? value : wholeNumber(value);
}

export function seconds(value: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new InvalidArgumentError('Use a number of seconds.');
  return Number(value);
}

/** What went wrong, without a stack for what the user can mend; names of files and parts of rules are shown safely. */
export function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `error: ${message.split('\n').map(visible).join('\n')}`;
}
