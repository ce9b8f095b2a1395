import { describe, it } from 'vitest';
import { loadRules } from '../node/index.js';
import { buildRuleSet, lexiconsWith } from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';
import { examplesOf, testRule } from '../testing/index.js';

/**
 * Makes a test case of each example of the rules in a folder: `await testRules('my-rules')` at the top of a test file. Throws
 * a RuleError with file, line and column if a rule cannot be read.
 */
export async function testRules(folder: string, options: { readonly cwd?: string } = {}): Promise<void> {
  const { rules, lexicons } = await loadRules(folder, options);
  const ruleSet = buildRuleSet(rules, [...lexiconsWith([chinese]), ...lexicons], [], {
    whole: true,
    languages: [chinese],
  });
  for (const rule of rules) {
    describe(rule.id, () => {
      const failures = testRule(rule, ruleSet);
      for (const { kind, index, example } of examplesOf(rule)) {
        it(`${kind} example ${index + 1}: ${example.trim()}`, () => {
          const failure = failures.find((one) => one.kind === kind && one.index === index);
          if (failure) throw new Error(failure.message);
        });
      }
    });
  }
}
