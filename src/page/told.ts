import type { Finding, Report } from '../report/index.js';
import { PROFILE_KEYS, type ProfileKey, type RuleData } from '../ruleset/index.js';
import type { Reader } from './reader.js';
import { severitiesFor } from './severity.js';

/** A finding with its number on the page and what its rule says of it. */
export interface Told {
  readonly finding: Finding;
  /** From 1, in the order of the text. */
  readonly number: number;
  readonly rule: Pick<RuleData, 'why' | 'clearedBy'> | undefined;
  /** How its severity is named and shown. */
  readonly severity: { readonly name: string; readonly shape: string };
}

/** Numbers findings and looks up their rules. */
export function toldOf(
  findings: readonly Finding[],
  ruleOf: (id: string) => Told['rule'],
  reader: Reader,
): readonly Told[] {
  const severities = severitiesFor(reader);
  return findings.map((finding, i) => ({
    finding,
    number: i + 1,
    rule: ruleOf(finding.ruleId),
    severity: severities[finding.severity],
  }));
}

type Answered = NonNullable<Report['profile'][ProfileKey]>;

/** The answers of a report in the order of the questions. */
export function answersOf({
  profile,
}: Pick<Report, 'profile'>): readonly (readonly [ProfileKey, Answered])[] {
  return PROFILE_KEYS.flatMap((key) => {
    const answer = profile[key];
    return answer ? [[key, answer] as const] : [];
  });
}

/** Names of places on the page, which links lead to. */
export const ID = {
  /** A finding: the address that is passed on. */
  finding: ({ fingerprint }: Finding): string => `finding-${fingerprint}`,
  /** The words it is about, and those it points at beside. */
  words: ({ fingerprint }: Finding): string => `words-${fingerprint}`,
  related: ({ fingerprint }: Finding, i: number): string => `words-${fingerprint}-${i + 1}`,
  evidence: (key: string, i: number): string => `evidence-${key}-${i + 1}`,
};
