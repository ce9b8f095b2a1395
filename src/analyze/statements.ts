import type { Clauses, SentenceReading } from '../clause/index.js';
import type { CompiledRule, RuleSet } from '../ruleset/index.js';
import type { Statement } from './trigger.js';

/** A sentence, and the rules that ask for words of it. */
interface Stated {
  readonly statement: Statement;
  readonly rules: readonly CompiledRule[];
}

/** The sentences that rules ask for by their words, in order. Headings only name a topic, and questions state nothing. */
export function statementsIn({ readings }: Clauses, { rules }: RuleSet): Stated[] {
  const byClass = rulesByClass(rules);
  if (byClass.size === 0) return [];
  const found: Stated[] = [];
  for (const sentences of readings) {
    for (const reading of sentences) {
      if (reading.block.kind === 'heading' || reading.tokens.at(-1)?.word.lower === '?') continue;
      const asking = new Set<CompiledRule>();
      for (const { classId } of reading.matches) {
        for (const rule of byClass.get(classId) ?? []) asking.add(rule);
      }
      if (asking.size > 0) found.push({ statement: statementOf(reading), rules: [...asking] });
    }
  }
  return found;
}

function rulesByClass(rules: readonly CompiledRule[]): ReadonlyMap<number, readonly CompiledRule[]> {
  const byClass = new Map<number, CompiledRule[]>();
  for (const rule of rules) {
    for (const number of new Set(rule.stated.flatMap(({ classes }) => classes))) {
      byClass.set(number, [...(byClass.get(number) ?? []), rule]);
    }
  }
  return byClass;
}

/** A sentence as what makes a rule look. */
export function statementOf({ block, number, tokens }: SentenceReading): Statement {
  const words = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  return {
    action: undefined,
    span: block.map.toSource(words),
    block: block.index,
    sentence: number,
    leadIn: undefined,
    slots: {},
  };
}
