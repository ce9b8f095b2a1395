import type { Report } from '../report/index.js';
import { PROFILE_KEYS, type ProfileKey } from '../ruleset/index.js';

/** What a table holds of a report. */
export interface Row {
  readonly language: string;
  readonly words: number;
  readonly score: number | null;
  readonly grade: string | null;
  readonly profile: Readonly<Partial<Record<ProfileKey, string>>>;
  /** Findings by rule; rules without any are left out. */
  readonly findings: Readonly<Record<string, number>>;
}

export function rowOf({ source, score, profile, findings }: Report): Row {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return {
    language: source.language,
    words: source.words,
    score: score?.total ?? null,
    grade: score?.grade ?? null,
    profile: Object.fromEntries(
      PROFILE_KEYS.flatMap((key) => {
        const answer = profile[key]?.answer;
        return answer === undefined ? [] : [[key, answer]];
      }),
    ),
    findings: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
