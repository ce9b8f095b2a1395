import { buildRuleSet, type RuleSet } from './build.js';
import { builtin } from './builtin.generated.js';

let compiled: RuleSet | undefined;

/** The rules that come with the package, compiled on first use. */
export function builtinRuleSet(): RuleSet {
  compiled ??= buildRuleSet(builtin.rules, builtin.lexicons, builtin.profiles);
  return compiled;
}
