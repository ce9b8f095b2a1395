import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fineprint, folderOf } from '../support/cli.js';
import { repositoryOf } from '../support/git.js';

const OLD = '# Privacy\n\nWe share your address with couriers. We keep orders for 30 days.\n';
const WIDER =
  '# Privacy\n\nWe share your address with couriers and our partners. We keep orders for 30 days.\n';
const DATED = `${OLD}\nUpdated in May.\n`;

describe('fineprint diff', () => {
  it('says what got worse, with both places, and ends with status 1', async () => {
    const cwd = folderOf({ 'old.md': OLD, 'new.md': WIDER });
    const { status, out, err } = await fineprint(['diff', 'old.md', 'new.md'], { cwd });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^old\.md → new\.md\nworse(?: .*)?\n/);
    expect(out).toContain('+"our partners"');
  });

  it('judges by the settings for the later one, also where there is a colon in its name', async () => {
    const rules = 'rules: { third-party/vague-recipients: "off" }';
    const cwd = folderOf({
      'old.md': OLD,
      'ab:new.md': WIDER,
      'fineprint.config.yml': `overrides: [{ files: ["ab:new.md"], ${rules} }]\n`,
    });
    const { out } = await fineprint(['diff', 'old.md', 'ab:new.md'], { cwd });
    expect(out).toContain('"our partners"');
    expect(out).not.toContain('third-party/vague-recipients');
  });

  it('prints JSON, and reads one side from standard input', async () => {
    const cwd = folderOf({ 'old.md': OLD });
    const { status, out } = await fineprint(['diff', 'old.md', '-', '--format', 'json'], {
      cwd,
      stdin: WIDER,
    });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, before: { path: 'old.md' }, verdict: 'worse' });
    const both = await fineprint(['diff', '-', '-'], { cwd });
    expect(both).toMatchObject({ status: 2, out: '' });
  });

  it.each([
    ['worse', OLD, WIDER, 1],
    ['worse', WIDER, OLD, 0],
    ['worse', OLD, DATED, 0],
    ['introduced', OLD, DATED, 0],
    ['introduced', DATED, WIDER, 0],
    ['any', OLD, DATED, 1],
    ['any', WIDER, OLD, 1],
    ['any', OLD, OLD, 0],
    ['never', OLD, WIDER, 0],
  ])('--fail-on %s', async (failOn, before, after, status) => {
    const cwd = folderOf({ 'old.md': before, 'new.md': after });
    expect((await fineprint(['diff', 'old.md', 'new.md', '--fail-on', failOn], { cwd })).status).toBe(status);
  });

  it('takes settings for rules', async () => {
    const vague = '# Privacy\n\nWe share your personal information with our partners.\n';
    const cwd = folderOf({ 'old.md': OLD, 'new.md': vague });
    const run = (...more: string[]) =>
      fineprint(['diff', 'old.md', 'new.md', '--format', 'json', ...more], { cwd });
    expect((await run()).out).toContain('third-party/vague-recipients');
    expect((await run('--rule', 'third-party/vague-recipients=off')).out).not.toContain(
      'third-party/vague-recipients',
    );
  });

  it.each([
    [['diff', 'old.md'], /missing required argument/],
    [['diff', 'old.md', 'none.md'], /no such file: "none\.md"/],
    [['diff', 'old.md', 'german.md'], /"german\.md": the policy is in German/],
    [['diff', 'old.md', 'old.md', '--fail-on', 'all'], /Allowed choices are worse, introduced, any, never/],
    [['diff', 'HEAD:old.md', 'old.md'], /is not in a git repository; run this inside one, or name two files/],
    [['log', 'old.md'], /is not in a git repository/],
    [['log', 'none/old.md'], /no such file: "none\/old\.md"/],
  ])('%j ends with status 2 and says why', async (args, message) => {
    const german =
      'Wir verarbeiten Ihre Daten nur, soweit es nach dem Gesetz nötig ist. Die Daten werden nicht an andere weitergegeben, und Sie können jederzeit widersprechen.\n';
    const { status, out, err } = await fineprint(args, {
      cwd: folderOf({ 'old.md': OLD, 'german.md': german }),
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });
});

/** A repository with three revisions of a policy that was renamed in between. */
function repository(): string {
  const cwd = folderOf({});
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@b.example', '-c', 'commit.gpgSign=false', ...args],
      {
        cwd,
        stdio: 'ignore',
      },
    );
  const commit = (path: string, text: string, subject: string): void => {
    writeFileSync(join(cwd, path), text);
    git('add', '-A');
    git('commit', '-m', subject);
  };
  git('init');
  mkdirSync(join(cwd, 'site'));
  commit('site/privacy.md', OLD, 'First\u001b[31m one');
  git('tag', 'v1.2');
  commit('site/privacy.md', WIDER, 'More partners');
  renameSync(join(cwd, 'site/privacy.md'), join(cwd, 'site/policy.md'));
  commit('site/policy.md', WIDER, 'Another name');
  return cwd;
}

