import { afterEach, describe, expect, it } from 'vitest';
import type { JudgeSetup } from '../../src/batch/judge.js';
import { type Thread, threadOf } from '../../src/batch/thread.js';

/** Answers each task with its id and a number that tells one worker from the next; some ids are the end of it. */
const WORKER = `
  import { parentPort } from 'node:worker_threads';
  const own = Math.random();
  parentPort.on('message', ({ id }) => {
    if (id === 'exit') process.exit(1);
    if (id === 'throw') throw new Error('no way');
    if (id === 'hang') for (;;);
    parentPort.postMessage({ id, own });
  });
  parentPort.postMessage('ready');`;
const entryOf = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const setup = {} as JudgeSetup;

describe('a thread', () => {
  let thread: Thread;
  const begin = (timeout?: number, code = WORKER): void => {
    thread = threadOf(setup, timeout, entryOf(code));
  };
  const run = (...ids: string[]): Promise<unknown[]> => Promise.all(ids.map((id) => thread.run({ id })));
  afterEach(() => thread.close());

  it('answers each of what it holds, by one worker', async () => {
    begin();
    const answers = (await run('a', 'b', 'c')) as { id: string; own: number }[];
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(new Set(answers.map(({ own }) => own)).size).toBe(1);
    expect(await run('d')).toMatchObject([{ id: 'd', own: answers[0]?.own }]);
  });

  it.each([
    ['exit', 'the thread that read it ended'],
    ['throw', 'no way'],
  ])('fails what a worker dies of (%s), and nothing behind it', async (id, message) => {
    begin();
    const answers = await run('a', id, 'b', id, 'c');
    const failure = { code: 'crash', message };
    expect(answers).toMatchObject([{ id: 'a' }, failure, { id: 'b' }, failure, { id: 'c' }]);
  });

  it('counts the time of each from when it is taken', async () => {
    begin(0.3);
    const failure = { code: 'timeout', message: 'took more than the 0.3 s of --timeout' };
    expect(await run('a', 'hang', 'b', 'hang', 'c')).toMatchObject([
      { id: 'a' },
      failure,
      { id: 'b' },
      failure,
      { id: 'c' },
    ]);
  });

  it('passes on that no worker could be begun', async () => {
    begin(undefined, 'throw new Error("no rules")');
    await expect(run('a', 'b')).rejects.toThrow('no rules');
  });

  it('tells what it still held when it is closed', async () => {
    begin();
    const held = run('hang', 'b');
    await thread.close();
    expect(await held).toEqual(Array(2).fill({ code: 'crash', message: 'the batch was ended' }));
    expect(await run('c')).toMatchObject([{ code: 'crash' }]);
  });
});
