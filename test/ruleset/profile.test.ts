import { describe, expect, it } from 'vitest';
import { buildRuleSet, parseLexicon, parseProfile } from '../../src/ruleset/index.js';

const LINES = [
  'key: audit',
  'question: Is an independent audit stated?',
  'signs:',
  '  stated:',
  "    - says: ['audited']",
  'answers:',
  '  - answer: stated',
  '    points: 1',
  '    when: { some: [stated] }',
  '  - answer: silent',
  'examples:',
  '  stated: [We are audited., They audited us.]',
  '  silent: [We work., They work.]',
];

/** The file with one line replaced. */
const withLine = (line: number, text: string): string =>
  LINES.map((old, i) => (i + 1 === line ? text : old)).join('\n');

const problemOf = (text: string): string => {
  try {
    const lexicon = parseLexicon("language: en\nclasses: { recipient: { phrases: ['partner'] } }", 'en.yml');
    buildRuleSet([], [lexicon], [parseProfile(text, 'audit.yml')]);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a file of a question', () => {
  it('is read', () => {
    expect(problemOf(LINES.join('\n'))).toBe('');
  });

  it.each([
    ['an unknown question', 1, 'key: audits', /^audit\.yml:1:6: "key" is "audits"; use recipients/],
    [
      'an unknown answer',
      7,
      '  - answer: yes',
      /^audit\.yml:7:13: .* is no answer to "audit"; use stated, silent/,
    ],
    [
      'an unknown sign',
      9,
      '    when: { some: [seen] }',
      /^audit\.yml:9:20: .*is no sign of this file; use stated/,
    ],
    [
      'a missing condition',
      9,
      '    evidence: [stated]',
      /^audit\.yml:7:5: .*only the last answer goes without/,
    ],
    [
      'a question that comes later',
      9,
      '    when: { answered: { change-notice: [active] } }',
      /^audit\.yml:9:40: .*ask only about questions before it/,
    ],
    [
      'an answer that another question does not have',
      9,
      '    when: { answered: { deletion: [active] } }',
      /has no answer "active"; use mechanism, mentioned, none/,
    ],
    ['a phrase that cannot be read', 5, "    - says: ['(audited']", /^audit\.yml:5:14: /],
    [
      'a class that no lexicon defines',
      5,
      '    - frame: { slots: { recipient: { some: [recipient.nobody] } } }',
      /^audit\.yml:5:45: no lexicon defines the class "recipient\.nobody"/,
    ],
    ['two tests in one', 5, "    - { says: ['a'], link: ['b'] }", /needs exactly one of frame, says, link/],
    ['too few examples', 13, '  silent: [We work.]', /^audit\.yml:13:11: .* give at least 2/],
    ['an answer without examples', 13, '', /have none for "silent"; add two/],
    ['an unknown field', 8, '    point: 1', /^audit\.yml:8:5: the field "point" is not known/],
  ])('with %s is refused at its place', (_name, line, text, message) => {
    expect(problemOf(withLine(line, text))).toMatch(message);
  });
});
