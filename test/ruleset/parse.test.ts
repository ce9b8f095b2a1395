import { describe, expect, it } from 'vitest';
import { parseLexicon, parseRule } from '../../src/ruleset/parse.js';
import { RuleError } from '../../src/ruleset/problem.js';
import { changed, LEXICON, RULE } from './samples.js';

function messages(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof RuleError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const ofRule = (piece: string, by: string) => messages(() => parseRule(changed(RULE, piece, by), 'r.yml'));
const ofLexicon = (text: string) => messages(() => parseLexicon(text, 'l.yml'));

describe('parseRule', () => {
  it('knows the slots that a message may name', () => {
    const message = (text: string) => ofRule('message: who receives', `message: "${text}" #`);
    expect(message('{recipient} gets {data}')).toEqual([]);
    expect(message('{recipients} get it')).toEqual([
      expect.stringMatching(
        /^r\.yml:4:10: "message" has a \{…\} that is no slot; use actor, data, recipient, /,
      ),
    ]);
  });

  it('tells a mistake once, however often the parser meets it', () => {
    expect(messages(() => parseRule('['.repeat(300), 'r.yml'))).toHaveLength(1);
  });

  it('reads a rule', () => {
    const rule = parseRule(RULE, 'r.yml');
    expect(rule.id).toBe('third-party/sample');
    expect(rule.given[0]?.lacks).toEqual(['it\'s "no" partner']);
    expect(rule.examples.bad).toHaveLength(5);
  });

  it.each([
    [
      'wrong field',
      'severity: warning',
      'sevrity: warning',
      [
        'r.yml:1:1: "severity" is missing; add text',
        'r.yml:2:1: the field "sevrity" is not known; the fields are id, severity, confidence,',
      ],
    ],
    [
      'wrong field inside',
      'lacks:',
      'lack:',
      [
        'r.yml:14:5: the field "lack" is not known in "given[0]"; the fields are action, polarity, modality, slots, ',
      ],
    ],
    [
      'wrong field in a slot',
      'none: [rec',
      'nun: [rec',
      [
        'r.yml:12:47: the field "nun" is not known in "given[0].slots.recipient"; the fields are some, none, only, ',
      ],
    ],
    [
      'wrong value',
      'severity: warning',
      'severity: high',
      ['r.yml:2:11: "severity" is "high"; use error, warning, info'],
    ],
    [
      'wrong slot',
      'recipient: {',
      'receiver: {',
      [
        'r.yml:12:7: the field "receiver" is not known in "given[0].slots"; the fields are actor, data, recipient,',
      ],
    ],
    [
      'bad class name',
      'some: [recipient.generic]',
      'some: [Recipient]',
      ['r.yml:12:27: "given[0].slots.recipient.some[0]" is "Recipient"; use small letters'],
    ],
    [
      'bad id',
      'id: third-party/sample',
      'id: sample',
      ['r.yml:1:5: "id" is "sample"; write it as category/name'],
    ],
    [
      'number for a text',
      'message: who receives the data stays open',
      'message: 12345',
      ['r.yml:4:10: "message" is 12345; write text'],
    ],
    ['empty field', 'quote: recipient', 'quote:', ['r.yml:15:1: "quote" is empty; use clause, actor,']],
    [
      'too sure',
      'confidence: 0.7',
      'confidence: 7',
      ['r.yml:3:13: "confidence" is too long or too large; the most is 1'],
    ],
    [
      'evidence with two kinds',
      'link: [partner list]',
      'link: [partner list]\n    says: [a]',
      ['r.yml:19:5: "clearedBy[1]" needs exactly one of frame, says, link; leave the others out'],
    ],
    ['too few examples', "'[[a]] 1', ", '', ['r.yml:23:8: "examples.bad" has 4 entries; give at least 5']],
  ])('refuses a %s with its place', (_, piece, by, expected) => {
    const found = ofRule(piece, by);
    expect(found).toHaveLength(expected.length);
    for (const [i, start] of expected.entries()) expect(found[i]).toContain(start);
  });

  it('refuses a rule without examples', () => {
    expect(messages(() => parseRule(RULE.slice(0, RULE.indexOf('examples:')), 'r.yml'))).toEqual([
      'r.yml:1:1: the rule has no examples; add examples with at least 5 bad and 5 good ones',
    ]);
  });

  it('points into phrases, plain or quoted', () => {
    expect(ofRule('list of @recipient', 'list of (recipient')).toEqual([
      'r.yml:18:20: "(" is not closed; add ")"',
    ]);
    expect(ofRule('we ..3 share', 'we ..99 share')[0]).toMatch(
      /^r\.yml:13:16: a gap needs its greatest length/,
    );
    expect(ofRule(`'it''s "no" partner'`, `'it''s "no" <partner'`)[0]).toMatch(
      /^r\.yml:14:25: a capture needs a name/,
    );
    expect(ofRule(`'we ..3 share'`, `"\\"we\\" .. share"`)[0]).toMatch(/^r\.yml:13:20: a gap needs/);
  });

  it('points at the start of a folded phrase', () => {
    expect(ofRule(`['we ..3 share']`, '\n      - >-\n        we share\n        (them')[0]).toMatch(
      /^r\.yml:14:9: "\(" is not closed/,
    );
  });

  it('lists all problems, with places as data', () => {
    const text = changed(changed(RULE, 'we ..3 share', 'we ('), 'partner list', 'partner)');
    try {
      parseRule(text, 'r.yml');
      expect.unreachable();
    } catch (error) {
      expect((error as RuleError).problems).toEqual([
        { path: 'r.yml', line: 13, column: 16, message: '"(" is not closed; add ")"' },
        {
          path: 'r.yml',
          line: 20,
          column: 19,
          message: '")" closes nothing; remove it or open the group before it',
        },
      ]);
    }
  });

  it('names the text when there is no path', () => {
    expect(messages(() => parseRule('id: 1'))[0]).toMatch(/^rule:1:/);
  });
});

describe('YAML', () => {
  it.each([
    [
      'a reserved character',
      '- @data',
      "l.yml:1:3: plain value cannot start with reserved character @; put the whole phrase into '…'",
    ],
    [
      'words after a quotation',
      '- "our" partner',
      "l.yml:1:9: unexpected scalar at node end; put the whole phrase into '…'",
    ],
    ['a field twice', 'language: en\nlanguage: en', 'l.yml:2:1: map keys must be unique; keep one of them'],
    ['a tag', 'language: !!js en', 'l.yml:1:11: unresolved tag: tag:yaml.org,2002:js; leave the tag out'],
    ['two documents', 'a: 1\n---\nb: 1', 'write one file for each'],
    ['a tab', 'classes:\n\ta: 1', 'correct the YAML'],
    ['an unknown alias', 'a: *b', 'l.yml:1:1: the file cannot be read: unresolved alias'],
    [
      'a bomb of aliases',
      `a: &a [x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
      'l.yml:1:1: the file cannot be read: excessive alias count',
    ],
    ['deep nesting', '['.repeat(20_000), 'the file is nested too deeply; write it out plainly'],
    ['a large file', `a: ${'x'.repeat(300_000)}`, 'l.yml:1:1: the file is larger than 256 KB; split it'],
    ['no fields at all', 'just words', 'l.yml:1:1: the file is "just words"; write fields with values'],
    ['nothing', '', 'l.yml:1:1: the file is empty; write fields with values'],
  ])('refuses %s', (_, text, expected) => {
    expect(ofLexicon(text)[0]).toContain(expected);
  });
});

describe('parseLexicon', () => {
  it('reads classes, not specific unless said', () => {
    expect(parseLexicon(LEXICON).classes['recipient.core']).toEqual({ specific: true, phrases: ['acme'] });
    expect(parseLexicon(LEXICON).classes['action.share']?.specific).toBe(false);
  });

  it('takes CRLF and a BOM', () => {
    expect(parseLexicon(`\uFEFF${LEXICON.replaceAll('\n', '\r\n')}`)).toEqual(parseLexicon(LEXICON));
    expect(ofLexicon(changed(LEXICON, 'acme', '(acme').replaceAll('\n', '\r\n'))[0]).toMatch(
      /^l\.yml:11:15: /,
    );
  });

  it.each([
    ['class without phrases', 'phrases: [acme]', '{}', 'l.yml:'],
    [
      'no list',
      'phrases: [acme]',
      'phrases: acme',
      'l.yml:11:14: "classes.recipient.core.phrases" is "acme"; write a list',
    ],
    ['name in capitals', 'recipient.core:', 'Core:', 'l.yml:9:3: "Core" is no good name; use small letters'],
    ['forgotten quotation', 'phrases: [acme]', 'phrases: [@acme]', 'reserved character'],
    ['comment for a phrase', 'phrases: [acme]', 'phrases:\n      - # days', 'l.yml:12:'],
    [
      'capture read as a field',
      'phrases: [acme]',
      'phrases:\n      - <who: acme',
      'is a set of fields; write text (put it',
    ],
  ])('refuses a %s', (_, piece, by, expected) => {
    expect(ofLexicon(changed(LEXICON, piece, by))[0]).toContain(expected);
  });
});
