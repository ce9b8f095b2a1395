import { nameOf } from '../format/index.js';
import type { Report } from '../report/index.js';
import type { ProfileKey } from '../ruleset/index.js';
import { answersOf } from './told.js';

/** What an overview tells of one policy. */
export interface OverviewRow {
  /** What the policy is called: a path or a key. */
  readonly id: string;
  /** Where its own page is: a path from the overview, or an address by http or https. */
  readonly href?: string | undefined;
  /** Why there is no report on it; it counts in no figure then. */
  readonly unjudged?: string | undefined;
  readonly words: number;
  /** null where nothing was judged. */
  readonly score: number | null;
  readonly grade: string | null;
  readonly profile: Readonly<Partial<Record<ProfileKey, string>>>;
  /** Findings by rule. */
  readonly findings: Readonly<Record<string, number>>;
}

/** What an overview tells of a report. */
export function overviewRow({ source, score, profile, findings }: Report, href?: string): OverviewRow {
  const counts: Record<string, number> = {};
  for (const { ruleId } of findings) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return {
    id: nameOf(source),
    href,
    words: source.words,
    score: score?.total ?? null,
    grade: score?.grade ?? null,
    profile: Object.fromEntries(answersOf({ profile }).map(([key, { answer }]) => [key, answer])),
    findings: counts,
  };
}
