import type { JudgeSetup, Outcome } from './judge.js';
import type { Failure, Task } from './task.js';
import { threadOf } from './thread.js';

/** Judges one policy. */
type Run = (task: Task) => Promise<Outcome | Failure>;

export interface PoolSetup {
  readonly judge: JudgeSetup;
  /** Threads to start. */
  readonly threads: number;
  /** Seconds that one policy may take; its thread is ended then. */
  readonly timeout?: number | undefined;
  /** How the thread that the pool is on judges, where it is to do its part too. */
  readonly here?: Run | undefined;
}

/** Worker threads, each with its rules compiled once. */
export interface Pool {
  readonly run: Run;
  /** Ends all threads; what they were at is lost. */
  close(): Promise<void>;
}

/** Policies that a thread may hold: while this one judges too, it hands out none, for as long as its own takes. */
const HELD_WHILE_BUSY = 4;

/** Hands each policy to who is free first, in the order in which they come. */
export function poolOf({ judge, threads: count, timeout, here }: PoolSetup): Pool {
  const threads = Array.from({ length: count }, () => threadOf(judge, timeout));
  const places = Array.from({ length: here ? HELD_WHILE_BUSY : 1 }, () => threads.map(({ run }) => run));
  // The last of them is taken first: all threads get one policy before any gets another, and this one comes last.
  const idle = [...(here ? [here] : []), ...places.flat()];
  const waiting: ((run: Run) => void)[] = [];
  return {
    async run(task) {
      const run = idle.pop() ?? (await new Promise<Run>((take) => waiting.push(take)));
      try {
        return await run(task);
      } finally {
        const next = waiting.shift();
        if (next) next(run);
        else idle.push(run);
      }
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
