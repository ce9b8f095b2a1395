import { existsSync } from 'node:fs';
import {
  type BatchOutcome,
  type Counter,
  discard,
  entriesOf,
  failed,
  growing,
  type Outcome,
  partial,
  publish,
  refuseOtherThanFile,
  repeats,
  type Shape,
  writeEntries,
} from '../batch/index.js';
import { QueueError } from './error.js';
import { type ManifestEntry, readManifest } from './manifest.js';
import { type OpenRun, openRun } from './run.js';

export interface CollectOptions {
  /** The run's, as `enqueue` was given it. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  readonly onPolicy?: ((counter: Counter) => void) | undefined;
}

export interface Collected extends BatchOutcome {
  /** Ids of the first policies without a result; the summary counts all of them. */
  readonly missing: readonly string[];
}

const READ_AHEAD = 4;
const MOST_NAMED = 20;

/**
 * Hands the lines of all policies of a run to a function, in the order they were enqueued in: those that `batch` would have
 * written, as what only the order tells (which policy repeats which) is told here. A policy without a result gets a line with the error
 * "missing". Needs no Redis. Throws QueueError.
 */
export async function collect(
  options: CollectOptions,
  write: (line: string) => Promise<void>,
): Promise<Collected> {
  return collectFrom(await openRun(options.folder), options, write);
}

async function collectFrom(
  open: OpenRun,
  options: CollectOptions,
  write: (line: string) => Promise<void>,
): Promise<Collected> {
  const { folder, signal } = options;
  const { judge, setup } = open;
  const missing: string[] = [];
  const work = async (entry: ManifestEntry): Promise<Outcome> => {
    const outcome = await outcomeOf(entry, open);
    if (outcome.failure?.code === 'missing' && missing.length < MOST_NAMED) missing.push(entry.id);
    return outcome;
  };
  const entries = entriesOf(
    readManifest(folder),
    { work, close: async () => undefined },
    { lines: judge.lines, jobs: READ_AHEAD, skip: setup.skip, repeats: repeats(), before: 0, signal },
  );
  return { ...(await writeEntries(entries, judge.lines, options, write)), missing };
}

/** As `collect`, into a file that has its name when it is whole. Throws also BatchError where it cannot be written. */
export async function collectFile(
  out: string,
  { force = false, ...options }: CollectOptions & { readonly force?: boolean | undefined },
): Promise<Collected> {
  refuseOtherThanFile(out);
  if (existsSync(out) && !force)
    throw new QueueError(`"${out}" is there already; name another file, or write over it with --force`);
  const open = await openRun(options.folder);
  refuseOtherEnding(out, open.setup.shape);
  const file = growing(partial(out), 0);
  try {
    const collected = await collectFrom(open, options, async (line) => file.append(line)).finally(file.close);
    if (collected.end === 'done') publish([out]);
    return collected;
  } finally {
    discard([partial(out)]);
  }
}

/** Lines were made when policies were judged: a name that says otherwise would mislead whoever opens the file. */
function refuseOtherEnding(out: string, shape: Shape): void {
  const [made, ending, others] =
    shape === 'csv'
      ? ['CSV', '.csv', /\.(?:ndjson|jsonl|parquet|html)$/i]
      : ['NDJSON', '.ndjson', /\.(?:csv|parquet|html)$/i];
  if (others.test(out))
    throw new QueueError(
      `the run was enqueued with --shape ${shape}, which is ${made}; end "${out}" in ${ending}, or enqueue with another shape`,
    );
}

async function outcomeOf(entry: ManifestEntry, { judge, results }: OpenRun): Promise<Outcome> {
  if ('failure' in entry) return failed(entry.failure, judge.lines);
  const message = 'there is no result yet; `fineprint queue status` says why';
  return (await results.get(entry.key)) ?? failed({ code: 'missing', message }, judge.lines);
}
