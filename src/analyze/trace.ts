import type { Clauses } from '../clause/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { CompiledRule, RuleSet } from '../ruleset/index.js';
import { type Asker, asked } from './askers.js';
import { type Clear, clearing, visibleText } from './evidence.js';
import type { Pointer } from './hit.js';
import { quoted } from './place.js';
import { type Surroundings, surroundings } from './scope.js';
import type { Trigger } from './trigger.js';

/** What a rule made of a clause it looked at. */
export interface Verdict {
  readonly rule: CompiledRule;
  /** found: it fires here. cleared: it would, and something answers it. unfit: the clause is not what it asks for. */
  readonly outcome: 'found' | 'cleared' | 'unfit';
  /** The words it quotes; empty if it is unfit. */
  readonly quote: string;
  readonly clearedBy: Pointer | undefined;
  /** unfit: the first condition that fails of each of its tests, a field or slot of the rule. */
  readonly unmet: readonly string[];
}

/** A clause or sentence as it was read, and what each rule made of it. */
export interface Trace {
  readonly trigger: Trigger;
  readonly quote: string;
  readonly verdicts: readonly Verdict[];
}

/** Tells for the clauses between two lines of the source (1-based, both included) which rules looked at them and what came of it. */
export function traceLines(
  document: PolicyDocument,
  clauses: Clauses,
  ruleSet: RuleSet,
  lines: { readonly first: number; readonly last: number },
): Trace[] {
  const around = surroundings(document, clauses);
  const clear = clearing(around, ruleSet.indexes);
  const traces: Trace[] = [];
  for (const { trigger, askers } of asked(clauses, ruleSet)) {
    const { start, end } = document.source.positionOf(trigger.span);
    if (start.line > lines.last || end.line < lines.first) continue;
    traces.push({
      trigger,
      quote: visibleText(document.blocks[trigger.block], trigger.span),
      verdicts: askers.map((asker) => verdictOf(asker, trigger, around, clear)),
    });
  }
  return traces.sort((a, b) => a.trigger.span.start - b.trigger.span.start);
}

function verdictOf({ rule, tests }: Asker, trigger: Trigger, around: Surroundings, clear: Clear): Verdict {
  const test = tests.find((one) => around.fits(trigger, one));
  const place = test && quoted(rule, test, trigger, around.document);
  if (!place) {
    const unmet = tests.map((one) => around.misfit(trigger, one) ?? 'inherited');
    return { rule, outcome: 'unfit', quote: '', clearedBy: undefined, unmet: [...new Set(unmet)] };
  }
  const clearedBy = clear(rule, trigger);
  const quote = visibleText(around.document.blocks[place.block], place.span);
  return { rule, outcome: clearedBy ? 'cleared' : 'found', quote, clearedBy, unmet: [] };
}
