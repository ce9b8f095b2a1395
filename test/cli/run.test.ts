import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/ruleset/index.js';
import { fineprint, folderOf, SOUND, VAGUE } from '../support/cli.js';

describe('fineprint <files>', () => {
  it('prints findings by section with the quoted words underlined', async () => {
    const cwd = folderOf({ 'policy.md': VAGUE });
    const { status, out, err } = await fineprint(['policy.md'], { cwd });
    expect(status).toBe(1);
    expect(err).toBe('');
    expect(out).toMatch(/Privacy policy › Sharing/);
    expect(out).toContain('third-party/vague-recipients');
    const lines = out.split('\n');
    const underlined = lines.flatMap((line, i) => {
      const marks = /\^~+/.exec(line);
      return marks ? [lines[i - 1]?.slice(marks.index, marks.index + marks[0].length)] : [];
    });
    expect(underlined).toContain('our partners');
  });

  it('is clean with status 0', async () => {
    const cwd = folderOf({ 'policy.md': SOUND });
    expect(await fineprint(['policy.md'], { cwd })).toMatchObject({ status: 0, err: '' });
  });

  it('reads standard input', async () => {
    const { status, out } = await fineprint(['-', '--format', 'json'], { stdin: VAGUE });
    expect(status).toBe(1);
    expect(JSON.parse(out).source.path).toBe('<stdin>');
  });

  it('expands folders and globs in sorted order, each file once', async () => {
    const cwd = folderOf({
      'b/two.md': SOUND,
      'b/one.html': `<p>${SOUND}</p>`,
      'a.txt': SOUND,
      'b/no.js': '',
    });
    symlinkSync('..', join(cwd, 'b/loop'));
    const { out } = await fineprint(['b', 'b/*.md', 'a.txt', '--format', 'ndjson'], { cwd });
    const paths = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).source.path);
    expect(paths).toEqual(['b/one.html', 'b/two.md', 'a.txt']);
  });

  it('prints one object for one file and an array otherwise', async () => {
    const cwd = folderOf({ 'policy.md': SOUND });
    const shape = async (args: string[]) => Array.isArray(JSON.parse((await fineprint(args, { cwd })).out));
    expect(await shape(['policy.md', '--format', 'json'])).toBe(false);
    expect(await shape(['*.md', '--format', 'json'])).toBe(true);
    expect(await shape(['.', '--format', 'json'])).toBe(true);
  });

  it('adds clauses and cleared findings on request', async () => {
    const cwd = folderOf({ 'policy.md': VAGUE });
    const plain = JSON.parse((await fineprint(['policy.md', '--format', 'json'], { cwd })).out);
    expect(plain.clauses).toBeUndefined();
    const { out } = await fineprint(['policy.md', '--format', 'json', '--include', 'clauses,cleared'], {
      cwd,
    });
    expect(JSON.parse(out).clauses[0]).toMatchObject({ action: 'share', modality: 'may' });
  });

  it('shows the profile of one policy, and of several on request', async () => {
    const cwd = folderOf({ 'a.md': SOUND, 'b.md': SOUND });
    const out = async (...args: string[]) => (await fineprint(args, { cwd })).out;
    expect(await out('a.md')).toMatch(/\n {4}retention +criteria/);
    expect(await out('a.md', 'b.md')).not.toContain('Profile');
    expect((await out('a.md', 'b.md', '--profile')).match(/Profile\n/g)).toHaveLength(2);
    expect(await out('a.md', '--no-profile')).not.toContain('Profile\n');
  });

  it('answers the profile alone, with status 0 whatever the rules would find', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const json = await fineprint(['a.md', '--profile-only', '--format', 'json'], { cwd });
    expect(json.status).toBe(0);
    expect(JSON.parse(json.out)).toMatchObject({
      findings: [],
      profile: { recipients: { answer: 'generic' } },
    });
    const { out } = await fineprint(['a.md', '--profile-only'], { cwd });
    expect(out).toMatch(/recipients +generic +5: We may share/);
    expect(out).not.toMatch(/findings|third-party\//);
  });

  it('shows no control characters of a name in an error', async () => {
    const { err } = await fineprint(['\u001b[31mred.md'], { cwd: folderOf({}) });
    expect(err).toContain('no such file: "<U+001B>[31mred.md"');
  });

  it('lets one bad file not stop the rest, and says so in the status', async () => {
    const cwd = folderOf({ 'a.md': VAGUE, 'c.md': SOUND });
    const { status, out, err } = await fineprint(['a.md', 'b.md', 'c.md', '--format', 'ndjson'], { cwd });
    expect(status).toBe(2);
    expect(err).toMatch(/no such file: "b\.md"/);
    expect(out.trim().split('\n')).toHaveLength(2);
  });
});

