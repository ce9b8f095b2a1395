import { english, type Locale, retold, sayingIn, type Telling } from '../locale/index.js';
import { type Finding, localizeFinding, type TextsOf } from '../report/index.js';
import type { Comparison } from './schema.js';
import { verdictOf } from './verdict.js';

/** A comparison as its reader is told of it; what is said to machines stays. */
export function localizeComparison(comparison: Comparison, locale: Locale, textsOf: TextsOf): Comparison {
  if (locale.name === english.name) return comparison;
  const finding = (one: Finding): Finding => localizeFinding(one, locale, textsOf);
  const both = ({ before, after }: { before: Finding; after: Finding }) => ({
    before: finding(before),
    after: finding(after),
  });
  const told = <T extends Telling>(one: T): T => ({ ...one, message: retold(one, locale.messages) });
  const answered = <T extends { clearedBy?: Telling | undefined }>(one: T): T =>
    one.clearedBy ? { ...one, clearedBy: told(one.clearedBy) } : one;
  const said = <T extends { says?: string | undefined }>(one: T): T =>
    one.says === undefined ? one : { ...one, says: sayingIn(locale, one.says) };
  const { findings, clauses } = comparison;
  const parts = {
    findings: {
      introduced: findings.introduced.map((one) => ({ ...answered(one), after: finding(one.after) })),
      resolved: findings.resolved.map((one) => ({ ...answered(one), before: finding(one.before) })),
      persisting: findings.persisting.map(both),
      reworded: findings.reworded.map(both),
      moved: findings.moved.map(both),
    },
    clauses: {
      ...clauses,
      added: clauses.added.map(said),
      removed: clauses.removed.map(said),
      changed: clauses.changed.map(said),
    },
    profile: comparison.profile,
  };
  return {
    ...comparison,
    ...parts,
    reasons: verdictOf(parts, locale).reasons,
    notes: comparison.notes.map(told),
  };
}
