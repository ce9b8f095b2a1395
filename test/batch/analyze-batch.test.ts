import { spawnSync } from 'node:child_process';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeBatch, type BatchResult, type BatchSource } from '../../src/batch/index.js';
import type { BatchOptions } from '../../src/batch/options.js';
import { itemsOf } from '../../src/batch/source.js';
import { analyze, parseRule } from '../../src/index.js';
import { folderOf, VAGUE } from '../support/cli.js';
import { ensureBuilt } from './built.js';

beforeAll(ensureBuilt);

const results = async (source: BatchSource, options: BatchOptions = {}): Promise<BatchResult[]> => {
  const list: BatchResult[] = [];
  for await (const result of analyzeBatch(source, { jobs: 1, ...options })) list.push(result);
  return list;
};

describe('analyzeBatch', () => {
  it('takes inputs by name', async () => {
    const cwd = folderOf({ 'a/b.md': VAGUE });
    const [result] = await results('a', { cwd });
    expect(result).toEqual({
      id: 'a/b.md',
      gate: [],
      report: JSON.parse(JSON.stringify(analyze({ text: VAGUE, path: 'a/b.md' }))),
    });
  });

  it('takes tasks, and no more of them than are wanted', async () => {
    let made = 0;
    let left = false;
    async function* endless() {
      try {
        while (true) yield { id: `${++made}`, text: `${VAGUE}\n\nEdition ${made}.` };
      } finally {
        left = true;
      }
    }
    for await (const { id, report } of analyzeBatch(endless(), { jobs: 1 })) {
      expect(report?.findings.length).toBeGreaterThan(0);
      if (id === '5') break;
    }
    expect(made).toBeLessThan(20);
    await new Promise((done) => setImmediate(done));
    expect(left).toBe(true);
  });

  it('makes an error of a file that vanishes after it was found', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `${String(i).padStart(2, '0')}.md`);
    const cwd = folderOf(Object.fromEntries(names.map((name) => [name, VAGUE])));
    const errors: string[] = [];
    for await (const { id, error } of analyzeBatch('.', { cwd, jobs: 1 })) {
      if (id === '00.md') rmSync(join(cwd, '39.md'));
      if (error) errors.push(`${id}: ${error.code}: ${error.message}`);
    }
    expect(errors).toEqual(['39.md: unreadable: no such file: "39.md"; check the path']);
  });

  it('refuses options that cannot be followed', async () => {
    const fails = (options: object) => expect(results([], options)).rejects;
    await fails({ jobs: 0 }).toThrow('the number of jobs is 0; use 1 to 256, or auto');
    await fails({ maxBytes: 1e9 }).toThrow(/use 1 to 33554432/);
    await fails({ timeout: -1 }).toThrow(/use seconds, more than 0/);
    await fails({ skip: ['shell-page'], includeGates: ['shell-page'] }).toThrow(
      /skipped and included; choose one/,
    );
    await fails({ presets: ['none'] }).toThrow(/unknown preset/);
  });

  it('works as an ES module and as CommonJS, on threads, with rules of its own', { timeout: 120_000 }, () => {
    const cwd = folderOf({});
    for (let i = 0; i < 30; i++) writeFileSync(join(cwd, `${i}.md`), `${VAGUE}\n\nEdition ${i}.\n`);
    const rule = JSON.stringify(OWN_RULE);
    const code = `(async () => {
      let found = 0;
      const extraRules = [parseRule(${rule})];
      for await (const { report } of analyzeBatch('.', { cwd: ${JSON.stringify(cwd)}, jobs: 2, extraRules }))
        found += report.findings.filter(({ ruleId }) => ruleId === 'own/partners').length;
      console.log(found);
    })();`;
    const run = (type: string, imports: string) => {
      const { stdout, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', imports + code], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        encoding: 'utf8',
      });
      return stdout.trim() || stderr;
    };
    expect(parseRule(OWN_RULE).id).toBe('own/partners');
    expect(
      run('module', `import { parseRule } from 'fineprint'; import { analyzeBatch } from 'fineprint/batch';`),
    ).toBe('30');
    expect(
      run(
        'commonjs',
        `const { parseRule } = require('fineprint'); const { analyzeBatch } = require('fineprint/batch');`,
      ),
    ).toBe('30');
  });
});

describe('a policy of 300 MB', () => {
  const SIZE = 300 * 1024 * 1024;

  it('is an error as a file, and is not read', async () => {
    const cwd = folderOf({ 'big.md': '', 'small.md': VAGUE });
    truncateSync(join(cwd, 'big.md'), SIZE);
    const [big, small] = await results(['big.md', 'small.md'], { cwd });
    expect(big?.error).toEqual({
      code: 'too-large',
      message: '"big.md" has 314572800 bytes, more than the 8388608 of --max-bytes',
    });
    expect(small?.report).toBeDefined();
  });

  it('is an error as a line, and is not held', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let most = 0;
    function* bytes() {
      yield Buffer.from('{"id":"big","text":"');
      for (let i = 0; i < SIZE / piece.length; i++) {
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        yield Buffer.from(piece);
      }
      yield Buffer.from('"}\n{"id":"small","text":"x"}\n');
    }
    const before = process.memoryUsage().arrayBuffers;
    const list = [];
    for await (const item of itemsOf(['-'], {
      cwd: '.',
      maxBytes: 8 << 20,
      stdin: () => Readable.from(bytes()),
    }))
      list.push(item);
    expect(list.map(({ id }) => id)).toEqual(['<stdin>:1', 'small']);
    expect(list[0]).toMatchObject({ failure: { code: 'too-large' } });
    expect(most - before).toBeLessThan(SIZE / 2);
  });
});

const EXAMPLES = Array.from({ length: 5 }, (_, i) => `    - 'Example ${i}'`).join('\n');
const OWN_RULE = `id: own/partners
severity: info
confidence: 0.5
message: 'is told of'
why: 'A rule that comes with the program and not with the package.'
suggestion: 'leave it as it is'
references: []
given:
  - action: [share]
quote: recipient
clearedBy: []
examples:
  bad:\n${EXAMPLES}\n  good:\n${EXAMPLES}\n`;
