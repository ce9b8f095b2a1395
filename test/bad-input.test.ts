import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../src/index.js';
import { fineprint, folderOf, SOUND, VAGUE } from './support/cli.js';
import { unprivileged } from './support/unprivileged.js';

const notesOf = (text: string | { text: string; path: string }) =>
  analyze(text).notes.map(({ code }) => code);

describe('texts', () => {
  it('an empty file is reported as empty', async () => {
    const cwd = folderOf({ 'a.md': '' });
    const { status, out } = await fineprint(['a.md', '--format', 'json'], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(out).notes).toMatchObject([{ code: 'empty' }]);
  });

  it('a binary file is refused', async () => {
    const cwd = folderOf({ 'a.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]) });
    const { status, out, err } = await fineprint(['a.md'], { cwd });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^error: "a\.md": /);
  });

  it('invalid UTF-8 is read, with the place of the first bad byte', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(VAGUE), 0xff, 0x0a]);
    const { out } = await fineprint(['-', '--format', 'json'], { stdin: bytes });
    const report = JSON.parse(out);
    expect(report.notes).toMatchObject([{ code: 'encoding' }]);
    expect(report.notes[0].message).toContain(String(new TextEncoder().encode(VAGUE).length));
    expect(report.findings.length).toBeGreaterThan(0);
  });

  it.each(['le', 'be'])('UTF-16 %s with a byte order mark is read', async (order) => {
    const bytes = new Uint8Array(2 + VAGUE.length * 2);
    const view = new DataView(bytes.buffer);
    [0xfeff, ...Array.from(VAGUE, (c) => c.charCodeAt(0))].forEach((unit, i) => {
      view.setUint16(i * 2, unit, order === 'le');
    });
    const { out } = await fineprint(['-', '--format', 'json', '--input-format', 'markdown'], {
      stdin: bytes,
    });
    const { findings } = JSON.parse(out);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0].position.start.line).toBe(5);
  });

  it('5 MB on one line is read', () => {
    const sentence = 'We keep your e-mail address for thirty days after your last order. ';
    const report = analyze(sentence.repeat(Math.ceil(5e6 / sentence.length)));
    expect(report.source.words).toBeGreaterThan(500_000);
  });

  it('one word of 1 MB is read', () => {
    expect(analyze(`We keep ${'a'.repeat(1e6)} for long.`).findings).toEqual([]);
  });

  it('unclosed HTML is read', () => {
    const { source } = analyze(
      '<html><body><div><h1>Privacy policy<p>We keep your address <b>for a year.<ul><li>Or less',
    );
    expect(source.format).toBe('html');
    expect(source.words).toBeGreaterThan(5);
  });

  it('200,000 nested <div> are read as plain blocks', () => {
    const text = `<html><body>${'<div>'.repeat(200_000)}We keep your address for a year after your last order.`;
    expect(notesOf(text)).toContain('fallback');
  });

  it('a policy in French is named and not judged', () => {
    const text = `# Politique de confidentialité

Nous pouvons partager vos données personnelles avec nos partenaires à des fins commerciales. En utilisant le service, vous
acceptez que vos données soient transférées dans d'autres pays. Nous conservons les données aussi longtemps que nécessaire.`;
    const report = analyze(text, { include: ['clauses'] });
    expect(report).toMatchObject({ findings: [], clauses: [], source: { language: 'fr' } });
    expect(report.notes[0]?.message).toMatch(/French.*only English/);
  });
});

