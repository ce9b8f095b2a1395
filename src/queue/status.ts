import { hasManifest, readManifest } from './manifest.js';
import { connected } from './redis.js';
import { type OpenRun, openRun } from './run.js';

/** How far a run is. */
export interface QueueStatus {
  /** Null while `enqueue` has not ended. */
  readonly policies: number | null;
  /** Policies with a result; as many as could be read, in the end. */
  readonly results: number;
  /** Policies that could not be read when they were enqueued. */
  readonly failed: number;
  /** The first of these, with why. */
  readonly failures: readonly Named[];
  readonly missing: number;
  readonly waiting: number;
  readonly active: number;
  /** Tried again later. */
  readonly delayed: number;
  readonly deadCount: number;
  /** The first of those that failed for good, with why. Enqueueing again gives them another try. */
  readonly dead: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly error: string;
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
  return connected({ redis }, async ({ queueOf }) => {
    const queue = queueOf(run.id);
    const { waiting = 0, active = 0, delayed = 0, failed: deadCount = 0 } = await queue.getJobCounts();
    const dead = (await queue.getFailed(0, MOST_NAMED - 1)).map(({ id, data, failedReason }) => ({
      id: typeof data?.id === 'string' ? data.id : String(id),
      error: failedReason ?? '',
    }));
    const { policies, ...counts } = await progressIn(folder, results);
    const missing = policies - counts.results - counts.failed;
    const known = hasManifest(folder) ? policies : null;
    return { policies: known, ...counts, missing, waiting, active, delayed, deadCount, dead };
  });
}

/** Holds the results against the manifest. */
async function progressIn(
  folder: string,
  results: OpenRun['results'],
): Promise<Pick<QueueStatus, 'results' | 'failed' | 'failures'> & { policies: number }> {
  const failures: Named[] = [];
  const counts = { policies: 0, results: 0, failed: 0, failures };
  if (!hasManifest(folder)) return counts;
  for await (const entry of readManifest(folder)) {
    counts.policies++;
    if ('failure' in entry) {
      counts.failed++;
      if (failures.length < MOST_NAMED) failures.push({ id: entry.id, error: entry.failure.message });
    } else if (await results.get(entry.key)) counts.results++;
  }
  return counts;
}
