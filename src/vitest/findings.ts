import { compare } from '../compare/index.js';
import { type Finding, type Report, shorten } from '../report/index.js';
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

/** Holds a policy against the revision before: findings that only moved or were reworded are not new. */
export function hasNoNewFindings(reader: Reader, subject: unknown, before: Subject): Outcome {
  const now = reader.read(subject);
  const then = reader.read(before, 'what the policy is held against');
  // A report need not hold its clauses for its findings to be compared.
  const whole = now.clauses !== undefined && then.clauses !== undefined;
  const bare = (report: Report): Report => (whole ? report : { ...report, clauses: [] });
  const { introduced } = compare(bare(then), bare(now)).findings;
  const found = introduced.map(({ after }) => after);
  return {
    pass: found.length === 0,
    message: () =>
      found.length === 0
        ? `expected findings in ${nameOf(now)} that ${nameOf(then)} before does not have; there are none`
        : `expected no new findings in ${nameOf(now)}, found ${found.length}:\n\n${listed(found, now)}`,
  };
}
