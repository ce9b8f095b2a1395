import type { Report } from '../report/index.js';
import { checkComparable } from './check.js';
import { compareClauses, pairClauses } from './clauses.js';
import { compareFindings } from './findings.js';
import { placesBy } from './places.js';
import { compareProfiles } from './profile.js';
import { NOTHING_SAID } from './said.js';
import type { Comparison } from './schema.js';
import { pairSentences, unreadChanges } from './sentences.js';
import { verdictOf } from './verdict.js';

/**
 * Says what a later revision of a policy means for people: what got worse, what got better, what only moved. Both reports are
 * made with `include: ['clauses']`; with `cleared` and `sentences` too it knows more. Throws ComparisonError if they cannot be held
 * against each other. Pure, and its work grows with the texts, not with their product.
 */
export function compare(before: Report, after: Report): Comparison {
  checkComparable(before, after);
  const paired = pairClauses(before.clauses ?? [], after.clauses ?? []);
  const sentences =
    before.sentences && after.sentences ? pairSentences(before.sentences, after.sentences) : undefined;
  const places = sentences
    ? placesBy(sentences.before, sentences.after, sentences.ordered)
    : placesBy(paired.before, paired.after, paired.moves.ordered);
  const parts = {
    findings: compareFindings(before, after, places),
    profile: compareProfiles(before, after),
    clauses: compareClauses(paired, places, sentences?.said ?? NOTHING_SAID),
  };
  const read = {
    before: [...paired.before, ...before.findings],
    after: [...paired.after, ...after.findings],
  };
  return {
    schemaVersion: 1,
    before: sourceOf(before),
    after: sourceOf(after),
    ...verdictOf(parts),
    ...scores(before, after),
    ...parts,
    ...(sentences ? { sentences: unreadChanges(sentences, read, places) } : {}),
    notes: [...notesOf(before, 'before'), ...notesOf(after, 'after')],
  };
}

function sourceOf({ source }: Report): Comparison['before'] {
  return source.path === undefined ? {} : { path: source.path };
}

function scores(before: Report, after: Report): Pick<Comparison, 'score'> {
  if (!before.score || !after.score) return {};
  const [old, now] = [before.score.total, after.score.total];
  return { score: { before: old, after: now, delta: Math.round((now - old) * 10) / 10 } };
}

function notesOf({ notes }: Report, which: string): string[] {
  return notes.map(({ message }) => `${which}: ${message}`);
}
