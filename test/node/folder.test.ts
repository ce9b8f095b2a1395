import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/node/index.js';
import { folderOf } from '../support/cli.js';

describe('makeFolder', () => {
  it('makes what is missing, and leaves what is there', () => {
    const folder = join(folderOf({}), 'a/b/c');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('refuses a file for a folder', () => {
    const cwd = folderOf({});
    writeFileSync(join(cwd, 'a'), '');
    expect(() => makeFolder(join(cwd, 'a'))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(cwd, 'a/b'))).toThrow(/ENOTDIR/);
  });

  it.skipIf(!existsSync('/proc/self'))('ends where no folder can be made', () => {
    expect(() => makeFolder('/proc/fineprint/rules')).toThrow(/ENOENT/);
  });
});
