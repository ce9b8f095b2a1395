import type { Comparison } from '../compare/index.js';
import { english, type Locale, type Words } from '../locale/index.js';
import { bareMessage, type Finding, type Report } from '../report/index.js';

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
export function fragmentOf(finding: Pick<Finding, 'message' | 'quote'>, { words }: Locale = english): string {
  return bareMessage(finding, words);
}

/** What a policy is called where it has no path. */
export function nameOf(
  { path }: { readonly path?: string | undefined },
  { text }: Pick<Words, 'text'> = english.words,
): string {
  return path ?? text;
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
