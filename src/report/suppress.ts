import { selects } from '../ruleset/index.js';
import { checkToday } from './options.js';
import type { Finding, Report, SuppressedFinding } from './schema.js';

/** An entry of a configuration that suppresses findings. */
export interface ConfigSuppression {
  /** An id, `category/*` or `*`. */
  readonly rule: string;
  readonly reason: string;
  /** The last day it holds, "2027-01-31". */
  readonly expires?: string | undefined;
}

/**
 * Moves findings of the rules named to `suppressed`; of several entries the last counts. `used` is told the entries that
 * suppress something. Entries whose day is over count for nothing.
 */
export function applySuppressions(
  report: Report,
  entries: readonly ConfigSuppression[],
  { today, used }: { today?: string | undefined; used?: Set<ConfigSuppression> } = {},
): Report {
  checkToday(today);
  const valid = entries.filter(({ expires }) => !isOver(expires, today));
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of report.findings) {
    const entry = valid.findLast(({ rule }) => selects(rule, finding.ruleId));
    if (entry === undefined) {
      findings.push(finding);
      continue;
    }
    used?.add(entry);
    const { reason, expires } = entry;
    const suppression = { kind: 'config' as const, reason, ...(expires === undefined ? {} : { expires }) };
    suppressed.push({ ...finding, suppression });
  }
  if (suppressed.length === 0) return report;
  return { ...report, findings, suppressed: [...report.suppressed, ...suppressed].sort(byPlace) };
}

/** Without suppressions that suppress nothing, where nobody asked to be told of them. */
export function withoutUnused(report: Report): Report {
  return {
    ...report,
    suppressionProblems: report.suppressionProblems.filter(({ code }) => code !== 'unused'),
  };
}

/** Whether the last day of a suppression is over; without a today none is. */
export function isOver(expires: string | undefined, today: string | undefined): boolean {
  return expires !== undefined && today !== undefined && expires < today;
}

/** The order of reports: by place, what is about the whole policy last. */
export function byPlace(a: Finding, b: Finding): number {
  const [first, second] = [a.position?.start.offset, b.position?.start.offset];
  return (first ?? Number.MAX_SAFE_INTEGER) - (second ?? Number.MAX_SAFE_INTEGER);
}
