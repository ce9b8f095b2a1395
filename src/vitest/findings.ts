import { compare } from '../compare/index.js';
import { applyBaseline, type Baseline, type Finding, type Report, shorten } from '../report/index.js';
import { checkFilter, type FindingFilter, inWords, matches } from './filter.js';
import { listed, nameOf, type Reader, type Subject, shown } from './subject.js';

/** What a matcher returns, in Vitest and in Jest. */
export interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

export function hasFinding(reader: Reader, subject: unknown, expected: string | FindingFilter): Outcome {
  const filter = typeof expected === 'string' ? { ruleId: expected } : expected;
  const { report, found } = filtered(reader, subject, filter);
  return {
    pass: found.length > 0,
    message: () =>
      found.length > 0
        ? `expected no finding${inWords(filter)} in ${nameOf(report)}, found ${found.length}:\n\n${listed(found, report)}`
        : `expected a finding${inWords(filter)} in ${nameOf(report)}; ${others(report, filter)}`,
  };
}

export function hasNoFindings(reader: Reader, subject: unknown, filter: FindingFilter = {}): Outcome {
  const { report, found } = filtered(reader, subject, filter);
  return {
    pass: found.length === 0,
    message: () =>
      found.length === 0
        ? `expected findings${inWords(filter)} in ${nameOf(report)}; ${others(report, filter)}`
        : `expected no findings${inWords(filter)} in ${nameOf(report)}, found ${found.length}:\n\n${listed(found, report)}`,
  };
}

function filtered(
  reader: Reader,
  subject: unknown,
  filter: FindingFilter,
): { report: Report; found: Finding[] } {
  const report = reader.read(subject);
  checkFilter(filter, report, reader);
  return { report, found: report.findings.filter((finding) => matches(finding, filter)) };
}

/** What was found instead, that of the same rule first; and what a reader of the report must know. */
function others(report: Report, { ruleId }: FindingFilter): string {
  const { findings, cleared, notes } = report;
  const near = [
    ...findings.filter((finding) => finding.ruleId === ruleId),
    ...findings.filter((finding) => finding.ruleId !== ruleId),
  ];
  const answered = cleared.filter((finding) => finding.ruleId === ruleId);
  return [
    near.length === 0 ? 'found nothing' : `found:\n\n${listed(near, report)}`,
    ...answered.map(
      (finding) => `\ncleared by "${shorten(finding.clearedBy.quote)}":\n${shown(finding, report)}`,
    ),
    ...notes.map(({ message }) => `note: ${message}`),
  ].join('\n');
}

/**
 * Holds a policy against its baseline, or against the revision before: findings that only moved or were reworded are not new there.
 */
export function hasNoNewFindings(reader: Reader, subject: unknown, before: Subject | Baseline): Outcome {
  const now = reader.read(subject);
  if (isBaseline(before)) return isInBaseline(now, before);
  const then = reader.read(before, 'what the policy is held against');
  // A report need not hold its clauses for its findings to be compared.
  const whole = now.clauses !== undefined && then.clauses !== undefined;
  const bare = (report: Report): Report => (whole ? report : { ...report, clauses: [] });
  const { introduced } = compare(bare(then), bare(now)).findings;
  return newOnes(
    introduced.map(({ after }) => after),
    now,
    `${nameOf(then)} before does not have`,
  );
}

function isBaseline(before: unknown): before is Baseline {
  return typeof before === 'object' && before !== null && 'policies' in before;
}

function isInBaseline(report: Report, baseline: Baseline): Outcome {
  const { findings } = applyBaseline(report, baseline);
  const paths = baseline.policies.map(({ path }) => path ?? 'a text without a path');
  const known = baseline.policies.some(({ path }) => path === report.source.path);
  const hint = known ? '' : `\n\nthe baseline does not know this policy; it has ${paths.join(', ')}`;
  return newOnes(findings, report, 'the baseline does not have', hint);
}

function newOnes(found: readonly Finding[], report: Report, lacking: string, hint = ''): Outcome {
  return {
    pass: found.length === 0,
    message: () =>
      found.length === 0
        ? `expected findings in ${nameOf(report)} that ${lacking}; there are none`
        : `expected no new findings in ${nameOf(report)}, found ${found.length}:\n\n${listed(found, report)}${hint}`,
  };
}
