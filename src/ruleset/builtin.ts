import { buildRuleSet, type RuleSet } from './build.js';
import { builtin } from './builtin.generated.js';
import type { RuleData } from './parts.js';

/** Sets that were asked for last, by the ids of their rules; a process uses few, and compiling one takes a while. */
const compiled = new Map<string, RuleSet>();
const KEPT = 8;

/** The rules that come with the package, or those of them that are on, compiled on first use. */
export function builtinRuleSet(isOn: (rule: RuleData) => boolean = () => true): RuleSet {
  const rules = builtin.rules.filter(isOn);
  const key = rules.map(({ id }) => id).join();
  const known = compiled.get(key);
  if (known) return known;
  const ruleSet = buildRuleSet(rules, builtin.lexicons, builtin.profiles);
  const oldest = compiled.keys().next().value;
  if (compiled.size >= KEPT && oldest !== undefined) compiled.delete(oldest);
  compiled.set(key, ruleSet);
  return ruleSet;
}
