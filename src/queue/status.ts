import { hasManifest, readManifest } from './manifest.js';
import { connect } from './redis.js';
import { openRun } from './run.js';

/** How far a run is. */
export interface QueueStatus {
  /** Null while `enqueue` has not ended. */
  readonly policies: number | null;
  /** Policies with a result; as many as could be read, in the end. */
  readonly results: number;
  /** Policies that could not be read when they were enqueued. */
  readonly failed: number;
  readonly missing: number;
  readonly waiting: number;
  readonly active: number;
  /** Tried again later. */
  readonly delayed: number;
  readonly deadCount: number;
  /** The first of those that failed for good, with why. Enqueueing again gives them another try. */
  readonly dead: readonly { readonly id: string; readonly error: string }[];
}

const MOST_NAMED = 100;

/** Compares the results of a run with its policies, and asks Redis for what is left. Throws QueueError. */
export async function status({
  folder,
  redis,
}: {
  folder: string;
  redis?: string | undefined;
}): Promise<QueueStatus> {
  const { run, results } = await openRun(folder);
  const connection = await connect({ redis });
  try {
    const { name, options } = connection.place(run.id);
    const queue = new connection.bullmq.Queue(name, options);
    const { waiting = 0, active = 0, delayed = 0, failed: deadCount = 0 } = await queue.getJobCounts();
    const dead = (await queue.getFailed(0, MOST_NAMED - 1)).map(({ id, data, failedReason }) => ({
      id: typeof data?.id === 'string' ? data.id : String(id),
      error: failedReason ?? '',
    }));
    const counts = { policies: 0, results: 0, failed: 0 };
    if (hasManifest(folder)) {
      for await (const entry of readManifest(folder)) {
        counts.policies++;
        if ('failure' in entry) counts.failed++;
        else if (await results.get(entry.key)) counts.results++;
      }
    }
    const missing = counts.policies - counts.results - counts.failed;
    const policies = hasManifest(folder) ? counts.policies : null;
    return { ...counts, policies, missing, waiting, active, delayed, deadCount, dead };
  } finally {
    connection.close();
  }
}
