import { randomBytes } from 'node:crypto';
import {
  type BatchOptions,
  type Failure,
  itemsOf,
  type KeyTable,
  keyOf,
  keyTable,
  resolveOptions,
  type Shape,
  sha256,
  type Task,
} from '../batch/index.js';
import { QueueError } from './error.js';
import { isWithin, type Job, jobOf, keyOfJob } from './job.js';
import { hasManifest, readManifest, writeManifest } from './manifest.js';
import { type Connection, connected } from './redis.js';
import { beginRun, type OpenRun } from './run.js';

/** Options of a batch; threads and timeouts are for the workers to say. */
export interface EnqueueOptions extends Omit<BatchOptions, 'jobs' | 'timeout' | 'cache'> {
  /** Where results and the list of policies are kept; all machines see it. */
  readonly folder: string;
  /** See `ConnectOptions`. */
  readonly redis?: string | undefined;
  /** What a line of the output holds: a report (the default), or a row as JSON or CSV. */
  readonly shape?: Shape | undefined;
  /** How often a policy is tried again, also after its worker was killed; 3 by default. */
  readonly retries?: number | undefined;
  /** Told how many policies were taken so far. */
  readonly onPolicy?: ((counts: Enqueued) => void) | undefined;
}

export interface Enqueued {
  readonly policies: number;
  /** Of them, put on the queue now or before, without a result yet. */
  readonly jobs: number;
  /** Nothing could be read of them; `collect` says why. */
  readonly failed: number;
  /** Policies that the run had before and this input does not name: `collect` leaves them out. */
  readonly dropped: number;
}

const RETRIES = 3;
const RETRY_MS = 500;
const MOST_JOBS = 200;
const MOST_TEXT = 4 * 1024 * 1024;

/**
 * Puts policies on the queue. Where the folder holds a run already it is gone on with: policies that have a result are left out, and
 * those that failed for good are tried again. Throws QueueError, BatchError, OptionError or RuleError.
 */
export async function enqueue(inputs: readonly string[], options: EnqueueOptions): Promise<Enqueued> {
  return connected(options, (connection) => enqueueOn(connection, inputs, options));
}

async function enqueueOn(
  { queueOf }: Connection,
  inputs: readonly string[],
  options: EnqueueOptions,
): Promise<Enqueued> {
  const { folder, shape = 'report', retries = RETRIES, signal, onPolicy } = options;
  const { judge: setup, source } = resolveOptions(options, shape);
  const run = await beginRun(folder, setup, { id: randomBytes(8).toString('hex'), retries });
  const queue = queueOf(run.run.id);
  const line = lineOf(queue, retries);
  const manifest = writeManifest(folder);
  const counts = { policies: 0, jobs: 0, failed: 0, dropped: 0 };
  const ids = keyTable();
  try {
    for await (const item of itemsOf(inputs, source)) {
      if (signal?.aborted) return counts;
      const taken = 'failure' in item ? item.failure : await jobFor(item, run);
      ids.claim(keyOf(sha256(item.id)), counts.policies++);
      if ('code' in taken) {
        counts.failed++;
        manifest.add({ id: item.id, failure: taken });
      } else {
        manifest.add({ id: item.id, key: taken.key });
        if (!(await run.results.get(taken.key))) {
          counts.jobs++;
          await line.add(taken);
        }
      }
      onPolicy?.(counts);
    }
    await line.flush();
    if (run.goesOn) await queue.retryJobs({ state: 'failed' });
    counts.dropped = await countMissing(folder, ids);
    manifest.finish();
    return counts;
  } finally {
    manifest.close();
  }
}

/** How many policies of the manifest that is there are not among these, as far as it can be read: it is about to be replaced. */
async function countMissing(folder: string, ids: KeyTable): Promise<number> {
  let missing = 0;
  try {
    if (hasManifest(folder))
      for await (const { id } of readManifest(folder))
        if (ids.claim(keyOf(sha256(id)), missing) === undefined) missing++;
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
  }
  return missing;
}

async function jobFor(task: Task, { judge, setup }: OpenRun): Promise<Job | Failure> {
  const reading = await judge.read(task);
  if ('code' in reading) return reading;
  if (task.path !== undefined && !(await isWithin(task.path, setup.cwd))) {
    const message = `"${task.path}" is outside the folder that workers read from, which is where enqueue runs; run it above`;
    return { code: 'unreadable', message };
  }
  return jobOf(task, keyOfJob(task.id, reading.key));
}

/** Hands jobs to the queue many at a time. What is on it already stays as it is. */
function lineOf(queue: import('bullmq').Queue, retries: number) {
  let jobs: Job[] = [];
  let text = 0;
  const flush = async (): Promise<void> => {
    const taken = jobs;
    jobs = [];
    text = 0;
    await queue.addBulk(
      taken.map((data) => ({
        name: 'policy',
        data,
        opts: {
          jobId: data.key,
          attempts: 1 + retries,
          backoff: { type: 'exponential', delay: RETRY_MS },
          removeOnComplete: true,
          removeOnFail: false,
          stackTraceLimit: 1,
        },
      })),
    );
  };
  return {
    flush,
    async add(job: Job): Promise<void> {
      jobs.push(job);
      text += job.text?.length ?? 0;
      if (jobs.length >= MOST_JOBS || text >= MOST_TEXT) await flush();
    },
  };
}
