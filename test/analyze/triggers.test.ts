import { describe, expect, it } from 'vitest';
import { analyzerOf } from '../../src/report/index.js';
import { buildRuleSet, builtin, parseLexicon, parseRule } from '../../src/ruleset/index.js';

const LEXICON = parseLexicon(`language: en
classes:
  statement.liability.none:
    phrases: ['"not" liable']
  statement.breach:
    phrases: [data breach]
`);

const rule = (id: string, trigger: string) =>
  parseRule(`id: ${id}
severity: info
confidence: 0.5
message: something is to be looked at
why: It is here to be found by the tests.
suggestion: do it otherwise
references: []
quote: clause
${trigger}
examples:
  bad: ['[[a]] 1', '[[a]] 2', '[[a]] 3', '[[a]] 4', '[[a]] 5']
  good: [b 1, b 2, b 3, b 4, b 5]
`);

const quotes = (trigger: string, text: string): string[] => {
  const own = rule('sample/trigger', trigger);
  const ruleSet = buildRuleSet([own], [...builtin.lexicons, LEXICON]);
  return analyzerOf(ruleSet)
    .analyze({ text, format: 'markdown' })
    .findings.map(({ quote }) => quote);
};

describe('a rule that asks for what a sentence states', () => {
  const STATED = `stated:
  - classes: [statement.liability]
    lacks: ['your own fault']
clearedBy:
  - within: section
    says: ['@statement.breach']`;

  it('quotes each sentence with words of the class or of one below it', () => {
    expect(quotes(STATED, 'We try. We are not liable for loss.\n\nNobody is not liable.')).toEqual([
      'We are not liable for loss.',
      'Nobody is not liable.',
    ]);
  });

  it('leaves out headings, questions and what it must lack', () => {
    const text = '# Not liable\n\nAre we not liable?\n\nWe are not liable for your own faults.';
    expect(quotes(STATED, text)).toEqual([]);
  });

  it('is cleared by words near it', () => {
    expect(
      quotes(STATED, '# A\n\nWe are not liable.\n\nA data breach is told.\n\n# B\n\nNot liable.'),
    ).toEqual(['Not liable.']);
  });

  it('keeps to an audience', () => {
    const text = 'We are not liable.\n\n# California residents\n\nWe are not liable there.';
    const asked = STATED.replace('lacks:', 'audience: [california]\n    lacks:');
    expect(quotes(asked, text)).toEqual(['We are not liable there.']);
  });
});

describe('a rule that reports once a policy', () => {
  const ONCE = `once: true
given:
  - action: [collect]
clearedBy:
  - within: document
    frame: { action: [retain] }`;

  it('reports at the first clause that makes one ask, and nowhere else', () => {
    const text = 'We collect your name.\n\nWe collect your address.\n\n# More\n\nWe collect your age.';
    expect(quotes(ONCE, text)).toEqual(['We collect your name.']);
  });

  it('is silent where the policy has it anywhere', () => {
    const text = 'We collect your name.\n\n# Keeping\n\nWe retain your data for 30 days.';
    expect(quotes(ONCE, text)).toEqual([]);
  });
});

it('a rule that nothing triggers is refused', () => {
  expect(() => rule('sample/idle', 'clearedBy: []')).toThrow(/needs something that triggers it/);
});
