import { describe, expect, it } from 'vitest';
import {
  type AnalyzerOptions,
  analyze,
  createAnalyzer,
  extractClauses,
  OptionError,
  parseLexicon,
  parsePolicy,
  parseRule,
} from '../../src/index.js';
import { VAGUE } from '../support/cli.js';

const ID = 'third-party/vague-recipients';
const idsOf = (text: string, options?: AnalyzerOptions) =>
  analyze(text, options).findings.map(({ ruleId }) => ruleId);

describe('what is no policy or no option', () => {
  // As plain JavaScript would hand it in.
  const analyzeAny = analyze as unknown as (input: unknown, options?: unknown) => unknown;

  it.each([
    ['no text', undefined, {}, /the policy is no text; give a string/],
    ['null', null, {}, /the policy is no text/],
    ['bytes', new TextEncoder().encode('We share.'), {}, /the policy is no text/],
    ['bytes as text', { text: new Uint8Array(3) }, {}, /the policy is no text/],
    [
      'a format there is not',
      'We share.',
      { format: 'pdf' },
      /the format is "pdf"; use auto, markdown, html, text/,
    ],
    ['such a format beside the text', { text: 'We share.', format: 'md' }, {}, /the format is "md"; use/],
    ['a list that is none', 'We share.', { include: 'cleared' }, /include is no list; write it as/],
    ['a rule that was not read', 'We share.', { extraRules: ['id: a/b'] }, /extraRules .* with parseRule/],
    ['one lexicon', 'We share.', { extraLexicons: { classes: {} } }, /extraLexicons .* with parseLexicon/],
    ['a number in quotes', 'We share.', { minConfidence: '0.5' }, /minConfidence is 0\.5; use a number/],
  ])('refuses %s', (_, input, options, message) => {
    expect(() => analyzeAny(input, options)).toThrow(OptionError);
    expect(() => analyzeAny(input, options)).toThrow(message);
  });
});

describe('analyze', () => {
  it('gives the same report for the same text', () => {
    expect(JSON.stringify(analyze(VAGUE))).toBe(JSON.stringify(analyze(VAGUE)));
  });

  it('says where a finding is, under which headings, and with which words', () => {
    const finding = analyze({ text: VAGUE, path: 'a.md' }).findings.find(({ ruleId }) => ruleId === ID);
    expect(finding).toMatchObject({
      category: 'third-party',
      quote: 'our partners',
      section: ['Privacy policy', 'Sharing'],
      position: { start: { line: 5, column: 45 } },
    });
    expect(finding?.message).toMatch(/^"our partners" /);
    expect(VAGUE.slice(finding?.position?.start.offset, finding?.position?.end.offset)).toBe('our partners');
  });

  it('keeps fingerprints when the clause moves, and tells equal clauses apart', () => {
    const prints = (text: string) =>
      analyze(text)
        .findings.filter(({ ruleId }) => ruleId === ID)
        .map(({ fingerprint }) => fingerprint);
    const [clause = ''] = /^We may share.*$/m.exec(VAGUE) ?? [];
    const twice = prints(`${clause}\n\nSome other words stand here.\n\n${clause}\n`);
    expect(twice).toHaveLength(2);
    expect(new Set(twice).size).toBe(2);
    expect(prints(`# Moved\n\nMore text before.\n\n- ${clause}\n`)[0]).toBe(twice[0]);
  });

  it('reads a text too short to tell its language', () => {
    expect(idsOf('We share your data with our partners.')).toContain(ID);
  });
});

describe('options', () => {
  it('switch rules off and set severities', () => {
    expect(idsOf(VAGUE, { rules: { [ID]: 'off' } })).not.toContain(ID);
    const { findings } = analyze(VAGUE, { rules: { [ID]: 'info' } });
    expect(findings.find(({ ruleId }) => ruleId === ID)?.severity).toBe('info');
  });

  it('leave out what is less sure than asked', () => {
    expect(idsOf(VAGUE, { minConfidence: 1 })).toEqual([]);
  });

  it('do not change fingerprints', () => {
    const all = analyze(VAGUE).findings.map(({ fingerprint }) => fingerprint);
    const some = analyze(VAGUE, { rules: { 'third-party/vague-purpose': 'off' } }).findings;
    expect(some.length).toBeGreaterThan(0);
    for (const { fingerprint } of some) expect(all).toContain(fingerprint);
  });

  it('add cleared findings with what clears them', () => {
    const text = `${VAGUE}\n## Partners\n\nWe use your data for marketing. You can opt out at any time in the app under Settings, Privacy.\n`;
    expect(analyze(text).cleared).toEqual([]);
    const { cleared } = analyze(text, { include: ['cleared'] });
    expect(cleared.length).toBeGreaterThan(0);
    for (const { clearedBy } of cleared) expect(clearedBy.quote).not.toBe('');
  });

  it('add clauses as frames, the same as extractClauses gives', () => {
    const { clauses = [] } = analyze(VAGUE, { include: ['clauses'] });
    const frames = extractClauses(parsePolicy(VAGUE));
    expect(clauses.map(({ action }) => action)).toEqual(frames.map(({ action }) => action));
    expect(clauses[0]).toMatchObject({ action: 'share', modality: 'may', polarity: 'affirmed' });
  });

  it('add rules and words of your own', () => {
    const lexicon = parseLexicon(
      "language: en\nclasses:\n  recipient.circus:\n    phrases: ['travelling circus']\n",
    );
    const examples = Array.from({ length: 5 }, (_, i) => `    - 'Example ${i}'`).join('\n');
    const rule = parseRule(`id: own/circus
severity: info
confidence: 0.5
message: 'is a circus'
why: 'Nobody expects their data to be shown in a ring.'
suggestion: 'name the circus'
references: []
given:
  - action: [share]
    slots: { recipient: { some: [recipient.circus] } }
quote: recipient
clearedBy: []
examples:
  bad:\n${examples}\n  good:\n${examples}\n`);
    const options = { extraRules: [rule], extraLexicons: [lexicon] };
    expect(idsOf('We share your data with a travelling circus.', options)).toContain('own/circus');
    expect(createAnalyzer(options).ruleSet.hash).not.toBe(createAnalyzer().ruleSet.hash);
  });

  it.each([
    [{ rules: { 'retention/vage-perid': 'off' } }, /"; did you mean retention\/vague-period\?$/],
    [{ rules: { [`retention/${'x'.repeat(1e6)}`]: 'off' } }, /^unknown rule "retention\/x{70}"; `fineprint/],
    [{ rules: { 'none/such': 'off' } }, /unknown rule "none\/such"; `fineprint rules list`/],
    [{ rules: { 'other/vague-period': 'off' } }, /did you mean retention\/vague-period\?/],
    [{ rules: { [ID]: 'loud' } }, /use off, error, warning, info/],
    [{ preset: 'strict' }, /there is no option "preset"; there are path, .*presets/],
    [{ minConfidence: 2 }, /minConfidence is 2; use a number from 0 to 1/],
    [{ include: ['all'] }, /include names "all"; use clauses, cleared, sentences/],
  ])('%j are refused, with what would do', (options, message) => {
    expect(() => createAnalyzer(options as AnalyzerOptions)).toThrow(message);
  });
});
