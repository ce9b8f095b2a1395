import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain, findPolicies } from '../../src/node/find.js';
import { folderOf } from '../support/cli.js';

const pathsOf = async (patterns: string[], cwd: string, ignore?: string[]) =>
  (await findPolicies(patterns, { cwd, ignore })).map(({ path, error }) => (error ? `! ${path}` : path));

describe('findPolicies', () => {
  it('sorts what folders and globs hold, by known extensions', async () => {
    const cwd = folderOf({
      'z.md': '',
      'a.HTML': '',
      'sub/m.txt': '',
      'sub/n.pdf': '',
      'node_modules/x/y.md': '',
    });
    expect(await pathsOf(['.'], cwd)).toEqual(['a.HTML', 'sub/m.txt', 'z.md']);
    expect(await pathsOf(['**/*.md', 'sub/'], cwd)).toEqual(['z.md', 'sub/m.txt']);
  });

  it('takes a file by its name, whatever signs and extension are in it', async () => {
    const cwd = folderOf({ 'policy [1] (new).md': '', 'policy.de': '' });
    expect(await pathsOf(['policy [1] (new).md', 'policy.de'], cwd)).toEqual([
      'policy [1] (new).md',
      'policy.de',
    ]);
  });

  it('follows links to files and not to folders', async () => {
    const cwd = folderOf({ 'a/a.md': '' });
    symlinkSync('..', join(cwd, 'a/up'));
    symlinkSync('a/a.md', join(cwd, 'link.md'));
    expect(await pathsOf(['a', 'link.md'], cwd)).toEqual(['a/a.md', 'link.md']);
  });

  it('leaves out what is ignored', async () => {
    const cwd = folderOf({ 'a.md': '', 'drafts/b.md': '' });
    expect(await pathsOf(['.'], cwd, ['drafts/**'])).toEqual(['a.md']);
  });

  it('holds what is ignored against one folder, also for files beside and inside others', async () => {
    const cwd = folderOf({
      'in/a.md': '',
      'in/skip/b.md': '',
      'out[1]/skip/c.md': '',
      'in/node_modules/d.md': '',
    });
    expect(await pathsOf(['in', 'out[1]/'], cwd, ['in/skip/**'])).toEqual(['in/a.md', 'out[1]/skip/c.md']);
    expect(await pathsOf(['in/node_modules'], cwd)).toEqual(['in/node_modules/d.md']);
    const found = await findPolicies(['../out*/**'], {
      cwd: join(cwd, 'in'),
      ignore: ['skip/**'],
      ignoreFrom: '.',
    });
    expect(found).toEqual([{ path: '../out[1]/skip/c.md' }]);
  });

  it('says of a name that is no UTF-8 why it leads nowhere', () => {
    expect(explain('a\uFFFD.md', Object.assign(new Error(), { code: 'ENOENT' })).message).toBe(
      'the name of "a\uFFFD.md" is not UTF-8; rename the file',
    );
  });

  it('takes an empty path for none, and not for the folder', async () => {
    const [target] = await findPolicies([''], { cwd: folderOf({ 'a.md': '' }) });
    expect(target?.error?.message).toBe('a path is empty; name a file, a folder or a glob');
  });

  it('says of each pattern that leads nowhere that it does', async () => {
    const cwd = folderOf({ 'a.md': '' });
    writeFileSync(join(cwd, 'b.md'), '');
    expect(await pathsOf(['none.md', 'a.md', '*.html'], cwd)).toEqual(['! none.md', 'a.md', '! *.html']);
  });
});

describe('explain', () => {
  it.each([
    ['ENOENT', /no such file: "p\.md"; check the path/],
    ['EACCES', /"p\.md" may not be read; check its permissions/],
    ['EISDIR', /"p\.md" is a folder; name a file in it/],
    ['EIO', /"p\.md" could not be read: it broke/],
  ])('says what %s means', (code, message) => {
    expect(explain('p.md', Object.assign(new Error('it broke'), { code })).message).toMatch(message);
  });
});
