import { setImmediate } from 'node:timers/promises';
import type { Workshop } from './entries.js';
import { failed, type Judge, type JudgeSetup, type Outcome } from './judge.js';
import { type Pool, poolOf } from './pool.js';
import type { Item } from './task.js';

export interface WorkshopSetup {
  readonly judge: JudgeSetup;
  /** Threads; with one, and no timeout, all is done on the main thread. */
  readonly jobs: number;
  /** Seconds a policy. Only a thread can be ended, so a timeout takes threads. */
  readonly timeout?: number | undefined;
}

/** What the main thread does before threads are started: less than their start would take. */
const SMALL_ITEMS = 8;
const SMALL_SIZE = 200_000;

/** Judges policies, on threads as soon as that pays. */
export function workshopOf(judge: Judge, setup: WorkshopSetup): Workshop<Item> {
  const threaded = setup.timeout !== undefined || setup.jobs > 1;
  let pool: Pool | undefined;
  let begun = 0;
  let size = 0;
  const isSmall = (): boolean => setup.timeout === undefined && begun < SMALL_ITEMS && size < SMALL_SIZE;
  const here = async (item: Exclude<Item, { failure: unknown }>): Promise<Outcome> => {
    // A turn of the event loop, for signals and for what is to be written.
    await setImmediate();
    const outcome = await judge.judge(item);
    size += outcome.size;
    return outcome;
  };
  return {
    async work(item) {
      if ('failure' in item) return failed(item.failure, judge.lines);
      if (!threaded || (pool === undefined && isSmall())) {
        begun++;
        return here(item);
      }
      pool ??= poolOf(setup);
      const result = await pool.run(item);
      return 'code' in result ? failed(result, judge.lines) : result;
    },
    close: async () => pool?.close(),
  };
}
