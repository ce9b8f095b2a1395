import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fineprint, folderOf } from '../support/cli.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RULE = readFileSync(`${root}rules/change/no-notice.yml`, 'utf8');

describe('rules docs', () => {
  // `npm start -- rules docs rules` writes them anew.
  it('the pages of the built-in rules are current', async () => {
    expect(await fineprint(['rules', 'docs', 'rules', '--check'], { cwd: root })).toMatchObject({
      status: 0,
    });
  });

  it('writes a page a rule and an index, and then finds them current', async () => {
    const cwd = folderOf({ 'own/change/no-notice.yml': RULE });
    expect((await fineprint(['rules', 'docs', 'own', '--check'], { cwd })).status).toBe(1);
    expect((await fineprint(['rules', 'docs', 'own'], { cwd })).status).toBe(0);
    expect((await fineprint(['rules', 'docs', 'own', '--check'], { cwd })).status).toBe(0);
    const page = readFileSync(`${cwd}/own/change/no-notice.md`, 'utf8');
    for (const part of ['# change/no-notice', '## What it flags', '## What clears it', '[[', 'GDPR 5(1)(a)'])
      expect(page).toContain(part);
    expect(readFileSync(`${cwd}/own/README.md`, 'utf8')).toContain('(change/no-notice.md)');
  });

  it('removes the page of a rule that is gone', async () => {
    const other = RULE.replace('id: change/no-notice', 'id: change/other');
    const cwd = folderOf({ 'own/change/no-notice.yml': RULE, 'own/change/other.yml': other });
    await fineprint(['rules', 'docs', 'own'], { cwd });
    rmSync(`${cwd}/own/change/other.yml`);
    const check = await fineprint(['rules', 'docs', 'own', '--check'], { cwd });
    expect(check).toMatchObject({ status: 1 });
    expect(check.out).toContain('change/other.md has no rule any more');
    await fineprint(['rules', 'docs', 'own'], { cwd });
    expect(existsSync(`${cwd}/own/change/other.md`)).toBe(false);
  });

  it('never overwrites what was written by hand', async () => {
    const cwd = folderOf({ 'own/change/no-notice.yml': RULE });
    writeFileSync(`${cwd}/own/README.md`, '# Mine\n');
    const { status, err } = await fineprint(['rules', 'docs', 'own'], { cwd });
    expect({ status, err }).toMatchObject({ status: 2, err: expect.stringContaining('was written by hand') });
    expect(readFileSync(`${cwd}/own/README.md`, 'utf8')).toBe('# Mine\n');
  });

  it('writes a site to another folder, tells examples that fail, and finds it current', async () => {
    const broken = RULE.replace(/bad:\n {4}- "\[\[[^"]*"/, 'bad:\n    - "[[Nothing]] of the kind."');
    expect(broken).not.toBe(RULE);
    const cwd = folderOf({ 'own/change/no-notice.yml': broken });
    const docs = (...args: string[]) =>
      fineprint(['rules', 'docs', 'own', '--format', 'html', '-o', 'site', ...args], { cwd });
    const before = await docs('--check');
    expect(before.status).toBe(1);
    expect(before.out).toContain('fineprint rules docs own --format html -o site writes them anew');
    expect(existsSync(`${cwd}/site`)).toBe(false);
    const { status, err, out } = await docs();
    expect({ status, out }).toEqual({ status: 0, out: '2 pages are current, 2 of them changed\n' });
    expect(err).toBe('1 example did not come out as they say; fineprint rules test tells why\n');
    expect((await docs('--check')).status).toBe(0);
    expect(readFileSync(`${cwd}/site/change/no-notice.html`, 'utf8')).toContain(
      'does not come out as it says',
    );
    expect(existsSync(`${cwd}/own/change/no-notice.md`)).toBe(false);
    writeFileSync(`${cwd}/site/index.html`, 'mine');
    expect(await docs()).toMatchObject({ status: 2, err: expect.stringContaining('written by hand') });
  });
});
