import { Worker } from 'node:worker_threads';
import type { JudgeSetup, Outcome } from './judge.js';
import { type Failure, failureOf, type Task } from './task.js';

export interface PoolSetup {
  readonly judge: JudgeSetup;
  readonly jobs: number;
  /** Seconds that one policy may take; its thread is ended then. */
  readonly timeout?: number | undefined;
}

/** Worker threads, each with its rules compiled once. */
export interface Pool {
  run(task: Task): Promise<Outcome | Failure>;
  /** Ends all threads; what they were at is lost. */
  close(): Promise<void>;
}

/** Built beside this module's bundle. */
const ENTRY = './batch-worker.js';

/**
 * A thread takes one policy at a time, and its time counts from when it takes it: not from when it was asked for, nor from when
 * a thread that replaces an ended one begins to compile its rules. (Pools such as tinypool count from the former.)
 */
export function poolOf({ judge, jobs, timeout }: PoolSetup): Pool {
  const slots = Array.from({ length: jobs }, () => slotOf(judge, timeout));
  const idle = [...slots];
  const waiting: ((slot: Slot) => void)[] = [];
  return {
    async run(task) {
      const slot = idle.pop() ?? (await new Promise<Slot>((take) => waiting.push(take)));
      try {
        return await slot.run(task);
      } finally {
        const next = waiting.shift();
        if (next) next(slot);
        else idle.push(slot);
      }
    },
    async close() {
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}

interface Slot {
  run(task: Task): Promise<Outcome | Failure>;
  close(): Promise<void>;
}

function slotOf(setup: JudgeSetup, timeout: number | undefined): Slot {
  let ready: Promise<Worker> | undefined;
  let closed = false;
  const end = async (): Promise<void> => {
    const worker = await ready?.catch(() => undefined);
    ready = undefined;
    await worker?.terminate();
  };
  return {
    async run(task) {
      // Policies that still waited for a thread when the batch was ended.
      if (closed) return { code: 'crash', message: 'the batch was ended' };
      ready ??= begin(setup);
      const worker = await ready;
      const result = await answerOf(worker, task, timeout);
      if ('code' in result) await end();
      return result;
    },
    close() {
      closed = true;
      return end();
    },
  };
}

/**
 * Room for what is young, in MB. An analysis makes many small objects that die with it: with Node's own 48 they are moved about by the garbage
 * collector, which took a fifth more time.
 */
const YOUNG_MB = 96;

/** Starts a thread; resolves when it has compiled its rules. */
function begin(setup: JudgeSetup): Promise<Worker> {
  // Flags of the program's own, such as --input-type, are not for this file.
  const worker = new Worker(new URL(ENTRY, import.meta.url), {
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

function answerOf(worker: Worker, task: Task, timeout: number | undefined): Promise<Outcome | Failure> {
  return new Promise((done) => {
    const settle = (result: Outcome | Failure): void => {
      clearTimeout(timer);
      worker.off('message', settle);
      worker.off('error', crashed);
      worker.off('exit', left);
      // A thread that is being ended may still fail, and nobody asks any more.
      if ('code' in result) worker.on('error', () => undefined);
      done(result);
    };
    const crashed = (error: unknown): void => settle(failureOf('crash', error));
    const left = (): void => settle({ code: 'crash', message: 'the thread that read it ended' });
    const late = (): void =>
      settle({ code: 'timeout', message: `took more than the ${timeout} s of --timeout` });
    const timer = timeout === undefined ? undefined : setTimeout(late, timeout * 1000);
    worker.on('message', settle);
    worker.on('error', crashed);
    worker.on('exit', left);
    worker.postMessage(task);
  });
}
