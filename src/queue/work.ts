import { setTimeout } from 'node:timers/promises';
import { failed, type Outcome, poolOf, resolveOptions } from '../batch/index.js';
import { ForeignJobError, isWithin, keyOfJob, parseJob } from './job.js';
import { type Connection, connected } from './redis.js';
import { type OpenRun, openRun } from './run.js';

export interface WorkOptions {
  /** The run's, as `enqueue` was given it. */
  readonly folder: string;
  /** See `ConnectOptions`. */
  readonly redis?: string | undefined;
  /** What the folder that `enqueue` ran in is called here. No policy outside it is read. */
  readonly root?: string | undefined;
  /** Worker threads; "auto" (the default) takes as many as the machine runs at once. */
  readonly jobs?: number | 'auto' | undefined;
  /** Seconds that a policy may take; without it there is no limit. */
  readonly timeout?: number | undefined;
  /** Seconds after which policies of a killed worker are taken over; 30 by default. */
  readonly lock?: number | undefined;
  /** Ends when nothing is left to do; otherwise it waits for more. */
  readonly untilEmpty?: boolean | undefined;
  /** Ends the work: what is begun is finished. */
  readonly signal?: AbortSignal | undefined;
  /** Awaited between a result and its acknowledgement; tests kill workers there. */
  readonly onResult?: (() => Promise<void>) | undefined;
  readonly onPolicy?: ((counts: Worked) => void) | undefined;
  /** Told when Redis goes away, at each try to reach it again; the work goes on when it is back. */
  readonly onLost?: (() => void) | undefined;
}

export interface Worked {
  readonly done: number;
  /** Tries that failed; each may be followed by another. */
  readonly failed: number;
}

const LOCK_S = 30;
const EMPTY_CHECK_MS = 200;

/**
 * Judges policies from the queue. A result is written before its job is acknowledged, whole or not at all, and a job that is done
 * twice gives the same result. Throws QueueError, OptionError, RuleError or NativeParserError.
 */
export async function work(options: WorkOptions): Promise<Worked> {
  const open = await openRun(options.folder, options.root);
  return connected({ redis: options.redis, patient: true }, (connection) =>
    workOn(connection, open, options),
  );
}

async function workOn(
  { bullmq, redis, place, queueOf }: Connection,
  open: OpenRun,
  { lock = LOCK_S, untilEmpty = false, signal, onResult, onPolicy, onLost, ...options }: WorkOptions,
): Promise<Worked> {
  const { jobs, timeout } = resolveOptions({ jobs: options.jobs, timeout: options.timeout }, 'report');
  const { name, options: where } = place(open.run.id);
  const pool = poolOf({ judge: open.setup, threads: jobs, timeout });
  const judged = judgeOf(open, (task) => pool.run(task));
  const counts = { done: 0, failed: 0 };
  const worker = new bullmq.Worker(
    name,
    async ({ id, data }) => {
      try {
        await judged(data, id);
      } catch (error) {
        throw error instanceof ForeignJobError ? new bullmq.UnrecoverableError(error.message) : error;
      }
      await onResult?.();
    },
    {
      ...where,
      // One more than threads: it is fetched while they work.
      concurrency: jobs + 1,
      lockDuration: lock * 1000,
      stalledInterval: lock * 1000,
      maxStalledCount: open.run.retries,
    },
  );
  const count = (what: keyof Worked) => (): void => {
    counts[what]++;
    onPolicy?.(counts);
  };
  worker.on('completed', count('done'));
  worker.on('failed', count('failed'));
  // Redis went away, or another worker has taken a job over: it is fetched again, or done twice alike.
  worker.on('error', () => undefined);
  const lost = (): void => onLost?.();
  redis.on('close', lost);
  const queue = queueOf(open.run.id);
  try {
    while (!signal?.aborted && !(untilEmpty && (await isEmpty(queue))))
      await setTimeout(EMPTY_CHECK_MS, undefined, { signal }).catch(() => undefined);
    await worker.close();
  } finally {
    await pool.close();
    redis.off('close', lost);
  }
  return counts;
}

async function isEmpty(queue: import('bullmq').Queue): Promise<boolean> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
  return Object.values(counts).every((count) => count === 0);
}

/** Does one job: its result is there when this ends. Throws where there is none, ForeignJobError where there never will be. */
function judgeOf({ judge, results, setup }: OpenRun, run: ReturnType<typeof poolOf>['run']) {
  return async (data: unknown, name: string | undefined): Promise<void> => {
    const { key, ...task } = parseJob(data, name);
    if (await results.get(key)) return;
    if (task.path !== undefined && !(await isWithin(task.path, setup.cwd)))
      throw new ForeignJobError(`"${task.path}" is outside "${setup.cwd}"`);
    const reading = await judge.read(task);
    if ('code' in reading) throw new Error(reading.message);
    if (keyOfJob(task.id, reading.key) !== key)
      throw new ForeignJobError(`"${task.id}" is not what was enqueued; enqueue it anew`);
    const result = await run(task);
    const outcome: Outcome = 'code' in result ? failed(result, judge.lines) : result;
    const { failure } = outcome;
    if (failure?.code === 'crash' || (outcome.key ?? reading.key) !== reading.key)
      throw new Error(failure?.message ?? `"${task.id}" was changed while it was read`);
    await results.set(key, outcome);
  };
}
