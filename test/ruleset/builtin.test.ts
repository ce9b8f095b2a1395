import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin, builtinExamples, builtinRuleSet } from '../../src/ruleset/index.js';
import { LEXICON, RULE } from './samples.js';

describe('the rules that come along', () => {
  it('are compiled once', () => {
    expect(builtinRuleSet()).toBe(builtinRuleSet());
    expect(builtinRuleSet().rules.map(({ id }) => id)).toEqual(builtin.rules.map(({ id }) => id));
  });

  it('have examples, apart from the rules', () => {
    for (const rule of builtin.rules) {
      expect(rule).not.toHaveProperty('examples');
      expect(builtinExamples[rule.id]?.bad.length, rule.id).toBeGreaterThanOrEqual(5);
      expect(builtinExamples[rule.id]?.good.length, rule.id).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('src/build/build-rules.mjs', () => {
  const root = process.cwd();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fineprint-rules-'));
    await cp(join(root, 'src'), join(folder, 'src'), { recursive: true });
    await cp(join(root, 'package.json'), join(folder, 'package.json'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await mkdir(join(folder, 'rules/lexicon/en'), { recursive: true });
    await mkdir(join(folder, 'rules/third-party'));
    await writeFile(join(folder, 'rules/lexicon/en/all.yml'), LEXICON);
    await cp(join(root, 'rules/score'), join(folder, 'rules/score'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = () =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      execFile(process.execPath, [join(folder, 'src/build/build-rules.mjs')], (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      );
    });

  it('writes the module', async () => {
    await writeFile(join(folder, 'rules/third-party/sample.yml'), RULE);
    expect(await run()).toEqual({ status: 0, stdout: '', stderr: '' });
    const written = await readFile(join(folder, 'src/ruleset/builtin.generated.ts'), 'utf8');
    expect(written).toContain('"id":"third-party/sample"');
  });

  it('prints the problems of all files and ends with 2', async () => {
    await writeFile(
      join(folder, 'rules/third-party/sample.yml'),
      RULE.replace('severity: warning', 'severity: hot'),
    );
    await writeFile(join(folder, 'rules/third-party/other.yml'), RULE.replace('we ..3', 'we ..'));
    expect(await run()).toEqual({
      status: 2,
      stdout: '',
      stderr: [
        'rules/third-party/other.yml:13:16: a gap needs its greatest length; write ..1 to ..32',
        'rules/third-party/sample.yml:2:11: "severity" is "hot"; use error, warning, info',
        '',
      ].join('\n'),
    });
  });
});
