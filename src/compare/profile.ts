import type { Report } from '../report/index.js';
import type { Change, ChangedAnswer } from './schema.js';

type Profile = Report['profile'];
type Answer = NonNullable<Profile[keyof Profile]>;

/** The questions that the later policy answers differently. Nothing where a language is not supported. */
export function compareProfiles(before: Report, after: Report): ChangedAnswer[] {
  return Object.entries(before.profile).flatMap(([key, given]): ChangedAnswer[] => {
    const answered = after.profile[key as keyof Profile];
    if (!given || !answered || given.answer === answered.answer) return [];
    return [
      {
        key,
        before: given.answer,
        after: answered.answer,
        change: changeOf(given, answered),
        evidence: { before: [...given.evidence], after: [...answered.evidence] },
      },
    ];
  });
}

/** By what the answers earn in the score; a question that does not apply on one side is neither better nor worse. */
function changeOf({ points: before }: Answer, { points: after }: Answer): Change {
  if (before === undefined || after === undefined || before === after) return 'other';
  return after < before ? 'worse' : 'better';
}
