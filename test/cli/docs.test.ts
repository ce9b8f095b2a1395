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
});
