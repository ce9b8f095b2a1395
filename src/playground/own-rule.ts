import { type AnalyzerOptions, createAnalyzer } from '../report/index.js';
import { type Rule, RuleError, type RuleProblem, rememberOrigin } from '../ruleset/index.js';
import { examplesOf, testRule } from '../testing/index.js';
import type { ExampleOutcome, RuleProblemAt } from './messages.js';
import type { Parts } from './parts.js';

/** A rule as it was typed: itself if it can be used, what is wrong with it, and what came of its examples. */
export interface OwnRule {
  readonly rule: Rule | undefined;
  readonly problems: readonly RuleProblemAt[];
  readonly examples: readonly ExampleOutcome[];
}

export const NO_RULE: OwnRule = { rule: undefined, problems: [], examples: [] };

/** Reads a rule from YAML and runs its examples, as `fineprint rules test` does. Never throws for what was typed. */
export function readOwnRule(
  yaml: string,
  read: Parts['rule'],
  languages: NonNullable<AnalyzerOptions['languages']>,
): OwnRule {
  const result = read(yaml);
  if ('problems' in result) return wrong(result.problems);
  const { rule, locate } = result;
  // It was read by another bundle, whose memory this one does not share.
  rememberOrigin(rule, locate);
  try {
    const { ruleSet } = createAnalyzer({ extraRules: [rule], languages });
    const failures = testRule(rule, ruleSet);
    const examples = examplesOf(rule).map(({ kind, index, example }) => ({
      kind,
      example,
      failure: failures.find((failure) => failure.kind === kind && failure.index === index)?.message,
    }));
    return { rule, problems: [], examples };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return wrong(error.problems);
  }
}

function wrong(problems: readonly RuleProblem[]): OwnRule {
  return {
    ...NO_RULE,
    problems: problems.map(({ line = 1, column = 1, message }) => ({ line, column, message })),
  };
}
