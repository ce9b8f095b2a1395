import type { Report } from '../report/index.js';
import { ANSWERS } from './answers.js';
import type { Change, ChangedAnswer } from './schema.js';

/** The questions that the later policy answers differently. Nothing where a language is not supported. */
export function compareProfiles(before: Report, after: Report): ChangedAnswer[] {
  return Object.entries(before.profile).flatMap(([key, given]): ChangedAnswer[] => {
    const answered = after.profile[key as keyof Report['profile']];
    if (!given || !answered || given.answer === answered.answer) return [];
    return [
      {
        key,
        before: given.answer,
        after: answered.answer,
        change: changeOf(key, given.answer, answered.answer),
        evidence: { before: [...given.evidence], after: [...answered.evidence] },
      },
    ];
  });
}

function changeOf(key: string, before: string, after: string): Change {
  const rank = (answer: string): number => ANSWERS[key]?.findIndex((group) => group.includes(answer)) ?? -1;
  const old = rank(before);
  const now = rank(after);
  if (old < 0 || now < 0 || old === now) return 'other';
  return now > old ? 'worse' : 'better';
}
