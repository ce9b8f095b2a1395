import { lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Baseline, createBaseline, parseBaseline } from '../../src/index.js';
import { fineprint, folderOf, SOUND, VAGUE } from '../support/cli.js';

const FILE = 'fineprint.baseline.json';
const MORE = VAGUE.replace(
  '## Deletion',
  'We disclose your phone number to other third parties.\n\n## Deletion',
);
const write = (cwd: string, path: string, text: string): void => writeFileSync(join(cwd, path), text);
const read = (cwd: string, path = FILE): Baseline => parseBaseline(readFileSync(join(cwd, path), 'utf8'));
const entries = (baseline: Baseline) => baseline.policies.flatMap(({ findings }) => findings);

/** A folder with a policy and its baseline. */
async function written(files: Record<string, string> = {}): Promise<string> {
  const cwd = folderOf({ 'a.md': VAGUE, 'fineprint.config.yml': `baseline: ${FILE}\n`, ...files });
  const { status, err } = await fineprint(['baseline', 'write', 'a.md'], { cwd });
  expect([status, err]).toEqual([0, '']);
  return cwd;
}

describe('baseline write', () => {
  it('takes down what is found, so that nothing is left to report', async () => {
    const cwd = await written();
    const { status, out } = await fineprint(['a.md', '--no-profile'], { cwd });
    expect([status, out]).toEqual([0, `no findings in 1 policy; ${entries(read(cwd)).length} suppressed\n`]);
    expect(read(cwd).policies.map(({ path }) => path)).toEqual(['a.md']);
  });

  it('writes nothing where nothing changed, and leaves no other file', async () => {
    const cwd = await written();
    const before = readFileSync(join(cwd, FILE), 'utf8');
    expect(before.endsWith('}\n')).toBe(true);
    const { out } = await fineprint(['baseline', 'write'], { cwd });
    expect(out).toMatch(/of 1 policy, as before\n$/);
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['a.md', FILE, 'fineprint.config.yml']);
  });

  it('goes beside the configuration, with paths from there, wherever it runs', async () => {
    const cwd = folderOf({ 'site/eu/a.md': VAGUE, 'fineprint.config.yml': '' });
    const { out, err } = await fineprint(['baseline', 'write', 'a.md'], { cwd: join(cwd, 'site/eu') });
    expect(out).toMatch(/^\.\.\/\.\.\/fineprint\.baseline\.json: /);
    expect(err).toBe(`note: write "baseline: ${FILE}" into fineprint.config.yml to have it applied\n`);
    expect(read(cwd).policies[0]?.path).toBe('site/eu/a.md');
    const check = await fineprint(['baseline', 'check', 'site'], { cwd });
    expect(check.status).toBe(0);
  });

  it('takes a colon in a name for part of it', async () => {
    const cwd = folderOf({ 'x:y.md': VAGUE });
    expect((await fineprint(['baseline', 'write', '.'], { cwd })).status).toBe(0);
    expect(read(cwd).policies.map(({ path }) => path)).toEqual(['x:y.md']);
    expect((await fineprint(['baseline', 'check'], { cwd })).status).toBe(0);
  });

  it('may lie in a folder of its own below the configuration', async () => {
    const cwd = folderOf({
      'policies/a.md': VAGUE,
      'gate/README': '',
      'fineprint.config.yml': 'baseline: gate/known.json\n',
    });
    expect((await fineprint(['baseline', 'write', 'policies'], { cwd })).status).toBe(0);
    expect(read(cwd, 'gate/known.json').policies[0]?.path).toBe('../policies/a.md');
    expect((await fineprint(['baseline', 'check'], { cwd: join(cwd, 'policies') })).status).toBe(0);
    expect((await fineprint(['policies'], { cwd })).status).toBe(0);
  });

  it('keeps reasons, days and other policies', async () => {
    const cwd = await written();
    const noted = readFileSync(join(cwd, FILE), 'utf8').replace(
      '"quote": "our partners"',
      '"quote": "our partners",\n          "reason": "contract",\n          "expires": "2999-12-31"',
    );
    write(cwd, FILE, noted);
    write(cwd, 'a.md', MORE);
    write(cwd, 'b.md', VAGUE);
    await fineprint(['baseline', 'write', 'a.md'], { cwd });
    await fineprint(['baseline', 'write', 'b.md'], { cwd });
    const baseline = read(cwd);
    expect(baseline.policies.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    expect(entries(baseline).filter(({ reason }) => reason)).toMatchObject([
      { quote: 'our partners', reason: 'contract', expires: '2999-12-31' },
    ]);
  });

  it('leaves out what comments and configuration suppress', async () => {
    const cwd = folderOf({
      'a.md': `<!-- fineprint-disable-file third-party/* -- known -->\n\n${VAGUE}`,
      'fineprint.config.yml': 'suppress: [{rule: user-control/*, reason: known}]\n',
    });
    await fineprint(['baseline', 'write', 'a.md'], { cwd });
    expect(entries(read(cwd)).filter(({ ruleId }) => /^(?:third-party|user-control)/.test(ruleId))).toEqual(
      [],
    );
  });

  it.each<[string, string[], RegExp]>([
    [
      'nothing to write',
      ['baseline', 'write'],
      /"fineprint\.baseline\.json" is not there yet; name the policies/,
    ],
    ['no such policy', ['baseline', 'write', 'none.md'], /no such file: "none\.md"/],
    ['standard input', ['baseline', 'write', '-'], /a baseline is of files; name them instead of -/],
    [
      'a policy outside',
      ['baseline', 'write', '../b.md'],
      /"\.\.\/b\.md" is outside the folders of the configuration and of /,
    ],
    ['a policy for a baseline', ['baseline', 'write', 'a.md', '--baseline', 'a.md'], /a\.md:\d+:\d+: /],
    ['a folder for a baseline', ['baseline', 'write', 'a.md', '--baseline', '.'], /"\." is a folder/],
    [
      'no baseline to check',
      ['baseline', 'check'],
      /no such baseline: "fineprint\.baseline\.json"; write it/,
    ],
    ['no baseline to prune', ['baseline', 'prune', 'a.md'], /no such baseline/],
    ['no baseline to apply', ['a.md', '--baseline', 'none.json'], /no such baseline: "none\.json"; write it/],
  ])('refuses %s with what would do, and writes nothing', async (_, args, message) => {
    const root = folderOf({ 'in/a.md': VAGUE, 'b.md': VAGUE });
    const { status, out, err } = await fineprint(args, { cwd: join(root, 'in') });
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(readdirSync(join(root, 'in'))).toEqual(['a.md']);
    expect(readFileSync(join(root, 'in/a.md'), 'utf8')).toBe(VAGUE);
  });
});

