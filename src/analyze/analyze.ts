import type { ClauseFrame, Clauses } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { CompiledFrameTest, CompiledRule, RuleSet } from '../ruleset/index.js';
import type { Span } from '../source/index.js';
import { crowdsIn } from './density.js';
import { clearing, visibleText } from './evidence.js';
import { slotFits } from './frame-test.js';
import type { Hit, Pointer } from './hit.js';
import { type Surroundings, surroundings } from './scope.js';
import { statementsIn } from './statements.js';
import type { Trigger } from './trigger.js';

/**
 * Holds each clause against each rule, and each sentence against the rules that ask for its words. Hits come in the
 * order of the source, one a rule and place (block or table row): further words of the same place are `related`.
 * Cleared hits are among them, with what clears them.
 */
export function analyzeDocument(document: PolicyDocument, clauses: Clauses, ruleSet: RuleSet): Hit[] {
  const index = ruleSet.indexes[document.language] ?? Object.values(ruleSet.indexes)[0];
  if (index === undefined) return [];
  const around = surroundings(document, clauses);
  const clear = clearing(around, index);
  const found = new Map<string, OpenHit>();
  const hit = (rule: CompiledRule, trigger: Trigger, place: Place): void => {
    const key = placeKey(rule, trigger, document);
    // What is missing from the policy is told at the first clause that makes one ask.
    if (rule.once && found.get(key)?.clearedBy === undefined && found.has(key)) return;
    keep(found, key, hitOf(rule, place, trigger, around, clear(rule, trigger)));
  };
  const askers = byAction(ruleSet);
  for (const frame of clauses.frames) {
    for (const { rule, given } of askers(frame.action)) {
      const test = given.find((given) => around.fits(frame, given));
      const place = test && quoted(rule, test, frame, document);
      if (place) hit(rule, frame, place);
    }
  }
  for (const { statement, rules } of statementsIn(clauses, ruleSet)) {
    for (const rule of rules) {
      if (rule.stated.some((test) => around.states(statement, test))) hit(rule, statement, statement);
    }
  }
  for (const { rule, densest, others } of crowdsIn(clauses, ruleSet, around.fits)) {
    hit(rule, densest, densest);
    for (const { statement, count } of others) {
      const quote = visibleText(document.blocks[statement.block], statement.span);
      found.get(rule.id)?.related.push({ why: `${count} such words here`, quote, span: statement.span });
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start || (a.rule.id < b.rule.id ? -1 : 1));
}

interface Asker {
  readonly rule: CompiledRule;
  readonly given: CompiledRule['given'];
}

/** The rules that may fire on an action, in their order, each with the tests that may fit. */
function byAction(ruleSet: RuleSet): (action: ClauseFrame['action']) => readonly Asker[] {
  const known = new Map<ClauseFrame['action'], readonly Asker[]>();
  return (action) => {
    const askers =
      known.get(action) ??
      ruleSet.rules
        .map((rule) => ({
          rule,
          given: rule.density ? [] : rule.given.filter((test) => test.action?.includes(action) ?? true),
        }))
        .filter(({ given }) => given.length > 0);
    known.set(action, askers);
    return askers;
  };
}

/** `related` grows in place: a block may hold thousands. */
interface OpenHit extends Hit {
  readonly related: Pointer[];
}

function placeKey(rule: CompiledRule, frame: Trigger, { blocks }: PolicyDocument): string {
  if (rule.once || rule.density) return rule.id;
  const cell = blocks[frame.block]?.cell;
  return `${rule.id} ${cell ? `row ${cell.table} ${cell.row}` : frame.block}`;
}

function hitOf(
  rule: CompiledRule,
  { block, span }: Place,
  frame: Trigger,
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