/** What slows or overflows a Markdown parser, repeated to 1 MB. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'dashes on one line': (size) => '- '.repeat(size / 2),
  'numbers on one line': (size) => '1. '.repeat(size / 3),
  'open emphasis': (size) => '*a_ '.repeat(size / 4),
  'nested quotes': (size) => '>'.repeat(size),
  'strong inside words': (size) => 'a**b'.repeat(size / 4),
  'open links': (size) => '[a](b'.repeat(size / 5),
  'growing runs of backticks': (size) => {
    const runs: string[] = [];
    for (let length = 0, n = 1; length < size; length += n + 1, n++) runs.push('`'.repeat(n));
    return runs.join(' ');
  },
};

describe('inputs that overwhelm Markdown parsers', () => {
  it.each(Object.entries(HOSTILE))('1 MB of %s is read as plain blocks', { timeout: 10_000 }, (_, make) => {
    const report = analyze({ text: make(2 ** 20), path: 'hostile.md' });
    expect(report.notes.map(({ code }) => code)).toContain('fallback');
  });
});

describe('files', () => {
  it('an unreadable file is named with a remedy', async () => {
    const cwd = folderOf({ 'a.md': SOUND });
    chmodSync(cwd, 0o755);
    expect((await fineprint(['a.md'], { cwd })).status).toBe(0);
    chmodSync(join(cwd, 'a.md'), 0);
    const { status, err } = await unprivileged(() => fineprint(['a.md'], { cwd }));
    expect(status).toBe(2);
    expect(err).toMatch(/"a\.md" may not be read; check its permissions/);
  });

  it('a file in place of a folder in a path is named', async () => {
    const { status, err } = await fineprint(['a.md/b.md'], { cwd: folderOf({ 'a.md': SOUND }) });
    expect(status).toBe(2);
    expect(err).toMatch(/no such file: "a\.md\/b\.md"/);
  });

  it('a missing file and a glob without matches are named', async () => {
    const { status, err } = await fineprint(['none.md', '*.html'], { cwd: folderOf({ 'a.md': SOUND }) });
    expect(status).toBe(2);
    expect(err).toMatch(/no such file: "none\.md"; check the path\n.*no file matches "\*\.html"/);
  });

  it('a folder without policies is named with what was looked for', async () => {
    const { status, err } = await fineprint(['.'], { cwd: folderOf({ 'a.js': '' }) });
    expect(status).toBe(2);
    expect(err).toMatch(/no policies in the folder "\."; looked for \.md, /);
  });
});

describe('rule files', () => {
  const example = (n: number) => `    - 'We share data with partner ${n}.'\n`;
  const examples = (kind: string) => `  ${kind}:\n${[1, 2, 3, 4, 5].map(example).join('')}`;
  const RULE = `id: test/rule
severity: warning
confidence: 0.5
message: 'names nobody'
why: 'A long enough reason for the schema.'
suggestion: 'name the recipients'
references: []
given:
  - action: [share]
    slots: { recipient: { some: [recipient] } }
quote: clause
clearedBy: []
`;
  const EXAMPLES = `examples:\n${examples('bad')}${examples('good')}`;

  it.each([
    ['a wrong field', RULE.replace('quote:', 'qoute:') + EXAMPLES, /rule\.yml:11:\d+: .*qoute/],
    ['no examples', RULE, /rule\.yml:\d+:\d+: .*examples/],
    [
      'an unknown class',
      RULE.replace('[recipient]', '[recipiend]') + EXAMPLES,
      /rule\.yml:10:\d+: .*recipiend/,
    ],
    ['broken YAML', `${RULE}examples: [`, /rule\.yml:\d+:\d+: /],
  ])('with %s are refused with their place', async (_, text, message) => {
    const { status, out, err } = await fineprint(['rules', 'check', 'own'], {
      cwd: folderOf({ 'own/rule.yml': text }),
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('whose examples fail are told apart, with status 1', async () => {
    const cwd = folderOf({ 'own/rule.yml': RULE + EXAMPLES });
    const { status, out } = await fineprint(['rules', 'test', 'own'], { cwd });
    expect(status).toBe(1);
    expect(out).toMatch(/test\/rule {2}bad example 1/);
    expect(out).toMatch(/marks what must be found with \[\[…\]\]/);
  });

  it('whose failing examples have several lines show them as they stand', async () => {
    const list = '    - |\n      - one;\n      - [[two]].\n';
    const text = RULE + EXAMPLES.replace('  good:', `${list}  good:`);
    const { out } = await fineprint(['rules', 'test', 'own'], { cwd: folderOf({ 'own/rule.yml': text }) });
    expect(out).toContain('bad example 6\n  - one;\n  - [[two]].\n');
  });

  it('a folder that is none is named', async () => {
    const { status, err } = await fineprint(['rules', 'check', 'none'], { cwd: folderOf({}) });
    expect(status).toBe(2);
    expect(err).toContain('"none"');
  });
});
