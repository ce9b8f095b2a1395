import type { Comparison, Near, Place } from './schema.js';

type Parts = Pick<Comparison, 'findings' | 'profile' | 'clauses'>;

/** One change that counts for the verdict. */
interface Weighed {
  readonly change: 'worse' | 'better';
  readonly reason: string;
}

/** Longest words quoted in a reason, and most reasons of each kind. */
const LONGEST = 70;
const MOST = 12;

/** Whether things got worse or better for people, and by what. */
export function verdictOf(parts: Parts): Pick<Comparison, 'verdict' | 'reasons'> {
  const all = [...clauseChanges(parts), ...findingChanges(parts), ...answerChanges(parts)];
  const of = (change: Weighed['change']): string[] => [
    ...new Set(all.filter((entry) => entry.change === change).map(({ reason }) => reason)),
  ];
  const worse = of('worse');
  const better = of('better');
  const verdict =
    worse.length > 0 ? (better.length > 0 ? 'mixed' : 'worse') : better.length > 0 ? 'better' : 'neutral';
  return { verdict, reasons: [...few(worse, 'worse'), ...few(better, 'better')] };
}

function few(reasons: readonly string[], change: Weighed['change']): string[] {
  const shown = reasons.slice(0, MOST).map((reason) => `${change}: ${reason}`);
  const more = reasons.length - shown.length;
  return more > 0 ? [...shown, `${change}: ${more} more`] : shown;
}

function clauseChanges({ clauses }: Parts): Weighed[] {
  return [
    ...clauses.removed.flatMap(({ change, says, clause, near }) =>
      weighed(change, `${says}: ${quoted(clause.quote)} (${lines(clause.position, near)})`),
    ),
    ...clauses.changed.flatMap(({ change, says, lost, gained, before, after }) => {
      const words = [...lost.map(({ text }) => `-"${text}"`), ...gained.map(({ text }) => `+"${text}"`)].join(
        ' ',
      );
      const told = words === '' ? `${says}: ${quoted(after.quote)}` : `${says}: ${cut(words)}`;
      return weighed(change, `${told} (${lines(before.position, after.position)})`);
    }),
    ...clauses.added.flatMap(({ change, says, clause, near }) =>
      weighed(change, `${says}: ${quoted(clause.quote)} (${lines(near, clause.position)})`),
    ),
  ];
}

function findingChanges({ findings }: Parts): Weighed[] {
  return [
    ...findings.introduced.flatMap(({ after, near }) =>
      weighed('worse', `introduced ${after.ruleId}: ${quoted(after.quote)} (${lines(near, after.position)})`),
    ),
    ...findings.resolved.flatMap(({ before, near }) =>
      weighed(
        'better',
        `resolved ${before.ruleId}: ${quoted(before.quote)} (${lines(before.position, near)})`,
      ),
    ),
  ];
}

function answerChanges({ profile }: Parts): Weighed[] {
  return profile.flatMap(({ key, before, after, change, evidence }) =>
    weighed(
      change,
      `${key} was answered "${before}", is "${after}" (${lines(evidence.before[0]?.position, evidence.after[0]?.position)})`,
    ),
  );
}

function weighed(change: string, reason: string): Weighed[] {
  return change === 'worse' || change === 'better' ? [{ change, reason }] : [];
}

function quoted(quote: Place['quote']): string {
  return `"${cut(quote)}"`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`;
}

/** "line 12, now 15": where it stood, and where it stands or would. */
function lines(before: Near, after: Near): string {
  const name = (position: Near): string => (position ? `line ${position.start.line}` : 'nowhere');
  return `${name(before)} before, ${name(after)} now`;
}
