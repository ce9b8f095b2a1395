import { describe, expect, it } from 'vitest';
import { buildRuleSet, builtin, builtinExamples, type Rule } from '../../src/ruleset/index.js';
import { testRule } from '../../src/testing/index.js';

const [data] = builtin.rules.filter(({ id }) => id === 'user-control/take-it-or-leave-it');
const examples = builtinExamples['user-control/take-it-or-leave-it'] as Rule['examples'];
const ruleSet = buildRuleSet(builtin.rules, builtin.lexicons);

/** The failures of a rule that has these examples alone. */
function failures(bad: string[], good: string[]) {
  return testRule({ ...(data as Rule), examples: { bad, good } }, ruleSet);
}

describe('testRule', () => {
  const [bad = ''] = examples.bad;
  const bare = bad.replace(/\[\[|\]\]/g, '');

  it('passes examples that come out as they say', () => {
    expect(failures([bad], ['We keep your address for a year.'])).toEqual([]);
  });

  it('tells a range that is not exact, with what was found', () => {
    const [failure] = failures([bare.replace(/(\w+)(\W*)$/, '[[$1]]$2')], []);
    expect(failure).toMatchObject({ kind: 'bad', index: 0 });
    expect(failure?.message).toMatch(/^expected ".*" at \d+; found "/);
  });

  it('tells a good example that is found, and a bad one that is not', () => {
    const [missed, found] = failures(['[[We keep your address for a year.]]'], [bare]);
    expect(missed?.message).toMatch(/; found nothing$/);
    expect(found).toMatchObject({ kind: 'good', index: 0 });
    expect(found?.message).toMatch(/^expected nothing; found "/);
  });

  it('tells marks that are missing, wrong or too many', () => {
    const messages = failures([bare, '[[open'], [bad]).map(({ message }) => message);
    expect(messages).toEqual([
      expect.stringMatching(/marks what must be found/),
      expect.stringMatching(/not closed/),
      'a good example marks nothing',
    ]);
  });
});
