import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batch, type Ended, ensureBuilt, start } from '../batch/built.js';
import { ndjson, policies } from '../batch/policies.js';
import { folderOf, SOUND, VAGUE } from '../support/cli.js';
import { type RedisServer, startRedis, whyNoRedis } from './redis.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const skipped = whyNoRedis();
if (skipped) console.log(skipped);

beforeAll(ensureBuilt);

const queue = (cwd: string, ...args: string[]): Promise<Ended> => start(['queue', ...args], cwd).ended;

describe.skipIf(skipped !== undefined)('a queue', { timeout: 300_000 }, () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  const at = () => ['--folder', 'run', '--redis', redis.url];
  const enqueue = (cwd: string, ...args: string[]) => queue(cwd, 'enqueue', ...args, ...at());
  const work = (cwd: string, ...args: string[]) =>
    queue(cwd, 'work', ...at(), '--jobs', '1', '--lock', '1', '--until-empty', ...args);
  const collect = (cwd: string, ...args: string[]) =>
    queue(cwd, 'collect', '--folder', 'run', '-o', 'out', ...args);
  const status = async (cwd: string) =>
    JSON.parse((await queue(cwd, 'status', ...at(), '--format', 'json')).out);

  /** A worker that can be killed between a result and its acknowledgement, which are 30 ms apart; or does something else there. */
  const slowWorker = (
    cwd: string,
    onResult = 'new Promise((done) => setTimeout(done, 30))',
  ): { child: ChildProcess; ended: Promise<string> } => {
    const options = { folder: join(cwd, 'run'), redis: redis.url, jobs: 1, lock: 1, untilEmpty: true };
    const code = `import { rmSync } from 'node:fs';
      const { work } = await import(${JSON.stringify(pathToFileURL(`${root}dist/queue.js`).href)});
      await work({ ...${JSON.stringify(options)}, onResult: async () => ${onResult} });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    return { child, ended: new Promise((done) => child.on('close', () => done(said))) };
  };
  const resultsIn = (cwd: string): number =>
    existsSync(join(cwd, 'run/results'))
      ? readdirSync(join(cwd, 'run/results'), { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.endsWith('.json'),
        ).length
      : 0;
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((done) => setTimeout(done, 10));
  };

  it('gives the bytes that batch gives, though workers are killed and Redis is restarted', async () => {
    const list = [
      ...policies(240),
      { id: 'file', path: 'a.md' },
      { id: 'gone', path: 'gone.md' },
      { id: 'file', text: 'x' },
    ];
    const cwd = folderOf({ 'in.ndjson': `${ndjson(list)}half`, 'a.md': VAGUE });
    await batch(['in.ndjson', '-o', 'whole'], cwd);
    expect(await enqueue(cwd, 'in.ndjson')).toMatchObject({
      status: 2,
      err: '244 policies: 241 on the queue, 3 failed\n',
    });
    const other = slowWorker(cwd);
    let said = '';
    for (const results of [40, 80, 120]) {
      const { child, ended } = slowWorker(cwd);
      await until(() => resultsIn(cwd) >= results);
      child.kill('SIGKILL');
      said += await ended;
      expect(child.signalCode).toBe('SIGKILL');
      if (results === 80) await redis.restart();
    }
    const last = slowWorker(cwd);
    said += (await other.ended) + (await last.ended);
    expect(said).toBe('');
    expect(await status(cwd)).toMatchObject({
      policies: 244,
      results: 241,
      failed: 3,
      missing: 0,
      waiting: 0,
      dead: [],
    });
    expect(resultsIn(cwd)).toBe(241);
    expect((await collect(cwd)).err).toBe('244 policies: 241 judged, 3 failed\n');
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe(readFileSync(join(cwd, 'whole'), 'utf8'));
  });

  it('tells what an input drops that was enqueued before, why policies failed, and which file their lines make', async () => {
    const cwd = folderOf({ 'a.md': VAGUE, 'b.md': SOUND });
    await enqueue(cwd, 'a.md', 'b.md');
    expect((await enqueue(cwd, 'a.md', 'none.md')).err).toBe(
      '2 policies: 1 on the queue, 1 failed\nwarning: 1 that were enqueued before are not in this input, and will not be collected\n',
    );
    expect((await status(cwd)).failures).toEqual([
      { id: 'none.md', error: 'no such file: "none.md"; check the path' },
    ]);
    expect(await queue(cwd, 'collect', '--folder', 'run', '-o', 'out.csv')).toMatchObject({
      status: 2,
      err: expect.stringMatching(
        /enqueued with --shape report, which is NDJSON; end ".*out\.csv" in \.ndjson, or/,
      ),
    });
    expect((await enqueue(cwd, 'a.md', 'b.md', 'none.md')).err).toBe(
      '3 policies: 2 on the queue, 1 failed\n',
    );
  });

  it('lists what fails for good, says what is missing, and tries it again', async () => {
    const cwd = folderOf({ 'a.md': VAGUE, 'b.md': SOUND });
    await enqueue(cwd, '.', '--retries', '1');
    rmSync(join(cwd, 'b.md'));
    expect((await work(cwd)).err).toBe('1 done, 2 tries failed\n');
    const { dead, missing } = await status(cwd);
    expect([dead, missing]).toEqual([
      [{ id: 'b.md', error: `no such file: "${join(cwd, 'b.md')}"; check the path` }],
      1,
    ]);
    expect(await collect(cwd)).toMatchObject({
      status: 2,
      err: '2 policies: 1 judged, 1 failed\n1 without a result: b.md\n',
    });
    const lines = readFileSync(join(cwd, 'out'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ id: 'b.md', error: { code: 'missing' } });
    writeFileSync(join(cwd, 'b.md'), SOUND);
    expect((await enqueue(cwd, '.')).err).toBe('2 policies: 1 on the queue\n');
    expect((await work(cwd)).err).toBe('1 done\n');
    await batch(['.', '-o', 'whole'], cwd);
    expect(await collect(cwd, '--force')).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe(readFileSync(join(cwd, 'whole'), 'utf8'));
  });

  it('gives a policy up that its workers die of, time and again', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    await enqueue(cwd, '.', '--retries', '1');
    // Of the result nothing is left, as if the worker had died before.
    const deadly = `(rmSync('run/results', { recursive: true }), process.kill(process.pid, 'SIGKILL'))`;
    for (const _ of [1, 2]) {
      const { child, ended } = slowWorker(cwd, deadly);
      expect(await ended).toBe('');
      expect(child.signalCode).toBe('SIGKILL');
    }
    expect((await work(cwd)).status).toBe(0);
    expect(await status(cwd)).toMatchObject({ results: 0, missing: 1, dead: [{ id: 'a.md' }] });
    await enqueue(cwd, '.');
    expect((await work(cwd)).err).toBe('1 done\n');
  });

  it('takes jobs of strangers for data, and reads nothing outside its folder', async () => {
    const cwd = folderOf({ 'in/a.md': VAGUE, 'secret.md': SOUND });
    await queue(join(cwd, 'in'), 'enqueue', '.', '--folder', '../run', '--redis', redis.url);
    symlinkSync(join(cwd, 'secret.md'), join(cwd, 'in/link.md'));
    const { id } = JSON.parse(readFileSync(join(cwd, 'run/run.json'), 'utf8'));
    const strange = new Queue(`run-${id}`, { connection: { url: redis.url }, prefix: 'fineprint' });
    const key = (digit: string) => digit.repeat(64);
    const add = (jobId: string, data: unknown) => strange.add('policy', data, { jobId, attempts: 3 });
    await add(key('a'), { key: key('a'), id: 'up', path: '../secret.md' });
    await add(key('b'), { key: key('b'), id: 'link', path: 'link.md' });
    await add(key('c'), { key: key('d'), id: 'name', text: VAGUE });
    await add(key('e'), { key: key('e'), id: 'other', text: VAGUE });
    await add(key('f'), { key: key('f'), id: 'more', text: VAGUE, __proto__: { x: 1 }, cwd: '/' });
    await strange.close();
    expect((await work(cwd)).err).toBe('1 done, 5 tries failed\n');
    const { dead, missing } = await status(cwd);
    expect(missing).toBe(0);
    const inside = join(cwd, 'in');
    expect(
      Object.fromEntries(dead.map(({ id, error }: { id: string; error: string }) => [id, error])),
    ).toEqual({
      up: `"../secret.md" is outside "${inside}"`,
      link: `"link.md" is outside "${inside}"`,
      name: 'the job has the name of another',
      other: '"other" is not what was enqueued; enqueue it anew',
      more: 'the job is no policy of a run',
    });
    expect(resultsIn(cwd)).toBe(1);
  });

  it('is gone on with by nothing else', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    expect((await collect(cwd)).err).toMatch(/run" holds no run; begin one with `fineprint queue enqueue`/);
    await enqueue(cwd, 'a.md');
    expect((await enqueue(cwd, 'a.md', '--preset', 'strict')).err).toMatch(
      /holds a run with other rules or options/,
    );
    const path = join(cwd, 'run/run.json');
    const run = readFileSync(path, 'utf8');
    writeFileSync(path, run.replace(/"version":"[^"]+"/, '"version":"0.0.9"'));
    expect((await work(cwd)).err).toMatch(/was begun by fineprint 0\.0\.9/);
    writeFileSync(path, run.replace('"shape":"report"', '"shape":"row"'));
    expect((await work(cwd)).err).toMatch(/the rules here are not those/);
    writeFileSync(path, run.replace('"shape"', '"shapes"'));
    expect((await work(cwd)).err).toMatch(/run\.json" is no run \(setup.*enqueue into another folder/);
    writeFileSync(path, run);
    writeFileSync(join(cwd, 'run/manifest.ndjson'), '{"id":"a.md","key":"k"}\n');
    expect((await collect(cwd)).err).toMatch(/manifest\.ndjson" is not whole; enqueue anew/);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    writeFileSync(join(cwd, 'run/manifest.ndjson'), '{"id":"b.md","key":"k"}\n{"id"');
    expect((await enqueue(cwd, 'a.md')).err).toMatch(/^1 policy: 1 on the queue\n/);
    expect(await status(cwd)).toMatchObject({ policies: 1, missing: 1 });
  });
});

describe.skipIf(skipped !== undefined)('a Redis that goes away', { timeout: 300_000 }, () => {
  it('is told, and ends what cannot wait', async () => {
    const redis = await startRedis();
    const cwd = folderOf({ 'a.md': VAGUE });
    await queue(cwd, 'enqueue', 'a.md', '--folder', 'run', '--redis', redis.url);
    const { child, ended } = start(
      ['queue', 'work', '--folder', 'run', '--redis', redis.url, '--jobs', '1'],
      cwd,
    );
    while (!existsSync(join(cwd, 'run/results'))) await new Promise((done) => setTimeout(done, 20));
    // Standard input keeps enqueue at work until Redis is gone.
    const fed = start(['queue', 'enqueue', '-', '--folder', 'fed', '--redis', redis.url], cwd);
    while (!existsSync(join(cwd, 'fed/run.json'))) await new Promise((done) => setTimeout(done, 20));
    await redis.stop();
    fed.child.stdin?.end(ndjson([{ id: 'a', text: VAGUE }]));
    expect(await fed.ended).toMatchObject({
      status: 2,
      err: 'error: Redis went away; start it, and the same command goes on\n',
    });
    child.kill('SIGINT');
    await new Promise((done) => setTimeout(done, 300));
    child.kill('SIGINT');
    expect((await ended).err).toMatch(/^Redis went away; waiting for it\n/);
  });
});

describe('without Redis', () => {
  it.each([
    ['redis://127.0.0.1:1', /^error: no Redis answers at 127\.0\.0\.1:1 \(ECONNREFUSED\); start one/],
    ['http://me:hunter2@host', /^error: the address of Redis is none; write it as redis:/],
    ['me:hunter2', /^error: the address of Redis is none; write it as redis:/],
  ])('says so of %s', async (url, message) => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const { status, err } = await queue(cwd, 'enqueue', 'a.md', '--folder', 'run', '--redis', url);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/hunter2|\n.+\n/);
    expect(existsSync(join(cwd, 'run'))).toBe(false);
  });

  it('or BullMQ, says what to install', async () => {
    const cwd = folderOf({ 'a.md': VAGUE });
    const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    mkdirSync(join(cwd, 'node_modules'));
    for (const name of Object.keys(dependencies))
      symlinkSync(`${root}node_modules/${name}`, join(cwd, 'node_modules', name));
    cpSync(`${root}dist`, join(cwd, 'dist'), { recursive: true });
    writeFileSync(join(cwd, 'package.json'), '{"type":"module"}');
    const child = spawn(process.execPath, ['dist/cli.js', 'queue', 'enqueue', 'a.md', '--folder', 'run'], {
      cwd,
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const status = await new Promise((done) => child.on('close', done));
    expect([status, err]).toEqual([
      2,
      'error: BullMQ and ioredis cannot be loaded; install them (npm install bullmq ioredis)\n',
    ]);
  });
});
