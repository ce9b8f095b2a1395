import type { Baseline, BaselineEntry } from './baseline-schema.js';
import type { Finding, Report } from './schema.js';

/** A baseline that cannot be used; the message says why and what would do. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/** The entries of one policy. */
export type Policy = Baseline['policies'][number];

/** Fingerprints of a finding and of its further places, each once. */
export function placesOf({ fingerprint, related }: Pick<Finding, 'fingerprint' | 'related'>): string[] {
  return [...new Set([fingerprint, ...related.flatMap((place) => place.fingerprint ?? [])])];
}

/** Fingerprints of an entry's places. */
export function placesIn({ fingerprint, related = [] }: BaselineEntry): string[] {
  return [fingerprint, ...related];
}

/** By fingerprint: the words of all places that a report knows of, suppressed ones too. */
export function foundIn({ findings, suppressed }: Report): Map<string, string> {
  const found = new Map<string, string>();
  for (const { fingerprint, quote, related } of [...findings, ...suppressed]) {
    found.set(fingerprint, quote);
    for (const place of related) if (place.fingerprint) found.set(place.fingerprint, place.quote);
  }
  return found;
}

/** Entries by all of their places; where two have one place, that which it stands for. */
export function entriesByPlace(policy: Policy | undefined): Map<string, BaselineEntry> {
  const entries = policy?.findings ?? [];
  const further = entries.flatMap((entry) => (entry.related ?? []).map((place) => [place, entry] as const));
  return new Map([...further, ...entries.map((entry) => [entry.fingerprint, entry] as const)]);
}

export function policyIn(baseline: Baseline | undefined, path: string | undefined): Policy | undefined {
  return baseline?.policies.find((policy) => policy.path === path);
}

/** Checks by hand what types do not tell callers in JavaScript; `parseBaseline` checks files. */
export function checkBaseline(baseline: Baseline): void {
  if (baseline?.schemaVersion !== 1 || !Array.isArray(baseline.policies))
    throw new BaselineError(
      'this is no baseline; make one with createBaseline, or read it with parseBaseline',
    );
}

/** Throws BaselineError unless a report was made with the rules that a policy's entries were made with. */
export function checkRules({ path, ruleset }: Policy, { tool }: Report): void {
  if (ruleset === tool.ruleset) return;
  throw new BaselineError(
    `the baseline of ${named(path)} was made with other rules (${ruleset}) than this report (${tool.ruleset}), so that ` +
      'findings would come and go without a change of words; write it anew (fineprint baseline write), which keeps its reasons, or do without (--no-baseline)',
  );
}

/** What a policy is called in messages. */
export function named(path: string | undefined): string {
  return path === undefined ? 'a text without a path' : `"${path}"`;
}