describe('baseline check', () => {
  it('shows policies of which there is something to tell, and only those', async () => {
    const cwd = await written({ 'b.md': VAGUE });
    await fineprint(['baseline', 'write', 'a.md', 'b.md'], { cwd });
    expect((await fineprint(['baseline', 'check'], { cwd })).out).toMatch(
      /^no findings in 2 policies; \d+ supp/,
    );
    write(cwd, 'b.md', MORE);
    expect((await fineprint(['baseline', 'check'], { cwd })).out).toMatch(/^b\.md\n/);
  });

  it('shows what is new, and only that', async () => {
    const cwd = await written();
    write(cwd, 'a.md', MORE);
    const { status, out } = await fineprint(['baseline', 'check'], { cwd });
    expect(status).toBe(1);
    expect(out).toContain('other third parties');
    expect(out).not.toContain('our partners');
    const json = JSON.parse((await fineprint(['baseline', 'check', '--format', 'json'], { cwd })).out);
    expect(
      json[0].findings.map(({ position }: { position: { start: { line: number } } }) => position.start.line),
    ).toEqual(json[0].findings.map(() => 7));
  });

  it('counts a finding of whatever severity', async () => {
    const cwd = folderOf({
      'a.md': SOUND,
      'fineprint.config.yml': 'rules: {third-party/vague-recipients: info}\nextends: []\n',
    });
    await fineprint(['baseline', 'write', 'a.md'], { cwd });
    write(cwd, 'a.md', VAGUE);
    expect((await fineprint(['baseline', 'check'], { cwd })).status).toBe(1);
    expect((await fineprint(['a.md'], { cwd })).status).toBe(0);
  });

  it('tells what is not found any more, and fails for it on request', async () => {
    const cwd = await written({ 'b.md': VAGUE });
    await fineprint(['baseline', 'write', 'b.md'], { cwd });
    write(cwd, 'a.md', SOUND);
    rmSync(join(cwd, 'b.md'));
    const { status, out, err } = await fineprint(['baseline', 'check'], { cwd });
    expect(status).toBe(0);
    expect(out).toMatch(
      /baseline: third-party\/vague-recipients "our partners" is not found any more; prune the baseline/,
    );
    expect(err).toBe('warning: "b.md" is gone; prune the baseline\n');
    expect((await fineprint(['baseline', 'check', '--fail-on-stale'], { cwd })).status).toBe(1);
    write(cwd, 'quiet.yml', `baseline: ${FILE}\nreportUnused: "off"\n`);
    const quiet = await fineprint(['baseline', 'check', '--fail-on-stale', '--config', 'quiet.yml'], { cwd });
    expect([quiet.status, quiet.out]).toEqual([1, out]);
    expect((await fineprint(['baseline', 'prune'], { cwd })).out).toMatch(
      /removed, 0 findings of 1 policy left/,
    );
    expect((await fineprint(['baseline', 'check', '--fail-on-stale'], { cwd })).status).toBe(0);
  });

  it('shows findings again when their last day is over', async () => {
    const cwd = await written();
    const text = readFileSync(join(cwd, FILE), 'utf8');
    write(
      cwd,
      FILE,
      text.replace('"quote": "our partners"', '"quote": "our partners", "expires": "2026-06-15"'),
    );
    expect((await fineprint(['a.md'], { cwd })).status).toBe(0);
    const { status, out } = await fineprint(['a.md'], { cwd, today: '2026-06-16' });
    expect(status).toBe(1);
    expect(out).toMatch(/"our partners" expired on 2026-06-15; judge the words anew/);
  });

  it('refuses a baseline of other rules, once', async () => {
    const cwd = await written({ 'b.md': VAGUE });
    await fineprint(['baseline', 'write', 'b.md'], { cwd });
    for (const args of [
      ['baseline', 'check'],
      ['baseline', 'prune'],
      ['a.md', 'b.md'],
    ]) {
      const { status, err } = await fineprint([...args, '--preset', 'strict'], { cwd });
      expect(status).toBe(2);
      expect(err.match(/made with other rules/g)).toHaveLength(1);
      expect(err).toMatch(/^error: fineprint\.baseline\.json: .*fineprint baseline write/);
    }
    expect((await fineprint(['baseline', 'write', '--preset', 'strict'], { cwd })).status).toBe(0);
    expect((await fineprint(['baseline', 'check', '--preset', 'strict'], { cwd })).status).toBe(0);
    expect((await fineprint(['a.md', '--preset', 'gdpr', '--no-baseline'], { cwd })).status).toBe(1);
  });

  it.each(['../secret.md', '/etc/passwd', 'a/../../secret.md', 'C:\\secret.md', ''])(
    'does not read %j because a baseline names it',
    async (path) => {
      const baseline = {
        schemaVersion: 1,
        tool: { name: 'fineprint', version: '0' },
        policies: [{ path, ruleset: 'x', findings: [] }],
      };
      const root = folderOf({ 'in/b.json': JSON.stringify(baseline), 'secret.md': VAGUE });
      for (const command of ['check', 'prune', 'write']) {
        const { status, out, err } = await fineprint(['baseline', command, '--baseline', 'b.json'], {
          cwd: join(root, 'in'),
        });
        expect([status, out]).toEqual([2, '']);
        expect(err).toMatch(/is no file below the folders of the baseline or the configuration/);
      }
    },
  );
});

