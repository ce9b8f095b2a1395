import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fineprint, folderOf, SOUND, VAGUE } from '../support/cli.js';
import { repositoryOf } from '../support/git.js';

const FORMATS = ['markdown', 'sarif', 'junit', 'github', 'csv'] as const;

describe('--format', () => {
  it.each(FORMATS)('%s prints findings, and says what could not be read', async (format) => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const found = await fineprint(['a.md', '--format', format], { cwd });
    expect(found).toMatchObject({ status: 1, err: '' });
    expect(found.out).toContain('third-party/vague-recipients');
    const failed = await fineprint(['a.md', 'none.md', '--format', format], { cwd });
    expect(failed).toMatchObject({ status: 2, err: expect.stringContaining('no such file: "none.md"') });
    if (format !== 'csv') expect(failed.out).toContain('none.md');
    expect((await fineprint(['none.md', '--format', format], { cwd })).status).toBe(2);
  });

  it.each(FORMATS)('%s prints comparisons', async (format) => {
    const cwd = folderOf({ 'old.md': SOUND, 'new.md': `${SOUND}${VAGUE}` });
    const { status, out, err } = await fineprint(['diff', 'old.md', 'new.md', '--format', format], { cwd });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toContain('third-party/vague-recipients');
  });

  it('describes rules of one’s own in a log', async () => {
    const rule = readFileSync(new URL('../vitest/example/my-rules/no-sale.yml', import.meta.url), 'utf8');
    const cwd = folderOf({
      'a.md': 'We sell your address to advertisers.\n',
      'my/no-sale.yml': rule,
      'fineprint.config.yml': 'rulePaths: [my]\n',
    });
    const { out } = await fineprint(['a.md', '--format', 'sarif'], { cwd });
    expect(out).toContain('Our customers pay for the service');
  });

  it.each([
    ['markdown', /^\| Commit \|.*\n.*\n\| `[0-9a-f]{7}` \| .* \| `state 1` \|\n/],
    ['csv', /^commit,date,path,verdict,.*\r\n[0-9a-f]{40},.*,a\.md,.*,state 1,\r\n/],
  ])('%s prints a history', async (format, expected) => {
    const { cwd } = repositoryOf({ 'a.md': SOUND }, { 'a.md': VAGUE });
    expect((await fineprint(['log', 'a.md', '--format', format], { cwd })).out).toMatch(expected);
  });

  it('refuses claims of a comparison', async () => {
    const { status, err } = await fineprint(['diff', 'a.md', 'b.md', '--format', 'claims']);
    expect({ status, err }).toMatchObject({
      status: 2,
      err: expect.stringMatching(/Allowed choices are stylish/),
    });
  });
});

describe('--output', () => {
  it.each([['a.md'], ['./a.md'], ['link.md']])('refuses to write over the policy: %s', async (output) => {
    const cwd = folderOf({ 'a.md': VAGUE });
    symlinkSync(join(cwd, 'a.md'), join(cwd, 'link.md'));
    for (const args of [['a.md'], ['.'], ['*.md'], ['.', '--format', 'ndjson'], ['diff', 'a.md', 'a.md']]) {
      const { status, out, err } = await fineprint([...args, '-o', output], { cwd });
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(/would write over the policy it is about; name another file/);
    }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(VAGUE);
  });

  it('writes what would be printed, with the same status', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const printed = await fineprint(['a.md', '--format', 'sarif'], { cwd });
    const written = await fineprint(['a.md', '--format', 'sarif', '-o', 'out/deep/log.sarif'], { cwd });
    expect(written).toEqual({ ...printed, out: '' });
    expect(readFileSync(join(cwd, 'out/deep/log.sarif'), 'utf8')).toBe(printed.out);
    expect(readdirSync(join(cwd, 'out/deep'))).toEqual(['log.sarif']);
  });

  it('replaces a file, keeps a link, and leaves both when nothing came out', async () => {
    const cwd = folderOf({ 'a.md': SOUND, 'real.txt': 'before' });
    symlinkSync('real.txt', join(cwd, 'link.txt'));
    const read = (): string => readFileSync(join(cwd, 'real.txt'), 'utf8');
    expect((await fineprint(['none.md', '--output', 'link.txt'], { cwd })).status).toBe(2);
    expect(read()).toBe('before');
    await fineprint(['a.md', '--output', 'link.txt'], { cwd });
    expect(read()).toContain('no findings in 1 policy');
    expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
  });

  it('writes to what is no file as it is', async () => {
    const cwd = folderOf({ 'a.md': SOUND });
    expect((await fineprint(['a.md', '-o', '/dev/null'], { cwd })).status).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('says what stands in the way', async () => {
    const cwd = folderOf({ 'a.md': SOUND });
    mkdirSync(join(cwd, 'folder'));
    const run = (output: string) => fineprint(['a.md', '-o', output], { cwd });
    expect(await run('folder')).toMatchObject({
      status: 2,
      out: '',
      err: 'error: "folder" cannot be written: it is a folder; name a file in it\n',
    });
    expect((await run('a.md/x')).err).toMatch(
      /^error: "a\.md\/x" cannot be written: a part of its path is no folder/,
    );
  });
});