describe('thresholds', () => {
  // All rules give warnings here, whatever severity they have of their own.
  const warnings = builtin.rules.map(({ id }) => `  ${id}: warning\n`).join('');
  const statusOf = async (...args: string[]) => {
    const cwd = folderOf({ 'policy.md': VAGUE, 'fineprint.config.yml': `rules:\n${warnings}` });
    return (await fineprint(['policy.md', ...args], { cwd })).status;
  };

  it('fail from the severity given, and from warnings up without it', async () => {
    expect(await statusOf()).toBe(1);
    expect(await statusOf('--fail-on', 'error')).toBe(0);
    expect(await statusOf('--fail-on', 'info')).toBe(1);
    expect(await statusOf('--fail-on', 'never')).toBe(0);
    expect(await statusOf('--fail-on', 'error', '--rule', 'third-party/vague-recipients=error')).toBe(1);
  });

  it('let a number of warnings pass, and no errors', async () => {
    expect(await statusOf('--max-warnings', '50')).toBe(0);
    expect(await statusOf('--max-warnings', '0')).toBe(1);
    expect(await statusOf('--max-warnings', '50', '--rule', 'third-party/vague-recipients=error')).toBe(1);
  });
});

describe('--rule', () => {
  const run = async (setting: string) => {
    const cwd = folderOf({ 'policy.md': VAGUE });
    return fineprint(['policy.md', '--format', 'json', '--rule', setting], { cwd });
  };

  it('switches a rule off', async () => {
    const { out } = await run('third-party/vague-recipients=off');
    expect(out).not.toContain('third-party/vague-recipients');
  });

  it.each([
    [
      'third-party/vague-recipient=off',
      /unknown rule "third-party\/vague-recipient"; did you mean .*vague-recipients/,
    ],
    ['retention/vague-period=loud', /set to "loud"; use off, error, warning, info/],
    ['retention/vague-period', /write it as id=severity/],
  ])('says what is wrong with %s', async (setting, message) => {
    const { status, out, err } = await run(setting);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('usage', () => {
  it.each([
    [[], /name a policy/],
    [['--format', 'xml', 'a.md'], /Allowed choices are stylish, json, ndjson/],
    [['--max-warnings', 'many', 'a.md'], /whole number/],
    [['--nonsense'], /unknown option '--nonsense'/],
    [['a.md', '--include', 'all'], /include names "all"; use clauses, cleared, sentences/],
  ])('%j ends with status 2 and says why', async (args, message) => {
    const { status, out, err } = await fineprint(args, { cwd: folderOf({ 'a.md': SOUND }) });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('prints help and version as results', async () => {
    expect(await fineprint(['--help'])).toMatchObject({ status: 0, err: '' });
    expect((await fineprint(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('configuration', () => {
  it('is found upwards and may be overruled', async () => {
    const cwd = folderOf({
      'fineprint.config.yml': 'rules:\n  third-party/vague-recipients: error\nfailOn: error\n',
      'site/policy.md': VAGUE,
    });
    const site = join(cwd, 'site');
    expect((await fineprint(['policy.md'], { cwd: site })).status).toBe(1);
    expect((await fineprint(['policy.md', '--fail-on', 'never'], { cwd: site })).status).toBe(0);
  });

  it('may be JSON, and leave out paths', async () => {
    const cwd = folderOf({
      'fineprint.config.json': '{"ignore": ["drafts/**"]}',
      'drafts/a.md': VAGUE,
      'b.md': SOUND,
    });
    const { out } = await fineprint(['.', '--format', 'ndjson'], { cwd });
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('says where it is wrong', async () => {
    const cwd = folderOf({ 'fineprint.config.yml': 'failOn: warning\nrulez: {}\n', 'a.md': SOUND });
    const { status, err } = await fineprint(['a.md'], { cwd });
    expect(status).toBe(2);
    expect(err).toMatch(/fineprint\.config\.yml:2:\d+: .*rulez/);
  });

  it('leaves out paths as seen from its own folder, wherever the command runs and whatever it names', async () => {
    const cwd = folderOf({
      'fineprint.config.yml': 'ignore: [policies/drafts/**]\n',
      'policies/drafts/a.md': SOUND,
      'policies/b.md': SOUND,
    });
    const paths = async (pattern: string, folder: string) => {
      const { out } = await fineprint([pattern, '--format', 'ndjson'], { cwd: join(cwd, folder) });
      return Array.from(out.matchAll(/"path":"([^"]+)"/g), ([, path]) => path);
    };
    expect(await paths('policies', '.')).toEqual(['policies/b.md']);
    expect(await paths('**/*.md', '.')).toEqual(['policies/b.md']);
    expect(await paths('.', 'policies')).toEqual(['b.md']);
    expect(await paths('../**/*.md', 'policies/drafts')).toEqual(['../b.md']);
    expect(await paths('.', 'policies/drafts')).toEqual([]);
  });

  it.each([
    [
      'rules:\n  no/such: info\n',
      /fineprint\.config\.yml:2:\d+: unknown rule "no\/such"; `fineprint rules list`/,
    ],
    ['include: []\nrulePaths: [nope]\n', /fineprint\.config\.yml:2:13: no such file: "nope"; check the path/],
    [Uint8Array.of(0xff, 0xfe, 0x61, 0), /fineprint\.config\.yml" is not UTF-8; save it in that encoding/],
  ])('names the place of %j that names what there is not', async (text, message) => {
    const cwd = folderOf({ 'fineprint.config.yml': text, 'a.md': SOUND });
    const { status, out, err } = await fineprint(['a.md'], { cwd });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('is told when it is a folder', async () => {
    const { status, err } = await fineprint(['a.md'], {
      cwd: folderOf({ 'fineprint.config.yml/x': '', 'a.md': SOUND }),
    });
    expect(status).toBe(2);
    expect(err).toMatch(/"fineprint\.config\.\*" is a folder/);
  });

  it('names rule files as seen from where the command runs', async () => {
    const cwd = folderOf({
      'fineprint.config.yml': 'rulePaths: [mine]\n',
      'mine/a.yml': 'id: 5\n',
      'site/a.md': SOUND,
    });
    const { err } = await fineprint(['a.md'], { cwd: join(cwd, 'site') });
    expect(err).toMatch(/^error: \.\.\/mine\/a\.yml:1:5: "id" is 5; /);
  });

  it('is named when it is missing', async () => {
    const { status, err } = await fineprint(['a.md', '--config', 'none.yml'], {
      cwd: folderOf({ 'a.md': SOUND }),
    });
    expect(status).toBe(2);
    expect(err).toContain('none.yml');
  });
});

describe('fineprint text', () => {
  it('prints the blocks as they were read', async () => {
    const cwd = folderOf({
      'p.html': '<html><body><h1>Privacy</h1><p>We keep <b>little</b> &amp; share less.</p></body></html>',
    });
    expect((await fineprint(['text', 'p.html'], { cwd })).out).toBe(
      'Privacy\n\nWe keep little & share less.\n',
    );
    const { out } = await fineprint(['text', 'p.html', '--format', 'ndjson'], { cwd });
    expect(JSON.parse(out)).toEqual({ path: 'p.html', text: 'Privacy\n\nWe keep little & share less.' });
  });

  it('shows no control characters', async () => {
    const { out } = await fineprint(['text', '-'], { stdin: 'We \u001b[31mkeep\u202e it.\n' });
    expect(out).toContain('<U+001B>[31mkeep<U+202E>');
  });
});

describe('fineprint explain and rules', () => {
  it('explains a rule', async () => {
    const { status, out } = await fineprint(['explain', 'third-party/vague-recipients']);
    expect(status).toBe(0);
    expect(out).toMatch(/^third-party\/vague-recipients {2}\(/);
    expect(out).toMatch(/\[\[/);
  });

  it.each([
    ['vague-recipients', 'did you mean third-party/vague-recipients?'],
    ['none', '`fineprint rules list` names those there are'],
  ])('says for %s, which is no rule, which there are', async (id, hint) => {
    expect(await fineprint(['explain', id])).toMatchObject({
      status: 2,
      err: `error: unknown rule "${id}"; ${hint}\n`,
    });
  });

  it('tells once of an option that no policy can be judged by', async () => {
    const cwd = folderOf({ 'a.md': SOUND, 'b.md': SOUND });
    const { status, out, err } = await fineprint(['a.md', 'b.md', '--preset', 'none'], { cwd });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^error: unknown preset "none"; .*\n$/);
  });

  it('lists and checks the built-in rules', async () => {
    expect((await fineprint(['rules', 'list'])).out.trim().split('\n').length).toBeGreaterThanOrEqual(12);
    expect((await fineprint(['rules', 'check'])).out).toMatch(
      /^\d+ rules and \d+ lexicon files are sound\n$/,
    );
  });
});
