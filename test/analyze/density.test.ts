import { describe, expect, it } from 'vitest';
import { crowdsIn } from '../../src/analyze/density.js';
import { readClauses } from '../../src/clause/index.js';
import type { PatternIndex } from '../../src/pattern/index.js';
import { analyzerOf, parsePolicy } from '../../src/report/index.js';
import { buildRuleSet, builtin, parseLexicon, parseRule, type RuleSet } from '../../src/ruleset/index.js';

const LEXICON = parseLexicon(`language: en
classes:
  fog.modal: { phrases: ['"may"', '"may" "possibly"'] }
  fog.amount: { phrases: ['"some"', '"certain"', '"possibly" "some"'] }
  clear: { phrases: ['"may" "not"'] }
`);

const rule = (density: string) =>
  parseRule(`id: sample/fog
severity: info
confidence: 0.5
message: one sentence of many that say little
why: It is here to be found by the tests.
suggestion: do it otherwise
references: []
quote: clause
given:
  - action: [collect, share]
    polarity: [affirmed]
density: ${density}
clearedBy: []
examples:
  bad: ['[[a]] 1', '[[a]] 2', '[[a]] 3', '[[a]] 4', '[[a]] 5']
  good: [b 1, b 2, b 3, b 4, b 5]
`);

const DENSITY = '{ classes: [fog], except: [clear], per100: 10, words: 10 }';
const ruleSets = new Map<string, RuleSet>();
function ruleSetOf(density: string): RuleSet {
  const ruleSet = ruleSets.get(density) ?? buildRuleSet([rule(density)], [...builtin.lexicons, LEXICON]);
  ruleSets.set(density, ruleSet);
  return ruleSet;
}

function found(text: string, density = DENSITY) {
  const { findings } = analyzerOf(ruleSetOf(density)).analyze({ text, format: 'markdown' });
  return findings.map(({ quote, related }) => [
    quote,
    ...related.map(({ message, quote }) => `${message}: ${quote}`),
  ]);
}

describe('a rule that asks for the density of words', () => {
  it('reports once, at the sentence with most of them, and points at the next ones', () => {
    const text = `We may collect some data about you.

We may share certain names with some partners. We keep the door shut.`;
    expect(found(text)).toEqual([
      [
        'We may share certain names with some partners.',
        '2 such words here: We may collect some data about you.',
      ],
    ]);
  });

  it('counts nothing in a sentence with a single one', () => {
    expect(
      found('We may collect your name. We may share your name with Alder Ltd. We may collect it.'),
    ).toEqual([]);
  });

  it('looks only at sentences that say what is done with data', () => {
    expect(found('Some of us may sing some songs. We collect your name and address for the parcel.')).toEqual(
      [],
    );
    expect(found('We may not share some data with certain partners, and never collect any.')).toEqual([]);
  });

  it('leaves a text alone that is too short to have a rate, or has a lower one', () => {
    expect(found('We may collect some data.')).toEqual([]);
    const long =
      'We collect your name, your address and the number of your telephone when you order a lamp. ';
    expect(found(`We may collect some data. ${long.repeat(3)}`)).toEqual([]);
  });

  it('counts overlapping words once, and none that an exception covers', () => {
    // "may possibly some" is one stretch, "certain" another; "may not" is none.
    const text =
      'We collect certain data, which may possibly some day include your name, and may not include your address.';
    expect(found(text, DENSITY.replace('per100: 10', 'per100: 11.2'))).toEqual([]);
    expect(found(text, DENSITY.replace('per100: 10', 'per100: 11.1'))).toEqual([[text]]);
  });

  it('counts in the sentences of its clauses and in no others', () => {
    expect(() => ruleSetOf(`${DENSITY}\nstated: [{ classes: [fog] }]`)).toThrow(
      /give the clauses in "given"/,
    );
  });

  it('says which class no lexicon defines', () => {
    expect(() => ruleSetOf(DENSITY.replace('[clear]', '[mist]'))).toThrow(
      /no lexicon defines the class "mist"/,
    );
  });

  it('does twice the work on twice the text', () => {
    const ruleSet = ruleSetOf(DENSITY);
    const workOn = (text: string): number => {
      const document = parsePolicy(text, { format: 'text' });
      const clauses = readClauses(document, ruleSet.indexes.en as PatternIndex);
      let looks = 0;
      const readings = clauses.readings.map((sentences) =>
        sentences.map(
          (reading) =>
            new Proxy(reading, {
              get(target, key, receiver) {
                if (key === 'matches' || key === 'tokens') looks += target[key].length;
                return Reflect.get(target, key, receiver);
              },
            }),
        ),
      );
      expect(crowdsIn({ frames: clauses.frames, readings }, ruleSet, () => true)).toHaveLength(1);
      return looks;
    };
    for (const words of [
      'We may share certain names with some partners. ',
      'we may collect some data and share certain names, ',
      'We may collect some data.\n\n',
    ]) {
      expect(workOn(words.repeat(400))).toBeLessThan(workOn(words.repeat(200)) * 2.2 + 50);
    }
  });
});
