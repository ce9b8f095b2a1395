import type { Rule, RuleSet } from '../ruleset/index.js';
import { type Example, runExamples } from './run-examples.js';

/** An example of a rule that does not come out as it says. */
export interface ExampleFailure extends Pick<Example, 'kind' | 'index' | 'example'> {
  readonly ruleId: string;
  /** What was expected and what was found. */
  readonly message: string;
}

/** Runs the examples of a rule and returns what failed; an empty array when all is well. */
export function testRule(rule: Rule, ruleSet: RuleSet): ExampleFailure[] {
  return runExamples(rule, ruleSet).flatMap(({ kind, index, example, failure }) =>
    failure === undefined ? [] : [{ ruleId: rule.id, kind, index, example, message: failure }],
  );
}
