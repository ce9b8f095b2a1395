import type { Clauses } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import { tell } from '../locale/index.js';
import type { CompiledRule, RuleSet } from '../ruleset/index.js';
import { asked } from './askers.js';
import { findContradictions } from './contradictions.js';
import { crowdsIn } from './density.js';
import { clearing, visibleText } from './evidence.js';
import type { Hit, Pointer, Related } from './hit.js';
import { type Place, quoted } from './place.js';
import { type Surroundings, surroundings } from './scope.js';
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
  const clear = clearing(around, ruleSet.indexes);
  const found = new Map<string, OpenHit>();
  const hit = (rule: CompiledRule, trigger: Trigger, place: Place): void => {
    const key = placeKey(rule, trigger, document);
    // What is missing from the policy is told at the first clause that makes one ask.
    if (rule.once && found.get(key)?.clearedBy === undefined && found.has(key)) return;
    keep(found, key, hitOf(rule, place, trigger, around, clear(rule, trigger)));
  };
  for (const { trigger, askers } of asked(clauses, ruleSet)) {
    for (const { rule, tests } of askers) {
      const test = tests.find((one) => around.fits(trigger, one));
      const place = test && quoted(rule, test, trigger, document);
      if (place) hit(rule, trigger, place);
    }
  }
  for (const { rule, densest, others } of crowdsIn(clauses, ruleSet, around.fits)) {
    hit(rule, densest, densest);
    for (const { statement, count } of others) {
      const { block, span } = statement;
      const quote = visibleText(document.blocks[block], span);
      found.get(rule.id)?.related.push({ why: tell('words-here', { count }), quote, span, block });
    }
  }
  const hits = [...found.values(), ...findContradictions(around, clauses, ruleSet, index)];
  return hits.sort((a, b) => a.span.start - b.span.start || (a.rule.id < b.rule.id ? -1 : 1));
}

/** A paragraph may have thousands of them. */
const SAME_HERE = tell('same-here');

/** `related` grows in place: a block may hold thousands. */
interface OpenHit extends Hit {
  readonly related: Related[];
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

/** A hit that further words of its place may still join. */
interface GrowingHit extends Hit {
  readonly related: Related[];
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
  const { quote, span, block } = second;
  other.related.push({ why: SAME_HERE, quote, span, block });
  found.set(key, { ...first, related: other.related });
}
