import { byPlace, type Finding, type Report } from '../report/index.js';
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
export function compare(reportBefore: Report, reportAfter: Report): Comparison {
  checkComparable(reportBefore, reportAfter);
  const [before, after] = [unsuppressed(reportBefore), unsuppressed(reportAfter)];
  const paired = pairClauses(before.clauses ?? [], after.clauses ?? []);
  const sentences =
    before.sentences && after.sentences ? pairSentences(before.sentences, after.sentences) : undefined;
  const places = sentences
    ? placesBy(sentences.before, sentences.after, sentences.ordered)
    : placesBy(paired.before, paired.after, paired.moves.ordered);
  const said = sentences?.said ?? NOTHING_SAID;
  const parts = {
    findings: accepted(compareFindings(before, after, places, said), reportBefore, reportAfter),
    profile: compareProfiles(before, after),
    clauses: compareClauses(paired, places, said),
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

/**
 * With what is suppressed among the findings: a comment changes nothing of what a text says, and what gets one in the later
 * revision is not resolved.
 */
function unsuppressed(report: Report): Report {
  if (report.suppressed.length === 0) return report;
  const passed = report.suppressed.map(({ suppression: _, ...finding }): Finding => finding);
  return { ...report, findings: [...report.findings, ...passed].sort(byPlace) };
}

/** What is new and suppressed has been accepted, and is no news; the same for what is gone. */
function accepted(findings: Comparison['findings'], before: Report, after: Report): Comparison['findings'] {
  const passed = ({ suppressed }: Report) => new Set(suppressed.map(({ fingerprint }) => fingerprint));
  const [old, now] = [passed(before), passed(after)];
  return {
    ...findings,
    introduced: findings.introduced.filter((one) => !now.has(one.after.fingerprint)),
    resolved: findings.resolved.filter((one) => !old.has(one.before.fingerprint)),
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

function notesOf({ notes }: Report, of: 'before' | 'after'): Comparison['notes'] {
  return notes.map((note) => ({ ...note, of }));
}