describe('revisions in git', () => {
  const cwd = (): string => repository();

  it('are named with their file, from the top of the repository or from here', async () => {
    const folder = cwd();
    const site = join(folder, 'site');
    const first = await fineprint(['diff', 'v1.2:site/privacy.md', 'site/policy.md'], { cwd: folder });
    expect(first.out).toMatch(/^v1\.2:site\/privacy\.md → site\/policy\.md\nworse/);
    for (const name of [
      'v1.2:site/privacy.md',
      'v1.2:privacy.md',
      'HEAD~2:./privacy.md',
      'HEAD~2:../site/privacy.md',
      'HEAD@{2099-01-01 10:00}~2:site/privacy.md',
    ]) {
      expect(await fineprint(['diff', name, 'policy.md'], { cwd: site }), name).toMatchObject({
        status: 1,
        err: '',
      });
    }
  });

  it.each([
    ['nope:site/privacy.md', /unknown revision "nope"/],
    ['--help:site/policy.md', /unknown revision "--help"|unknown option/],
    ['HEAD:site/privacy.md', /there is no "site\/privacy\.md" in HEAD; check the path/],
    ['HEAD:site', /"site" is no file in HEAD; name a file in it/],
    ['HEAD:../../etc/passwd', /there is no "\.\.\/\.\.\/etc\/passwd" in HEAD/],
    ['HEAD:/etc/passwd', /there is no "\/etc\/passwd" in HEAD/],
    ['HEAD$(touch x):site/policy.md', /unknown revision/],
  ])('%s is refused with a reason', async (name, message) => {
    const { status, out, err } = await fineprint(['diff', '--', name, 'site/policy.md'], { cwd: cwd() });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('are listed by log, newest first, across a new name', async () => {
    const { status, out, err } = await fineprint(['log', 'site/policy.md'], { cwd: cwd() });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const rows = out.trim().split('\n').slice(1);
    expect(rows.map((row) => /^[0-9a-f]{7} {2}\d{4}-\d\d-\d\d {2}(\w+)/.exec(row)?.[1])).toEqual([
      'neutral',
      'worse',
      'first',
    ]);
    expect(rows[2]).toContain('First<U+001B>[31m one');
  });

  it('are told in JSON too, as many as asked for, the last with what it changed', async () => {
    const { out } = await fineprint(['log', 'policy.md', '--max-count', '2', '--format', 'json'], {
      cwd: join(cwd(), 'site'),
    });
    const revisions = JSON.parse(out);
    expect(revisions).toHaveLength(2);
    expect(revisions[1]).toMatchObject({ path: 'site/privacy.md', comparison: { verdict: 'worse' } });
  });

  it('come after the file as it lies there, if that says something else', async () => {
    const folder = cwd();
    const file = join(folder, 'site/policy.md');
    const log = async (): Promise<string[]> => {
      const { out } = await fineprint(['log', 'site/policy.md', '--max-count', '2'], { cwd: folder });
      return out.trimEnd().split('\n').slice(1);
    };
    writeFileSync(file, WIDER.replaceAll('\n', '\r\n'));
    expect((await log())[0]).toMatch(/^[0-9a-f]{7} /);
    writeFileSync(file, `${WIDER}\n\nWe sell your personal data to data brokers.\n`);
    const rows = await log();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^ {21}(?:worse|mixed) .* not committed$/);
    rmSync(file);
    expect((await log())[0]).toMatch(/^[0-9a-f]{7} /);
  });

  it('are what merges made of them, whatever git is set to show', async () => {
    const { cwd: folder, git } = repositoryOf({ 'a.md': `${OLD}\nWe keep logs for 5 days.\n` });
    const main = git('branch', '--show-current');
    git('checkout', '-q', '-b', 'side');
    writeFileSync(join(folder, 'a.md'), `${OLD}\nWe keep logs as long as we like.\n`);
    git('commit', '-qam', 'Longer');
    git('checkout', '-q', main);
    writeFileSync(join(folder, 'a.md'), `${WIDER}\nWe keep logs for 5 days.\n`);
    git('commit', '-qam', 'Wider');
    git('merge', '-q', '--no-edit', 'side');
    const log = async () => {
      const { out } = await fineprint(['log', 'a.md', '--format', 'json'], { cwd: folder });
      return JSON.parse(out).map(({ subject }: { subject: string }) => subject);
    };
    const subjects = ["Merge branch 'side'", 'Wider', 'state 0'];
    expect(await log()).toEqual(subjects);
    for (const [name, value] of [
      ['log.showRoot', 'false'],
      ['log.diffMerges', 'off'],
      ['i18n.logOutputEncoding', 'UTF-16'],
      ['color.ui', 'always'],
    ])
      git('config', name as string, value as string);
    expect(await log()).toEqual(subjects);
  });

  it('are of files, and not of links', async () => {
    const { cwd: folder, git } = repositoryOf({ 'a.md': OLD });
    symlinkSync('a.md', join(folder, 'link.md'));
    git('add', '-A');
    git('commit', '-qm', 'Link');
    for (const args of [
      ['log', 'link.md'],
      ['diff', 'HEAD:link.md', 'a.md'],
    ])
      expect(await fineprint(args, { cwd: folder })).toMatchObject({
        status: 2,
        err: expect.stringMatching(/"link\.md" is a link.*; name the file it leads to/),
      });
  });

  it('say so where a clone holds only the end of the history', async () => {
    const clone = join(folderOf({}), 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${cwd()}`, clone]);
    const log = await fineprint(['log', 'site/policy.md'], { cwd: clone });
    expect(log).toMatchObject({ status: 0, err: expect.stringMatching(/^note: .*`git fetch --unshallow`/) });
    expect((await fineprint(['log', 'site/policy.md', '--max-count', '0'], { cwd: clone })).err).toBe('');
    const diff = await fineprint(['diff', 'HEAD~1:site/privacy.md', 'site/policy.md'], { cwd: clone });
    expect(diff).toMatchObject({
      status: 2,
      err: expect.stringMatching(/"HEAD~1"; .*`git fetch --unshallow`/),
    });
  });

  it('say so when the file has no history', async () => {
    const folder = await fineprint(['log', 'site'], { cwd: cwd() });
    expect(folder).toMatchObject({
      status: 2,
      out: '',
      err: 'error: "site" is a folder; name a file in it\n',
    });
    const { status, err } = await fineprint(['log', 'none.md'], { cwd: cwd() });
    expect(status).toBe(2);
    expect(err).toMatch(/"none\.md" has no history in git; commit it first/);
  });
});