describe('the analysis', () => {
  it('shows all again without a baseline, or with suppressions ignored', async () => {
    const cwd = await written();
    for (const flag of ['--no-baseline', '--ignore-suppressions'])
      expect((await fineprint(['a.md', flag], { cwd })).status).toBe(1);
  });

  it('carries what is suppressed in its formats', async () => {
    const cwd = await written();
    for (const format of ['json', 'ndjson']) {
      const report = JSON.parse((await fineprint(['a.md', '--format', format], { cwd })).out);
      expect(report.findings).toEqual([]);
      expect(report.suppressed[0].suppression).toEqual({ kind: 'baseline' });
    }
  });

  it('knows policies by their place, through folders and odd names', async () => {
    const cwd = folderOf({ 'x [1]/a (2).md': VAGUE });
    expect((await fineprint(['baseline', 'write', '.'], { cwd })).status).toBe(0);
    expect(read(cwd).policies[0]?.path).toBe('x [1]/a (2).md');
    expect((await fineprint(['baseline', 'check'], { cwd })).status).toBe(0);
    const inside = await fineprint(['a (2).md', '--baseline', `../${FILE}`], { cwd: join(cwd, 'x [1]') });
    expect(inside.status).toBe(0);
  });

  it('writes what a link leads to', async () => {
    const cwd = folderOf({ 'a.md': VAGUE, 'kept/b.json': JSON.stringify(createBaseline([])) });
    symlinkSync('kept/b.json', join(cwd, FILE));
    expect((await fineprint(['baseline', 'write', 'a.md'], { cwd })).status).toBe(0);
    expect(lstatSync(join(cwd, FILE)).isSymbolicLink()).toBe(true);
    expect(entries(read(cwd, 'kept/b.json')).length).toBeGreaterThan(0);
    expect(readdirSync(join(cwd, 'kept'))).toEqual(['b.json']);
  });
});
