import { Worker } from 'node:worker_threads';
import type { JudgeSetup, Outcome } from './judge.js';
import { type Failure, failureOf, type Task } from './task.js';

/** A worker thread that judges policies in the order in which it gets them. */
export interface Thread {
  run(task: Task): Promise<Outcome | Failure>;
  /** Ends it; what it was at is lost. */
  close(): Promise<void>;
}

interface Asked {
  readonly task: Task;
  readonly done: (result: Outcome | Failure) => void;
  readonly fail: (error: unknown) => void;
}

const LEFT: Failure = { code: 'crash', message: 'the thread that read it ended' };
const ENDED: Failure = { code: 'crash', message: 'the batch was ended' };

/** Built beside this module's bundle. */
const ENTRY = new URL('./batch-worker.js', import.meta.url);

/**
 * The thread is started by its first policy, and another one takes its place when it dies or a policy takes too long: that policy has
 * failed then, and those behind it are begun anew. The time of a policy counts from when the thread takes it: not from when it was asked
 * for, nor from when a thread that replaces an ended one begins to compile its rules. (Pools such as tinypool count from the former.)
 */
export function threadOf(setup: JudgeSetup, timeout: number | undefined, entry = ENTRY): Thread {
  /** In order; the worker is at the first. */
  const asked: Asked[] = [];
  let worker: Worker | undefined;
  /** While one worker is begun or ended, there is none to ask. */
  let change: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const watch = (): void => {
    clearTimeout(timer);
    if (timeout === undefined || asked.length === 0) return;
    const message = `took more than the ${timeout} s of --timeout`;
    timer = setTimeout(() => replace({ code: 'timeout', message }), timeout * 1000);
  };
  const changing = (work: () => Promise<void>): void => {
    change = work().finally(() => {
      change = undefined;
      if (worker === undefined && asked.length > 0) start();
    });
  };
  const start = (): void =>
    changing(async () => {
      try {
        worker = await begin(entry, setup);
      } catch (error) {
        for (const { fail } of asked.splice(0)) fail(error);
        return;
      }
      worker.on('message', (outcome: Outcome) => {
        asked.shift()?.done(outcome);
        watch();
      });
      worker.on('error', (error) => replace(failureOf('crash', error)));
      worker.on('exit', () => replace(LEFT));
      for (const { task } of asked) worker.postMessage(task);
      watch();
    });
  const end = async (): Promise<void> => {
    clearTimeout(timer);
    const ending = worker;
    worker = undefined;
    // It may still fail, and nobody asks any more.
    ending?.removeAllListeners();
    ending?.on('error', () => undefined);
    await ending?.terminate();
  };
  const replace = (failure: Failure): void => {
    const failed = asked.shift();
    changing(async () => {
      await end();
      failed?.done(failure);
    });
  };

  return {
    run(task) {
      if (closed) return Promise.resolve(ENDED);
      return new Promise((done, fail) => {
        asked.push({ task, done, fail });
        if (change) return;
        if (!worker) return start();
        worker.postMessage(task);
        if (asked.length === 1) watch();
      });
    },
    async close() {
      closed = true;
      for (const { done } of asked.splice(0)) done(ENDED);
      await change;
      await end();
    },
  };
}

/**
 * Room for what is young, in MB. An analysis makes many small objects that die with it: with Node's own 48 they are moved about by the garbage
 * collector, which took a fifth more time.
 */
const YOUNG_MB = 96;

/** Starts a worker; resolves when it has compiled its rules. */
function begin(entry: URL, setup: JudgeSetup): Promise<Worker> {
  // Flags of the program's own, such as --input-type, are not for this file.
  const worker = new Worker(entry, {
    workerData: setup,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  return new Promise((done, fail) => {
    worker.once('message', () => {
      worker.off('error', fail);
      done(worker);
    });
    worker.once('error', fail);
  });
}
