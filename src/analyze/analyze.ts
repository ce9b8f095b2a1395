import type { ClauseFrame, Clauses } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { CompiledFrameTest, CompiledRule, RuleSet } from '../ruleset/index.js';
import type { Span } from '../source/index.js';
import { findContradictions } from './contradictions.js';
import { clearing, visibleText } from './evidence.js';
import { slotFits } from './frame-test.js';
import type { Hit, Pointer } from './hit.js';
import { type Surroundings, surroundings } from './scope.js';

/**
 * Holds each clause against each rule. Hits come in the order of the source, one a rule and place (block or table
 * row): further words of the same place are `related`. Cleared hits are among them, with what clears them.
 */
export function analyzeDocument(document: PolicyDocument, clauses: Clauses, ruleSet: RuleSet): Hit[] {
  const index = ruleSet.indexes[document.language] ?? Object.values(ruleSet.indexes)[0];
  if (index === undefined) return [];
  const around = surroundings(document, clauses);
  const clear = clearing(around, index);
  const triggers = byAction(ruleSet);
  const found = new Map<string, OpenHit>();
  for (const frame of clauses.frames) {
    for (const { rule, given } of triggers(frame.action)) {
      const test = given.find((given) => around.fits(frame, given));
      const place = test && quoted(rule, test, frame, document);
      if (place)
        keep(found, placeKey(rule, frame, document), hitOf(rule, place, frame, around, clear(rule, frame)));
    }
  }
  const hits = [...found.values(), ...findContradictions(around, clauses, ruleSet, index)];
  return hits.sort((a, b) => a.span.start - b.span.start || (a.rule.id < b.rule.id ? -1 : 1));
}

interface Trigger {
  readonly rule: CompiledRule;
  readonly given: CompiledRule['given'];
}

/** The rules that may fire on an action, in their order, each with the tests that may fit. */
function byAction(ruleSet: RuleSet): (action: ClauseFrame['action']) => readonly Trigger[] {
  const known = new Map<ClauseFrame['action'], readonly Trigger[]>();
  return (action) => {
    const triggers =
      known.get(action) ??
      ruleSet.rules
        .map((rule) => ({
          rule,
          given: rule.given.filter((test) => test.action?.includes(action) ?? true),
        }))
        .filter(({ given }) => given.length > 0);
    known.set(action, triggers);
    return triggers;
  };
}

/** `related` grows in place: a block may hold thousands. */
interface OpenHit extends Hit {
  readonly related: Pointer[];
}

function placeKey(rule: CompiledRule, frame: ClauseFrame, { blocks }: PolicyDocument): string {
  const cell = blocks[frame.block]?.cell;
  return `${rule.id} ${cell ? `row ${cell.table} ${cell.row}` : frame.block}`;
}

function hitOf(
  rule: CompiledRule,
  { block, span }: Place,
  frame: ClauseFrame,
  around: Surroundings,
  clearedBy: Pointer | undefined,
): OpenHit {
  return {
    rule,
    block,
    span,
    quote: visibleText(around.document.blocks[block], span),
    slots: frame.slots,
    related: [],
    clearedBy,
  };
}

/** Words of a block, by their place in the source. */
interface Place {
  readonly block: number;
  readonly span: Span;
}

/**
 * The words to quote: the clause, or the slot's first value that the rule asks for, which may stand in another cell of
 * the row. None if an item has that value from its lead-in only: the lead-in is the place to judge.
 */
function quoted(
  rule: CompiledRule,
  test: CompiledFrameTest,
  frame: ClauseFrame,
  { blocks }: PolicyDocument,
): Place | undefined {
  const { quote } = rule;
  if (quote === 'clause') return frame;
  const { some, only, first } = test.slots?.[quote] ?? {};
  const asked = first ?? some ?? only;
  const value = (frame.slots[quote] ?? []).find(
    (one) =>
      standsWith(blocks, frame.block, one.block) && (asked === undefined || slotFits([one], { some: asked })),
  );
  return value ?? ((frame.slots[quote] ?? []).length > 0 ? undefined : frame);
}

/** The same block, or two cells of a row. */
function standsWith(blocks: PolicyDocument['blocks'], block: number, other: number): boolean {
  if (block === other) return true;
  const [a, b] = [blocks[block]?.cell, blocks[other]?.cell];
  return a !== undefined && b !== undefined && a.table === b.table && a.row === b.row;
}

/** A hit that further words of its place may still join. */
interface GrowingHit extends Hit {
  readonly related: Pointer[];
}

/**
 * An open hit stands before a cleared one; of two alike the first stands and the other becomes related. The list of
 * the related is handed on and not copied, as a paragraph may have thousands.
 */
function keep(found: Map<string, GrowingHit>, key: string, hit: GrowingHit): void {
  const other = found.get(key);
  if (other === undefined || (other.clearedBy && !hit.clearedBy)) {
    found.set(key, hit);
    return;
  }
  if (hit.clearedBy || other.clearedBy || hit.span.start === other.span.start) return;
  const [first, second] = hit.span.start < other.span.start ? [hit, other] : [other, hit];
  other.related.push({ why: 'the same here', quote: second.quote, span: second.span });
  found.set(key, { ...first, related: other.related });
}
