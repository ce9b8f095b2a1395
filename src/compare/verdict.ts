import { answerIn, english, type Locale, questionNameIn, type Words } from '../locale/index.js';
import { withoutLastWord } from '../report/index.js';
import type { Comparison, Near } from './schema.js';

type Parts = Pick<Comparison, 'findings' | 'profile' | 'clauses'>;

/** One change that counts for the verdict. */
interface Weighed {
  readonly change: 'worse' | 'better';
  readonly reason: string;
}

/** Longest words quoted in a reason, and most reasons of each kind. */
const LONGEST = 70;
const MOST = 12;

/** Whether things got worse or better for people, and by what; the reasons in the language of the reader. */
export function verdictOf(parts: Parts, locale: Locale = english): Pick<Comparison, 'verdict' | 'reasons'> {
  const all = [
    ...clauseChanges(parts, locale),
    ...findingChanges(parts, locale),
    ...answerChanges(parts, locale),
  ];
  const of = (change: Weighed['change']): string[] => [
    ...new Set(all.filter((entry) => entry.change === change).map(({ reason }) => reason)),
  ];
  const worse = of('worse');
  const better = of('better');
  const verdict =
    worse.length > 0 ? (better.length > 0 ? 'mixed' : 'worse') : better.length > 0 ? 'better' : 'neutral';
  return { verdict, reasons: [...few(worse, 'worse', locale), ...few(better, 'better', locale)] };
}

function few(reasons: readonly string[], change: Weighed['change'], { words }: Locale): string[] {
  const told = words.reasons;
  const shown = reasons.slice(0, MOST).map((reason) => told[change](reason));
  const more = reasons.length - shown.length;
  return more > 0 ? [...shown, told[change](told.more(more))] : shown;
}

function clauseChanges({ clauses }: Parts, { words }: Locale): Weighed[] {
  const { reasons, quote } = words;
  const quoted = (text: string): string => quote(cut(text));
  return [
    ...clauses.removed.flatMap(({ change, says = '', clause, near }) =>
      weighed(change, reasons.clause(says, quoted(clause.quote), lines(clause.position, near, words))),
    ),
    ...clauses.changed.flatMap(({ change, says, lost, gained, before, after }) => {
      const terms = [
        ...lost.map(({ text }) => `-${quote(text)}`),
        ...gained.map(({ text }) => `+${quote(text)}`),
      ].join(' ');
      const told = terms === '' ? quoted(after.quote) : cut(terms);
      return weighed(change, reasons.clause(says, told, lines(before.position, after.position, words)));
    }),
    ...clauses.added.flatMap(({ change, says = '', clause, near }) =>
      weighed(change, reasons.clause(says, quoted(clause.quote), lines(near, clause.position, words))),
    ),
  ];
}

function findingChanges({ findings }: Parts, { words }: Locale): Weighed[] {
  const { introduced, resolved } = words.reasons;
  return [
    ...findings.introduced.flatMap(({ after, near }) =>
      weighed('worse', introduced(after.ruleId, cut(after.quote), lines(near, after.position, words))),
    ),
    ...findings.resolved.flatMap(({ before, near }) =>
      weighed('better', resolved(before.ruleId, cut(before.quote), lines(before.position, near, words))),
    ),
  ];
}

function answerChanges({ profile }: Parts, locale: Locale): Weighed[] {
  const { words } = locale;
  return profile.flatMap(({ key, before, after, change, evidence }) =>
    weighed(
      change,
      words.reasons.answer(
        questionNameIn(locale, key),
        answerIn(locale, key, before),
        answerIn(locale, key, after),
        lines(evidence.before[0]?.position, evidence.after[0]?.position, words),
      ),
    ),
  );
}

function weighed(change: string, reason: string): Weighed[] {
  return change === 'worse' || change === 'better' ? [{ change, reason }] : [];
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${withoutLastWord(text.slice(0, LONGEST))} …`;
}

/** "line 12 before, line 15 now": where it stood, and where it stands or would. */
function lines(before: Near, after: Near, { reasons }: Words): string {
  return reasons.lines(before?.start.line, after?.start.line);
}
