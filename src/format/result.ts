import type { Comparison } from '../compare/index.js';
import { type Finding, type Report, shorten } from '../report/index.js';

/** What can be written in a format. */
export type Result = Report | Comparison;

export function isComparison(result: Result): result is Comparison {
  return 'verdict' in result;
}

/** What no report was made of, and why. */
export interface Failure {
  /** The file, where it is one. */
  readonly path?: string | undefined;
  readonly error: { readonly message: string };
}

/** What a finding says beside the words it quotes, which begin its message. */
export function fragmentOf({ message, quote }: Pick<Finding, 'message' | 'quote'>): string {
  const told = `"${shorten(quote)}" `;
  return message.startsWith(told) ? message.slice(told.length) : message;
}

/** What a policy is called where it has no path. */
export function nameOf({ path }: { readonly path?: string | undefined }): string {
  return path ?? '(text)';
}

/** "3 errors" */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The verdict on several comparisons together; undefined without any. */
export function overallVerdict(comparisons: readonly Comparison[]): Comparison['verdict'] | undefined {
  const verdicts = new Set(comparisons.map(({ verdict }) => verdict));
  if (verdicts.size === 0) return undefined;
  const worse = verdicts.has('worse') || verdicts.has('mixed');
  const better = verdicts.has('better') || verdicts.has('mixed');
  if (worse) return better ? 'mixed' : 'worse';
  return better ? 'better' : 'neutral';
}
