import { type Telling, tell } from '../locale/index.js';
import {
  BaselineError,
  checkBaseline,
  checkRules,
  entriesByPlace,
  foundIn,
  named,
  type Policy,
  placesIn,
  placesOf,
  policyIn,
} from './baseline-parts.js';
import type { Baseline, BaselineEntry } from './baseline-schema.js';
import { checkToday } from './options.js';
import type { Finding, Report, SuppressedFinding, SuppressionProblem } from './schema.js';
import { shorten } from './shorten.js';
import { byPlace, isOver } from './suppress.js';
import { VERSION } from './version.js';

export interface CreateBaselineOptions {
  /** An older baseline: its reasons and days are kept, and its policies that no report is about. */
  readonly previous?: Baseline | undefined;
  /** What a policy is called in the baseline; its report's path without it. */
  readonly pathOf?: ((report: Report) => string | undefined) | undefined;
}

export interface ApplyBaselineOptions {
  /** What the policy is called in the baseline; the report's path without it. */
  readonly path?: string | undefined;
  /** The day it is, "2027-01-31"; without it no entry expires. */
  readonly today?: string | undefined;
}

/**
 * Takes down what reports find, so that `applyBaseline` can let it pass. What comments or the configuration suppress needs no
 * entry. The same reports give the same baseline, in the same order. Throws BaselineError for two reports of one path.
 */
export function createBaseline(
  reports: readonly Report[],
  { previous, pathOf = ({ source }) => source.path }: CreateBaselineOptions = {},
): Baseline {
  if (previous) checkBaseline(previous);
  const policies = new Map<string | undefined, Policy>();
  for (const report of reports) {
    const path = pathOf(report);
    if (policies.has(path)) throw new BaselineError(`two reports are of ${named(path)}; give one of them`);
    policies.set(path, policyOf(report, path, entriesByPlace(policyIn(previous, path))));
  }
  const others = previous?.policies.filter(({ path }) => !policies.has(path)) ?? [];
  return baselineOf([...policies.values(), ...others]);
}

function policyOf(
  report: Report,
  path: string | undefined,
  before: ReadonlyMap<string, BaselineEntry>,
): Policy {
  const passed = report.suppressed.filter(({ suppression }) => suppression.kind === 'baseline');
  const findings = [...report.findings, ...passed].map((finding) => {
    const known = placesOf(finding)
      .map((place) => before.get(place))
      .find((entry) => entry !== undefined);
    return entryOf(finding, known);
  });
  return { ...(path === undefined ? {} : { path }), ruleset: report.tool.ruleset, findings };
}

function entryOf(finding: Finding, { reason, expires }: Partial<BaselineEntry> = {}): BaselineEntry {
  const [fingerprint, ...related] = placesOf(finding);
  return {
    ruleId: finding.ruleId,
    fingerprint: fingerprint as string,
    quote: shorten(finding.quote),
    ...(related.length === 0 ? {} : { related: related.sort() }),
    ...(reason === undefined ? {} : { reason }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/**
 * Moves the findings that a baseline holds to `suppressed`. A finding is in it with all its places: one that gained a place
 * is new. Entries that are not found, or whose day is over, are among the `suppressionProblems`. Throws BaselineError if
 * the policy's entries were made with other rules.
 */
export function applyBaseline(
  report: Report,
  baseline: Baseline,
  { path = report.source.path, today }: ApplyBaselineOptions = {},
): Report {
  checkBaseline(baseline);
  checkToday(today);
  const policy = policyIn(baseline, path);
  if (!policy) return report;
  checkRules(policy, report);
  const held = policy.findings.filter(({ expires }) => !isOver(expires, today));
  const valid = entriesByPlace({ ...policy, findings: held });
  const findings: Finding[] = [];
  const passed: SuppressedFinding[] = [];
  for (const finding of report.findings) {
    const entry = placesOf(finding).every((place) => valid.has(place)) && valid.get(finding.fingerprint);
    if (entry) passed.push({ ...finding, suppression: suppressionOf(entry) });
    else findings.push(finding);
  }
  return {
    ...report,
    findings,
    suppressed: [...report.suppressed, ...passed].sort(byPlace),
    suppressionProblems: [...report.suppressionProblems, ...problemsOf(policy, report, today)],
  };
}

function suppressionOf({ reason, expires }: BaselineEntry): SuppressedFinding['suppression'] {
  return {
    kind: 'baseline',
    ...(reason === undefined ? {} : { reason }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function problemsOf(policy: Policy, report: Report, today: string | undefined): SuppressionProblem[] {
  const found = foundIn(report);
  return policy.findings.flatMap((entry): SuppressionProblem[] => {
    const { fingerprint, ruleId: rule, quote, expires } = entry;
    const here = placesIn(entry).filter((place) => found.has(place)).length;
    const problem = (code: SuppressionProblem['code'], told: Telling): SuppressionProblem[] => [
      { kind: 'baseline', code, ...told, fingerprint },
    ];
    if (here === 0) return problem('unused', tell('baseline-gone', { rule, quote }));
    if (expires !== undefined && isOver(expires, today))
      return problem('expired', tell('baseline-expired', { rule, quote, day: expires }));
    return here < placesIn(entry).length ? problem('unused', tell('baseline-fewer', { rule, quote })) : [];
  });
}

/**
 * A baseline without what reports do not find any more; entries keep their reasons and days, and nothing is added. Policies
 * that no report is about stay. Throws BaselineError as `applyBaseline` does.
 */
export function pruneBaseline(
  baseline: Baseline,
  reports: readonly Report[],
  { pathOf = ({ source }) => source.path }: Pick<CreateBaselineOptions, 'pathOf'> = {},
): Baseline {
  checkBaseline(baseline);
  const byPath = new Map(reports.map((report) => [pathOf(report), report]));
  return baselineOf(
    baseline.policies.map((policy) => {
      const report = byPath.get(policy.path);
      if (!report) return policy;
      checkRules(policy, report);
      const found = foundIn(report);
      return { ...policy, findings: policy.findings.flatMap((entry) => prunedEntry(entry, found)) };
    }),
  );
}

/** An entry with the places that are left; the first of them stands for it. */
function prunedEntry(entry: BaselineEntry, found: ReadonlyMap<string, string>): BaselineEntry[] {
  const left = placesIn(entry).filter((place) => found.has(place));
  const [fingerprint, ...related] = left;
  if (fingerprint === undefined) return [];
  const { related: _, ...rest } = entry;
  const quote = fingerprint === entry.fingerprint ? entry.quote : shorten(found.get(fingerprint) ?? '');
  return [{ ...rest, fingerprint, quote, ...(related.length === 0 ? {} : { related }) }];
}

/** Sorted by what stays when words move, and its fields in one order, so that a file of it changes where findings do. */
function baselineOf(policies: readonly Policy[]): Baseline {
  const sorted = policies.map(({ findings, ...policy }) => ({
    ...policy,
    findings: [...findings].sort(
      (a, b) => order(a.ruleId, b.ruleId) || order(a.quote, b.quote) || order(a.fingerprint, b.fingerprint),
    ),
  }));
  return {
    schemaVersion: 1,
    tool: { name: 'fineprint', version: VERSION },
    policies: sorted.sort((a, b) => order(a.path ?? '', b.path ?? '')),
  };
}

/** By code units: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
