import type { Change, Comparison, Place } from '../compare/index.js';
import { answerIn, english, type Locale, questionNameIn } from '../locale/index.js';
import type { Finding } from '../report/index.js';
import { fragmentOf } from './result.js';

type Position = Place['position'];

const KINDS = [
  'introduced',
  'resolved',
  'reworded',
  'moved',
  'persisting',
  'clause-changed',
  'clause-removed',
  'clause-added',
  'answer',
] as const;

/** One difference between two revisions, whatever it is about. */
export interface ChangeEntry {
  readonly kind: (typeof KINDS)[number];
  readonly change: Change | 'same';
  /** The rule, the clause's action, or the question, as machines know it. */
  readonly subject: string;
  /** The same for people. */
  readonly name: string;
  /** What it means, without the words it is about. */
  readonly says: string;
  /** Words of each text; empty where it has none. */
  readonly words: { readonly before: string; readonly after: string };
  /** The places, or where the words would stand in the text that lacks them. */
  readonly before: Position;
  readonly after: Position;
  /** Of findings: the one of the text after, or the one that is resolved. */
  readonly finding?: Finding;
}

/** All that a comparison tells as one list: findings, clauses, answers; what got worse and better first. */
export function changesOf(comparison: Comparison, locale: Locale = english): ChangeEntry[] {
  const answer = (key: string, name: string): string => answerIn(locale, key, name);
  const all = [
    ...findingEntries(comparison, locale),
    ...clauseEntries(comparison, locale),
    ...comparison.profile.map(
      ({ key, before, after, change, evidence }): ChangeEntry => ({
        kind: 'answer',
        change,
        subject: key,
        name: questionNameIn(locale, key),
        says: locale.words.comparison.answered(answer(key, before), answer(key, after)),
        words: { before: evidence.before[0]?.quote ?? '', after: evidence.after[0]?.quote ?? '' },
        before: evidence.before[0]?.position,
        after: evidence.after[0]?.position,
      }),
    ),
  ];
  const rank = { worse: 0, better: 1, other: 2, same: 3 };
  return all.sort((a, b) => rank[a.change] - rank[b.change]);
}

/** What makes the later revision worse, for those who gate it. */
export function gotWorse(comparison: Comparison, locale: Locale): ChangeEntry[] {
  return changesOf(comparison, locale).filter(({ change }) => change === 'worse');
}

function findingEntries({ findings }: Comparison, locale: Locale): ChangeEntry[] {
  const said = (finding: Finding) => ({
    subject: finding.ruleId,
    name: finding.ruleId,
    says: fragmentOf(finding, locale),
  });
  const both =
    (kind: ChangeEntry['kind'], change: ChangeEntry['change']) =>
    ({ before, after }: { before: Finding; after: Finding }): ChangeEntry => ({
      ...{ kind, change, ...said(after), finding: after },
      // Where the words found are the same, the sentence around them is what changed.
      words:
        kind === 'reworded' && before.quote === after.quote
          ? { before: before.context, after: after.context }
          : { before: before.quote, after: after.quote },
      before: before.position,
      after: after.position,
    });
  return [
    ...findings.introduced.map(
      ({ after, near }): ChangeEntry => ({
        ...{ kind: 'introduced', change: 'worse', ...said(after) },
        words: { before: '', after: after.quote },
        ...{ before: near, after: after.position, finding: after },
      }),
    ),
    ...findings.resolved.map(
      ({ before, near }): ChangeEntry => ({
        ...{ kind: 'resolved', change: 'better', ...said(before) },
        words: { before: before.quote, after: '' },
        ...{ before: before.position, after: near, finding: before },
      }),
    ),
    ...findings.reworded.map(both('reworded', 'other')),
    ...findings.moved.map(both('moved', 'same')),
    ...findings.persisting.map(both('persisting', 'same')),
  ];
}

function clauseEntries({ clauses }: Comparison, { words }: Locale): ChangeEntry[] {
  const joined = (terms: readonly { text: string }[]): string => terms.map(({ text }) => text).join('; ');
  const { comparison, slot: slotName, action } = words;
  return [
    ...clauses.changed.map(
      ({ slot, change, says, actions, lost, gained, before, after }): ChangeEntry => ({
        ...{ kind: 'clause-changed', change, says, subject: `${slot} of ${actions.join(', ')}` },
        name: comparison.slotOf(slotName(slot), actions.map(action)),
        words:
          lost.length + gained.length > 0
            ? { before: joined(lost), after: joined(gained) }
            : { before: before.quote, after: after.quote },
        ...{ before: before.position, after: after.position },
      }),
    ),
    ...clauses.removed.map(
      ({ change, says, clause, near }): ChangeEntry => ({
        ...{ kind: 'clause-removed', change, subject: clause.action, name: action(clause.action) },
        says: says ?? comparison.gone,
        words: { before: clause.quote, after: '' },
        ...{ before: clause.position, after: near },
      }),
    ),
    ...clauses.added.map(
      ({ change, says, clause, near }): ChangeEntry => ({
        ...{ kind: 'clause-added', change, subject: clause.action, name: action(clause.action) },
        says: says ?? comparison.added,
        words: { before: '', after: clause.quote },
        ...{ before: near, after: clause.position },
      }),
    ),
  ];
}
