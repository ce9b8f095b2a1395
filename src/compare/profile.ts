import type { Report } from '../report/index.js';
import { ANSWERS } from './answers.js';
import type { Change, ChangedAnswer } from './schema.js';

type Evidence = ChangedAnswer['evidence']['before'];

/** A report as the profile adds to it. */
interface Profiled {
  readonly profile?: Readonly<
    Record<string, { readonly answer: string; readonly evidence: Evidence } | undefined>
  >;
}

/** The questions that the later policy answers differently. Nothing where either report has no profile. */
export function compareProfiles(before: Report, after: Report): ChangedAnswer[] {
  const { profile: old = {} } = before as Report & Profiled;
  const { profile: now = {} } = after as Report & Profiled;
  return Object.entries(old).flatMap(([key, given]): ChangedAnswer[] => {
    const answered = now[key];
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
