import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBaseline, writeBaseline } from '../../src/node/index.js';
import { createBaseline } from '../../src/report/index.js';
import { folderOf } from '../support/cli.js';

describe('writeBaseline', () => {
  const baseline = createBaseline([]);

  it('writes what loadBaseline reads, and tells whether it had to', async () => {
    const path = join(folderOf({}), 'b.json');
    expect(await loadBaseline(path)).toBeUndefined();
    expect(await writeBaseline(path, baseline)).toBe(true);
    expect(await loadBaseline(path)).toEqual(baseline);
    expect(await writeBaseline(path, baseline)).toBe(false);
    expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true);
  });

  it('says what is wrong where it cannot write, and leaves nothing behind', async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'b.json/inside'), { recursive: true });
    await expect(writeBaseline(join(folder, 'b.json'), baseline, 'b.json')).rejects.toThrow(
      /"b\.json" cannot be written: it is a folder/,
    );
    expect(readdirSync(folder)).toEqual(['b.json']);
  });

  it('makes the folders of its file, as results written to files do', async () => {
    const path = join(folderOf({}), 'gate/known/b.json');
    expect(await writeBaseline(path, baseline)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['b.json']);
  });

  it('refuses what is not UTF-8', async () => {
    const folder = folderOf({ 'b.json': Uint8Array.of(0xff, 0xfe, 0x7b, 0) });
    await expect(loadBaseline(join(folder, 'b.json'), 'b.json')).rejects.toThrow(/"b\.json" is not UTF-8/);
  });
});
