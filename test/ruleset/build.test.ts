import { describe, expect, it } from 'vitest';
import { buildRuleSet } from '../../src/ruleset/build.js';
import { parseLexicon, parseRule } from '../../src/ruleset/parse.js';
import { tokenize } from '../../src/text/index.js';
import { changed, LEXICON, RULE } from './samples.js';

const lexicon = parseLexicon(LEXICON, 'l.yml');
const rule = parseRule(RULE, 'r.yml');

/** Names of the classes found in a text, "rule:…" included. */
function found(set: ReturnType<typeof buildRuleSet>, text: string, language = 'en'): string[] {
  return (set.indexes[language]?.match(tokenize(text)) ?? []).map((match) => match.class);
}

describe('buildRuleSet', () => {
  it('replaces phrases by class numbers that its index finds', () => {
    const set = buildRuleSet([rule], [lexicon]);
    const [compiled] = set.rules;
    const index = set.indexes.en;
    const names = (ids: readonly number[] | undefined) => ids?.map((id) => index?.classes[id]);
    expect(names(compiled?.given[0]?.says)).toEqual(['rule:third-party/sample#0']);
    expect(names(compiled?.given[0]?.lacks)).toEqual(['rule:third-party/sample#1']);
    expect(names(compiled?.clearedBy[1]?.for?.says)).toEqual(['rule:third-party/sample#2']);
    expect(names(compiled?.clearedBy[0]?.says)).toEqual(['rule:third-party/sample#3']);
    expect(names(compiled?.clearedBy[1]?.link)).toEqual(['rule:third-party/sample#4']);
    expect(found(set, 'a list of our partners')).toEqual(['rule:third-party/sample#3', 'recipient.generic']);
    expect(found(set, 'We sometimes disclosed or share it')).toEqual([
      'rule:third-party/sample#0',
      'action.share',
      'action.share',
    ]);
  });

  it('looks once for a phrase that several rules ask for', () => {
    const other = parseRule(RULE.replace('third-party/sample', 'third-party/other'), 'o.yml');
    const set = buildRuleSet([rule, other], [lexicon]);
    const [first, second] = set.rules;
    expect(second?.given[0]?.says).toEqual(first?.given[0]?.says);
    expect(second?.clearedBy[1]?.link).toEqual(first?.clearedBy[1]?.link);
    expect(set.indexes.en?.entries).toEqual(buildRuleSet([rule], [lexicon]).indexes.en?.entries);
  });

  it('keeps the rest of the rule, without examples', () => {
    const { examples: _, given, clearedBy, ...rest } = rule;
    const [compiled] = buildRuleSet([rule], [lexicon]).rules;
    expect(compiled).toMatchObject(rest);
    expect(compiled).not.toHaveProperty('examples');
    expect(compiled?.given[0]?.slots).toEqual(given[0]?.slots);
    expect(compiled?.clearedBy.map(({ within }) => within)).toEqual(clearedBy.map(({ within }) => within));
  });

  it('joins files of one language and keeps languages apart, with the same numbers', () => {
    const more = parseLexicon('language: en\nclasses: { recipient.generic: { phrases: [anybody] } }');
    const other = parseLexicon('language: de\nclasses: { recipient.generic: { phrases: [jemand] } }');
    const set = buildRuleSet([rule], [lexicon, more, other]);
    expect(Object.keys(set.indexes)).toEqual(['en', 'de']);
    expect(set.indexes.de?.classes).toEqual(set.indexes.en?.classes);
    expect(found(set, 'anybody, our partner')).toEqual(['recipient.generic', 'recipient.generic']);
    expect(found(set, 'jemand, our partner', 'de')).toEqual(['recipient.generic']);
    expect(found(set, 'jemand')).toEqual([]);
  });

  it('splits phrases as texts are split', () => {
    const odd = parseLexicon(
      `language: en\nclasses: { x: { phrases: ['"e.g."', '"and/or"', user's data, third-party, '"u.s."'] } }`,
    );
    const set = buildRuleSet([], [odd], [], { whole: true });
    expect(found(set, 'E.g. this and/or a user’s data')).toEqual(['x', 'x', 'x']);
    expect(found(set, 'third parties; Third-Party; in the U.S. now')).toEqual(['x', 'x', 'x']);
  });

  it('knows classes that the clause engine gives by itself', () => {
    const own = parseRule(changed(RULE, 'none: [recipient.core]', 'none: [recipient.named]'));
    const choice = parseLexicon('language: en\nclasses: { action.choose.opt-out: { phrases: [opt out] } }');
    const control = parseRule(
      changed(RULE, 'recipient: {', 'control: { some: [control.opt-out] }\n      recipient: {'),
    );
    expect(() => buildRuleSet([own], [lexicon])).not.toThrow();
    expect(() => buildRuleSet([control], [lexicon, choice])).not.toThrow();
    expect(() => buildRuleSet([control], [lexicon])).toThrow(
      'no lexicon defines the class "control.opt-out"',
    );
  });

  it.each([
    [
      'an unknown class of a slot',
      changed(RULE, '[recipient.core]', '[recipient.cor]'),
      'r.yml:12:54: no lexicon defines the class "recipient.cor"; define it, or use one of recipient.generic, recipient.core',
    ],
    [
      'an unknown class in a phrase',
      changed(RULE, '@recipient', '@receiver'),
      'r.yml:18:20: no class is called "receiver"; define it in a lexicon',
    ],
    [
      'a class of an unknown kind',
      changed(RULE, '[recipient.core]', '[receiver]'),
      'use a class of action, recipient, actor, ',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => buildRuleSet([parseRule(text, 'r.yml')], [lexicon])).toThrow(message);
  });

  it('refuses classes built from themselves, in the lexicon that closes the circle', () => {
    const circle = parseLexicon(changed(LEXICON, '[acme]', "['x @recipient']"), 'l.yml');
    expect(() => buildRuleSet([], [circle])).toThrow(
      /^l\.yml:\d+:\d+: classes are built from themselves: recipient/,
    );
  });

  it('refuses two rules of one name', () => {
    const twin = parseRule(RULE, 'twin.yml');
    expect(() => buildRuleSet([rule, twin], [lexicon])).toThrow(
      'twin.yml:1:5: two rules are called "third-party/sample"; give this one another id',
    );
  });

  it('names rule and field when the rule was given as data', () => {
    const data = { ...rule, given: [{ says: ['we ('] }] };
    expect(() => buildRuleSet([data], [lexicon])).toThrow(
      'third-party/sample, given[0].says[0]: "(" is not closed',
    );
  });
});

describe('hash', () => {
  const hash = (...args: Parameters<typeof buildRuleSet>) => buildRuleSet(...args).hash;

  it('is the same for equal content, whatever the order of fields and whether examples are there', () => {
    const { examples: _, ...data } = rule;
    const reversed = Object.fromEntries(Object.entries(data).reverse()) as typeof data;
    expect(hash([rule], [lexicon])).toMatch(/^[0-9a-f]{16}$/);
    expect(hash([reversed], [lexicon])).toBe(hash([rule], [lexicon]));
  });

  it('changes with a severity, a phrase and a lexicon', () => {
    const all = [
      hash([rule], [lexicon]),
      hash([{ ...rule, severity: 'error' }], [lexicon]),
      hash([parseRule(changed(RULE, 'we ..3', 'we ..4'))], [lexicon]),
      hash([rule], [parseLexicon(changed(LEXICON, 'acme', 'acne'))]),
    ];
    expect(new Set(all).size).toBe(4);
  });
});
