import { setImmediate } from 'node:timers/promises';
import type { Workshop } from './entries.js';
import { failed, type Judge, type JudgeSetup, type Outcome } from './judge.js';
import { type Pool, poolOf } from './pool.js';
import type { Item, Task } from './task.js';

export interface WorkshopSetup {
  readonly judge: JudgeSetup;
  /** Policies that are judged at once; with one, and no timeout, all is done on this thread. */
  readonly jobs: number;
  /** Seconds a policy. Only a worker can be ended, so with a timeout this thread judges nothing. */
  readonly timeout?: number | undefined;
  /** Whether this thread does its part beside the workers, as that of a program may that does nothing else. */
  readonly joins: boolean;
}

/** What this thread does before workers are started: less than their start would take. */
const SMALL_ITEMS = 8;
const SMALL_SIZE = 200_000;

/** Judges policies, on worker threads as soon as that pays. */
export function workshopOf(judge: Judge, setup: WorkshopSetup): Workshop<Item> {
  const { jobs, timeout } = setup;
  const joins = setup.joins && timeout === undefined;
  let pool: Pool | undefined;
  let begun = 0;
  let size = 0;
  const isSmall = (): boolean => timeout === undefined && begun < SMALL_ITEMS && size < SMALL_SIZE;
  const here = async (task: Task): Promise<Outcome> => {
    // A turn of the event loop, for signals, for what is to be written, and for what workers are to get.
    await setImmediate();
    const outcome = await judge.judge(task);
    size += outcome.size;
    return outcome;
  };
  const start = (): Pool =>
    poolOf({ judge: setup.judge, timeout, ...(joins ? { threads: jobs - 1, here } : { threads: jobs }) });
  return {
    async work(item) {
      if ('failure' in item) return failed(item.failure, judge.lines);
      if (pool === undefined && ((jobs === 1 && timeout === undefined) || isSmall())) {
        begun++;
        return here(item);
      }
      pool ??= start();
      const result = await pool.run(item);
      return 'code' in result ? failed(result, judge.lines) : result;
    },
    close: async () => pool?.close(),
  };
}
