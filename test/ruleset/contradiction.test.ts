import { describe, expect, it } from 'vitest';
import { buildRuleSet, parseLexicon, parseRule } from '../../src/index.js';
import { changed, LEXICON } from './samples.js';

const CONTRADICTION = `id: contradiction/sample
severity: warning
confidence: 0.7
message: cannot stand beside the other
why: Nobody can tell which of the two places holds.
suggestion: drop one of them
references: []
claim:
  - action: [share]
    polarity: [denied]
    says: [we share]
against:
  - action: [share]
    slots:
      recipient: { some: [recipient.generic] }
  - says: [our partner]
counterpart: here it is done
same: { data: covered }
unless: [however]
examples:
  bad: ['[[a]] 1', '[[a]] 2', '[[a]] 3', '[[a]] 4', '[[a]] 5']
  good: [b 1, b 2, b 3, b 4, b 5]
`;

describe('a contradiction', () => {
  it('is a rule that no single clause triggers', () => {
    const rule = parseRule(CONTRADICTION, 'c.yml');
    expect(rule).toMatchObject({ given: [], quote: 'clause', clearedBy: [], counterpart: 'here it is done' });
  });

  it('has its phrases compiled to class numbers', () => {
    const [rule] = buildRuleSet([parseRule(CONTRADICTION)], [parseLexicon(LEXICON)]).rules;
    expect(rule?.claim?.[0]?.says).toHaveLength(1);
    expect(rule?.against?.[1]?.says).toHaveLength(1);
    expect(rule?.unless).toHaveLength(1);
    const numbers = [rule?.claim?.[0]?.says, rule?.against?.[1]?.says, rule?.unless].flat();
    expect(new Set(numbers).size).toBe(3);
  });

  it.each([
    ['a field that is none', 'unless:', 'except:', 'c.yml:19:1: the field "except" is not known'],
    ['a way to align that is none', 'covered', 'near', 'c.yml:18:15: "same.data" is "near"; use covered'],
    [
      'a slot that is not compared',
      'data: cov',
      'dat: cov',
      'c.yml:18:9: the field "dat" is not known in "same"',
    ],
    [
      'a side that asks for nothing',
      'says: [our partner]',
      'outside: [children]',
      'c.yml:16:5: "against[1]" has neither action nor says',
    ],
    ['no other side', 'against:', 'given:', 'c.yml:12:1: the field "given" is not known'],
    [
      'a wrong action',
      'action: [share]',
      'action: [lend]',
      'c.yml:9:14: "claim[0].action[0]" is "lend"; use collect',
    ],
    ['a phrase that cannot be read', '[however]', "['(however']", 'c.yml:19:10: '],
  ])('with %s is refused, with its place', (_name, piece, by, message) => {
    expect(() => parseRule(changed(CONTRADICTION, piece, by), 'c.yml')).toThrow(message);
  });

  it('with a class that no lexicon defines is refused, with its place', () => {
    const rule = parseRule(changed(CONTRADICTION, 'recipient.generic', 'recipient.circus'), 'c.yml');
    expect(() => buildRuleSet([rule], [parseLexicon(LEXICON)])).toThrow(
      'c.yml:15:27: no lexicon defines the class "recipient.circus"',
    );
  });
});
