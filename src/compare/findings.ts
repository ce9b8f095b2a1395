import type { ClearedFinding, Finding, Report } from '../report/index.js';
import { lastAtOrBefore } from '../source/index.js';
import { coveredPairs } from './covered.js';
import { movesOf } from './moves.js';
import { type Pair, pairUnits } from './pair.js';
import type { Places } from './places.js';
import { isSaid, type Said, type There } from './said.js';
import type { Comparison, Near } from './schema.js';
import { standingIn } from './standing.js';
import { foldText, stemsOf, type Unit, unitOf } from './unit.js';

type Findings = Comparison['findings'];

/** Sorts the findings of two reports by what became of them. */
export function compareFindings(before: Report, after: Report, places: Places, said: Said): Findings {
  const unitsBefore = before.findings.map(unitOfFinding);
  const unitsAfter = after.findings.map(unitOfFinding);
  const pairing = pairUnits(unitsBefore, unitsAfter);
  const { moved } = movesOf(pairing, unitsBefore, unitsAfter);
  const both = ([i, j]: Pair) => ({
    before: before.findings[i] as Finding,
    after: after.findings[j] as Finding,
  });
  const too = toldToo(before, after, pairing.onlyBefore, pairing.onlyAfter);
  const told = toldElsewhere(before, after, pairing.onlyBefore, pairing.onlyAfter);
  const covered = coveredPairs(before, after, pairing.onlyBefore, pairing.onlyAfter);
  const gone = new Set([...too, ...told, ...covered.gone].map(([i]) => i));
  const come = new Set([...too, ...told, ...covered.come].map(([, j]) => j));
  const answeredBefore = answersIn(before);
  const answeredAfter = answersIn(after);
  const standsBefore = standingIn(before);
  const standsAfter = standingIn(after);
  return {
    introduced: pairing.onlyAfter
      .filter((j) => !come.has(j))
      .map((j) => after.findings[j] as Finding)
      .map((finding) => ({ after: finding, ...answeredBefore(finding, places.inBefore(finding)) }))
      .filter(
        ({ after: finding, clearedBy }) =>
          clearedBy ||
          !(stood(finding, said.inBefore(finding.position)) || standsBefore(finding.quote, finding.context)),
      ),
    resolved: pairing.onlyBefore
      .filter((i) => !gone.has(i))
      .map((i) => before.findings[i] as Finding)
      .map((finding) => ({ before: finding, ...answeredAfter(finding, places.inAfter(finding)) }))
      .filter(
        ({ before: finding, clearedBy }) =>
          clearedBy ||
          !(stood(finding, said.inAfter(finding.position)) || standsAfter(finding.quote, finding.context)),
      ),
    persisting: [
      ...pairing.same.filter((pair) => !moved(pair)),
      ...too,
      ...covered.gone,
      ...covered.come,
    ].map(both),
    reworded: [...pairing.reworded, ...pairing.parts].map(both),
    moved: [...pairing.same.filter(moved), ...told].map(both),
  };
}

/** Share of a sentence's words that a sentence of the other text must have for it to have stood there, and the least of them. */
const STOOD = 0.85;
const LEAST_WORDS = 6;

/** Whether the words stand there too, and were found in one text alone without an answer in the other: they were read otherwise. */
function stood({ context }: Finding, { words }: There): boolean {
  return stemsOf(context).length >= LEAST_WORDS && isSaid(context, words, STOOD);
}

function unitOfFinding({ ruleId, context, quote, section }: Finding): Unit {
  return unitOf(ruleId, context, section, foldText(quote));
}

/** Where the other text has or would have the words of a finding, and what answers them there. */
function answersIn({
  cleared,
}: Report): (finding: Finding, near: Near) => { near: Near; clearedBy?: ClearedFinding['clearedBy'] } {
  const byFingerprint = new Map(cleared.map((finding) => [finding.fingerprint, finding]));
  return ({ fingerprint }, near) => {
    const answered = byFingerprint.get(fingerprint);
    return answered ? { near: answered.position, clearedBy: answered.clearedBy } : { near };
  };
}

/**
 * What has no partner and is told in the other text all the same, beside another finding or once more. Of several places in one
 * paragraph a rule is told of the first, with the others beside it: where paragraphs are merged or split, what was told alone is told
 * beside another, or the other way round. And a sentence that stands once more, or once less, tells people nothing new.
 */
function toldToo(
  before: Report,
  after: Report,
  onlyBefore: readonly number[],
  onlyAfter: readonly number[],
): Pair[] {
  const inBefore = toldIn(before);
  const inAfter = toldIn(after);
  return [
    ...onlyBefore.flatMap((i): Pair[] => {
      const j = inAfter.get(nameOf(before.findings[i] as Finding));
      return j === undefined ? [] : [[i, j]];
    }),
    ...onlyAfter.flatMap((j): Pair[] => {
      const i = inBefore.get(nameOf(after.findings[j] as Finding));
      return i === undefined ? [] : [[i, j]];
    }),
  ];
}

function nameOf({ ruleId, context }: Pick<Finding, 'ruleId' | 'context'>): string {
  return `${ruleId}\n${foldText(context)}`;
}

/** By rule and sentence: the first finding that tells of it, itself or beside its own place. */
function toldIn({ findings, sentences = [] }: Report): Map<string, number> {
  const starts = sentences.map(({ position }) => position.start.offset);
  const told = new Map<string, number>();
  for (const [index, finding] of findings.entries()) {
    const beside = starts.length === 0 ? [] : finding.related;
    for (const { position } of beside) {
      const sentence = sentences[lastAtOrBefore(starts, position.start.offset)];
      if (sentence) told.set(nameOf({ ruleId: finding.ruleId, context: sentence.text }), index);
    }
  }
  for (const [index, finding] of [...findings.entries()].reverse()) told.set(nameOf(finding), index);
  return told;
}

/**
 * A rule that is told once a policy is told of the next place when the first is gone. It says nothing new if the words of
 * one of the two places stood in both texts all along and nothing answered them.
 */
function toldElsewhere(
  before: Report,
  after: Report,
  onlyBefore: readonly number[],
  onlyAfter: readonly number[],
): Pair[] {
  const onceBefore = toldOnce(before);
  const onceAfter = toldOnce(after);
  const later = new Map(onlyAfter.map((j) => [after.findings[j]?.ruleId, j]));
  return onlyBefore.flatMap((i): Pair[] => {
    const old = before.findings[i] as Finding;
    const j = later.get(old.ruleId);
    if (j === undefined || !onceBefore.has(old.ruleId) || !onceAfter.has(old.ruleId)) return [];
    const now = after.findings[j] as Finding;
    return stoodUnanswered(now, before) || stoodUnanswered(old, after) ? [[i, j]] : [];
  });
}

/** The rules that have one finding and no more. */
function toldOnce({ findings }: Report): Set<string> {
  const once = new Set<string>();
  const seen = new Set<string>();
  for (const { ruleId } of findings) {
    if (seen.has(ruleId)) once.delete(ruleId);
    else once.add(ruleId);
    seen.add(ruleId);
  }
  return once;
}

function stoodUnanswered({ context, fingerprint }: Finding, { sentences = [], cleared }: Report): boolean {
  const words = foldText(context);
  return (
    sentences.some(({ text }) => foldText(text) === words) &&
    !cleared.some((answered) => answered.fingerprint === fingerprint)
  );
}
