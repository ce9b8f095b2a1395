import { visible } from '../format/index.js';
import { type Report, shorten } from '../report/index.js';
import { PROFILE_ANSWERS, type ProfileAnswer, type ProfileKey } from '../ruleset/index.js';
import type { Outcome } from './findings.js';
import { nameOf, type Reader } from './subject.js';

/** By question: the answer that is asked for, or those of which one will do. */
export type ExpectedProfile = {
  readonly [K in ProfileKey]?: ProfileAnswer<K> | readonly ProfileAnswer<K>[];
};

export function meetsProfile(reader: Reader, subject: unknown, expected: ExpectedProfile): Outcome {
  if (typeof expected !== 'object' || expected === null || Object.keys(expected).length === 0)
    throw new TypeError("no question is asked; name some with their answers: { retention: 'period' }");
  const asked = Object.entries(expected).map(([key, answers]) => checked(key, answers));
  const report = reader.read(subject);
  const rows = asked.map(({ key, answers }) => {
    const answer = report.profile[key]?.answer;
    return { key, answers, answer, met: answer !== undefined && answers.includes(answer) };
  });
  const unmet = rows.filter(({ met }) => !met);
  return {
    pass: unmet.length === 0,
    message: () =>
      unmet.length === 0
        ? `expected ${nameOf(report)} not to have this profile, and it has:\n\n${rows.map((row) => `  ${row.key}: ${row.answer}`).join('\n')}`
        : `expected another profile of ${nameOf(report)}:\n\n${unmet.map((row) => told(row, report)).join('\n')}`,
  };
}

function told(
  { key, answers, answer }: { key: ProfileKey; answers: readonly string[]; answer: string | undefined },
  report: Report,
): string {
  const evidence = report.profile[key]?.evidence[0];
  const words = evidence
    ? `, line ${evidence.position.start.line}: "${visible(shorten(evidence.quote))}"`
    : '';
  return `  ${key}: expected ${answers.join(' or ')}, is ${answer ?? 'not answered'}${words}`;
}

/** A question or answer that there is none of is a slip in the test. */
function checked(key: string, given: unknown): { key: ProfileKey; answers: readonly string[] } {
  if (!Object.hasOwn(PROFILE_ANSWERS, key)) {
    throw new TypeError(
      `unknown question "${key}"; known questions: ${Object.keys(PROFILE_ANSWERS).join(', ')}`,
    );
  }
  const known: readonly string[] = PROFILE_ANSWERS[key as ProfileKey];
  const answers: readonly unknown[] = Array.isArray(given) ? given : [given];
  const unknown = answers.find((answer) => !known.includes(answer as string));
  if (unknown !== undefined || answers.length === 0) {
    throw new TypeError(`${key} is never answered "${String(unknown)}"; use ${known.join(', ')}`);
  }
  return { key: key as ProfileKey, answers: answers as readonly string[] };
}

export function scoresAtLeast(reader: Reader, subject: unknown, least: number): Outcome {
  if (typeof least !== 'number' || !(least >= 0 && least <= 100)) {
    throw new TypeError(`a score is a number from 0 to 100, not ${String(least)}`);
  }
  const report = reader.read(subject);
  const { score, notes } = report;
  if (!score) {
    const why = notes.map(({ message }) => visible(message)).join('; ');
    throw new TypeError(`${nameOf(report)} has no score${why === '' ? '' : `: ${why}`}`);
  }
  const parts = Object.entries(score.categories)
    .sort(([, a], [, b]) => a - b)
    .map(([category, points]) => `  ${category}: ${points}`);
  const pass = score.total >= least;
  return {
    pass,
    message: () =>
      `expected ${nameOf(report)} to score ${pass ? `less than ${least}` : `at least ${least}`}, it scores ` +
      `${score.total} (${score.grade}):\n\n${parts.join('\n')}`,
  };
}
