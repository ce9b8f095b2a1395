import { type AnalyzerOptions, createAnalyzer } from '../report/index.js';
import { parseRule, type Rule, RuleError } from '../ruleset/index.js';
import { examplesOf, testRule } from '../testing/index.js';
import type { ExampleOutcome, RuleProblemAt } from './messages.js';

/** A rule as it was typed: itself if it can be used, what is wrong with it, and what came of its examples. */
export interface OwnRule {
  readonly rule: Rule | undefined;
  readonly problems: readonly RuleProblemAt[];
  readonly examples: readonly ExampleOutcome[];
}

const NONE: OwnRule = { rule: undefined, problems: [], examples: [] };

/** Reads a rule from YAML and runs its examples, as `fineprint rules test` does. Never throws for what was typed. */
export function readOwnRule(yaml: string): OwnRule {
  if (yaml.trim() === '') return NONE;
  try {
    const rule = parseRule(yaml);
    const { ruleSet } = createAnalyzer(withRule(rule));
    const failures = testRule(rule, ruleSet);
    const examples = examplesOf(rule).map(({ kind, index, example }) => ({
      kind,
      example,
      failure: failures.find((failure) => failure.kind === kind && failure.index === index)?.message,
    }));
    return { rule, problems: [], examples };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const problems = error.problems.map(({ line = 1, column = 1, message }) => ({ line, column, message }));
    return { ...NONE, problems };
  }
}

/** Options by which a rule of one's own is applied beside those of a preset. */
export function withRule(rule: Rule | undefined): AnalyzerOptions {
  return rule ? { extraRules: [rule] } : {};
}
