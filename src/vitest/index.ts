import type { AnalyzerOptions, Baseline, SourceInput } from '../report/index.js';
import type { FindingFilter } from './filter.js';
import { hasFinding, hasNoFindings, hasNoNewFindings, type Outcome } from './findings.js';
import { hasParityWith } from './parity.js';
import { type ExpectedProfile, meetsProfile, scoresAtLeast } from './profile.js';
import { createReader, type Subject } from './subject.js';

export type { ExpectedProfile, FindingFilter, Outcome, Subject };

/** What can be expected of a report, or of the text of a policy; `R` is what an expectation returns. */
export interface FineprintMatchers<R = void> {
  /** There is a finding of this rule, or one like this. */
  toHaveFinding(expected: string | FindingFilter): R;
  /** There are no findings, or none like this: `{ severity: 'warning' }` lets infos pass. */
  toHaveNoFindings(filter?: FindingFilter): R;
  /** Nothing is found that is not in the baseline, or in the revision before: a report or a text. */
  toHaveNoNewFindings(before: Subject | Baseline): R;
  /** The questions named are answered so: `{ retention: ['period', 'criteria'] }`. */
  toMeetProfile(expected: ExpectedProfile): R;
  /** The score is this or better, of 100. */
  toScoreAtLeast(least: number): R;
  /** The other language version says the same: a text in Chinese against one in English. */
  toHaveParityWith(other: string | SourceInput): R;
}

/** The functions that `expect.extend` takes, in Vitest and in Jest. */
export type Matchers = {
  readonly [K in keyof FineprintMatchers]: (
    received: unknown,
    ...expected: Parameters<FineprintMatchers[K]>
  ) => Outcome;
};

/** Matchers that analyze texts with these options. Reports are taken as they are. */
export function createMatchers(options: AnalyzerOptions = {}): Matchers {
  const reader = createReader(options);
  return {
    toHaveFinding: (received, expected) => hasFinding(reader, received, expected),
    toHaveNoFindings: (received, filter) => hasNoFindings(reader, received, filter),
    toHaveNoNewFindings: (received, before) => hasNoNewFindings(reader, received, before),
    toMeetProfile: (received, expected) => meetsProfile(reader, received, expected),
    toScoreAtLeast: (received, least) => scoresAtLeast(reader, received, least),
    toHaveParityWith: hasParityWith,
  };
}

/** Matchers with the recommended rules. */
export const matchers: Matchers = createMatchers();
