import { describe, expect, it } from 'vitest';
import { analyzeFiles, loadConfig, loadRules, readSource } from '../../src/node/index.js';
import { folderOf, SOUND, VAGUE } from '../support/cli.js';

async function all(patterns: string | string[], cwd: string) {
  const results: string[] = [];
  for await (const result of analyzeFiles(patterns, { cwd })) {
    results.push(
      'error' in result ? `! ${result.path}` : `${result.source.path} ${result.findings.length > 0}`,
    );
  }
  return results;
}

describe('analyzeFiles', () => {
  it('gives reports in order and failures in their place', async () => {
    const cwd = folderOf({ 'b.md': VAGUE, 'a.html': `<p>${SOUND}</p>`, 'bad.txt': new Uint8Array(64) });
    expect(await all(['none.md', '.'], cwd)).toEqual(['! none.md', 'a.html false', 'b.md true', '! bad.txt']);
  });

  it('takes one pattern too', async () => {
    expect(await all('*.md', folderOf({ 'a.md': SOUND }))).toEqual(['a.md false']);
  });
});

describe('readSource', () => {
  it('decodes a page by what it says of itself', async () => {
    const page = '<html><head><meta charset="windows-1252"></head><body><p>caf\u00e9</p></body></html>';
    const cwd = folderOf({ 'a.html': Uint8Array.from(page, (c) => c.charCodeAt(0)) });
    expect(await readSource('a.html', { cwd })).toMatchObject({ text: page, path: 'a.html', notes: [] });
  });

  it('names a folder as one', async () => {
    await expect(readSource('.', { cwd: folderOf({}) })).rejects.toThrow(
      /"\." is a folder; name a file in it/,
    );
  });
});

describe('loadConfig', () => {
  it('finds none, and says what relative paths start from', async () => {
    const cwd = folderOf({ 'a.md': '' });
    expect(await loadConfig({ cwd })).toEqual({ config: {}, path: undefined, folder: cwd });
  });

  it('never runs a configuration', async () => {
    const cwd = folderOf({
      'fineprint.config.js': 'throw new Error("run")',
      'fineprint.config.cjs': 'throw 1',
    });
    expect((await loadConfig({ cwd })).path).toBeUndefined();
  });
});

describe('loadRules', () => {
  it('lists what is wrong with all files', async () => {
    const cwd = folderOf({ 'a.yml': 'id: 1', 'sub/b.yml': 'language: en\nclasses: 5' });
    await expect(loadRules('.', { cwd })).rejects.toThrow(/a\.yml:1:[\s\S]*b\.yml:2:/);
  });

  it('names a file that is not UTF-8', async () => {
    const cwd = folderOf({ 'a.yml': Uint8Array.of(0xff, 0xfe, 0x69, 0), 'b.yml': 'id: 1' });
    await expect(loadRules('.', { cwd })).rejects.toThrow(/^"a\.yml" is not UTF-8; save it.*\nb\.yml:1:/);
  });

  it('says that a folder has none', async () => {
    await expect(loadRules('.', { cwd: folderOf({ 'a.md': '' }) })).rejects.toThrow(
      /no rules in the folder "\."/,
    );
  });
});
