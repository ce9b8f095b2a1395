import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fineprint, folderOf } from '../support/cli.js';
import { corpusText } from '../support/pages.js';

const FILES = {
  'en.md': corpusText('parity/lantern-home.en.md'),
  'zh.md': corpusText('parity/lantern-home.zh.md'),
  'same.md': corpusText('parity/harbour-library.en.md'),
  'gleich.md': corpusText('parity/harbour-library.zh.md'),
  'de.md': 'Wir geben Ihre Daten nicht an andere weiter, außer Sie stimmen dem zu.',
};
const runIn =
  (cwd: string) =>
  (...args: string[]) =>
    fineprint(args, { cwd });

describe('fineprint parity', () => {
  it('tells differences and fails for them, unless told not to', async () => {
    const run = runIn(folderOf(FILES));
    const { status, out, err } = await run('parity', 'en.md', 'zh.md');
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toContain('a function (two step verification)');
    expect((await run('parity', 'en.md', 'zh.md', '--fail-on', 'never')).status).toBe(0);
    expect((await run('parity', 'same.md', 'gleich.md')).status).toBe(0);
  });

  it('writes JSON, Markdown and pages', async () => {
    const cwd = folderOf(FILES);
    const run = runIn(cwd);
    const { out } = await run('parity', 'zh.md', 'en.md', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      first: { path: 'zh.md', language: 'zh' },
      second: { language: 'en' },
    });
    expect((await run('parity', 'en.md', 'zh.md', '--format', 'markdown')).out).toContain(
      '### Only in zh.md (zh)',
    );
    await run('parity', 'en.md', 'zh.md', '--format', 'html', '-o', 'out.html');
    expect(readFileSync(join(cwd, 'out.html'), 'utf8')).toMatch(/^<!doctype html><html lang="en">/);
  });

  it.each([
    [['en.md', 'same.md'], /both versions are in "en"; .*fineprint diff/],
    [['en.md', 'de.md'], /de\.md is in "de"; versions can be in en and zh/],
    [['en.md', 'none.md'], /no such file: "none\.md"/],
    [['en.md', '.'], /"\." is a folder/],
    [['-', '-'], /standard input can be one of the two versions/],
    [['en.md', 'zh.md', '-o', 'zh.md'], /would write over the policy/],
  ])('says what is wrong with %j', async (args, why) => {
    const { status, out, err } = await runIn(folderOf(FILES))('parity', ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(why);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
