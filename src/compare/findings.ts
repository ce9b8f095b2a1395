import type { Finding, Report } from '../report/index.js';
import { movesOf } from './moves.js';
import { type Pair, pairUnits } from './pair.js';
import type { Places } from './places.js';
import type { Comparison } from './schema.js';
import { foldText, type Unit, unitOf } from './unit.js';

type Findings = Comparison['findings'];

/** Sorts the findings of two reports by what became of them. */
export function compareFindings(before: Report, after: Report, places: Places): Findings {
  const unitsBefore = before.findings.map(unitOfFinding);
  const unitsAfter = after.findings.map(unitOfFinding);
  const pairing = pairUnits(unitsBefore, unitsAfter);
  const { moved } = movesOf(pairing, unitsBefore, unitsAfter);
  const both = ([i, j]: Pair) => ({
    before: before.findings[i] as Finding,
    after: after.findings[j] as Finding,
  });
  const told = toldElsewhere(before, after, pairing.onlyBefore, pairing.onlyAfter);
  const gone = new Set(told.map(([i]) => i));
  const come = new Set(told.map(([, j]) => j));
  return {
    introduced: pairing.onlyAfter
      .filter((j) => !come.has(j))
      .map((j) => after.findings[j] as Finding)
      .map((finding) => ({ after: finding, near: places.inBefore(finding) })),
    resolved: pairing.onlyBefore
      .filter((i) => !gone.has(i))
      .map((i) => resolved(before.findings[i] as Finding, after, places)),
    persisting: pairing.same.filter((pair) => !moved(pair)).map(both),
    reworded: [...pairing.reworded, ...pairing.parts].map(both),
    moved: [...pairing.same.filter(moved), ...told].map(both),
  };
}

function unitOfFinding({ ruleId, context, quote, section }: Finding): Unit {
  return unitOf(ruleId, context, section, foldText(quote));
}

function resolved(finding: Finding, after: Report, places: Places): Findings['resolved'][number] {
  const answer = after.cleared.find(({ fingerprint }) => fingerprint === finding.fingerprint);
  return {
    before: finding,
    near: answer?.position ?? places.inAfter(finding),
    ...(answer ? { clearedBy: answer.clearedBy } : {}),
  };
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
  const only = (report: Report, ruleId: string): boolean =>
    report.findings.filter((finding) => finding.ruleId === ruleId).length === 1;
  return onlyBefore.flatMap((i): Pair[] => {
    const old = before.findings[i] as Finding;
    const j = onlyAfter.find((k) => after.findings[k]?.ruleId === old.ruleId);
    const now = j === undefined ? undefined : after.findings[j];
    if (j === undefined || !now || !only(before, old.ruleId) || !only(after, old.ruleId)) return [];
    return stoodUnanswered(now, before) || stoodUnanswered(old, after) ? [[i, j]] : [];
  });
}

function stoodUnanswered({ context, fingerprint }: Finding, { sentences = [], cleared }: Report): boolean {
  const words = foldText(context);
  return (
    sentences.some(({ text }) => foldText(text) === words) &&
    !cleared.some((answered) => answered.fingerprint === fingerprint)
  );
}
