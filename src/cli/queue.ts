import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { SHAPES, type Shape } from '../batch/index.js';
import { visible } from '../format/index.js';
import {
  collect,
  collectFile,
  DEFAULT_REDIS,
  enqueue,
  type QueueStatus,
  status,
  work,
} from '../queue/index.js';
import { checkInputs, describeJudging, type JudgingFlags, judgingOptions } from './batch.js';
import { counted, type SummaryForm, summaryAs, summaryForm, summaryLine } from './batch-summary.js';
import { EXIT, type ExitStatus, type Io, type LongIo, UsageError } from './io.js';
import { progressOf } from './progress.js';
import { jobs, seconds, wholeNumber } from './values.js';

interface RunFlags {
  readonly folder: string;
}

interface RedisFlags extends RunFlags {
  readonly redis: string;
}

export interface EnqueueFlags extends RedisFlags, JudgingFlags {
  readonly shape: Shape;
  readonly retries?: number;
}

export interface WorkFlags extends RedisFlags {
  readonly root?: string;
  readonly jobs: number | 'auto';
  readonly timeout?: number;
  readonly lock?: number;
  readonly untilEmpty?: boolean;
}

export interface CollectFlags extends RunFlags {
  readonly output: string;
  readonly force?: boolean;
  readonly summary: SummaryForm;
}

export interface StatusFlags extends RedisFlags {
  readonly format: 'stylish' | 'json';
}

const STDOUT = '-';
const MOST_RETRIES = 20;

/** Adds the commands of a queue over machines. `done` takes the exit status that a command comes to. */
export function describeQueue(
  queue: Command,
  inputFormat: Option,
  run: {
    enqueue(inputs: string[], flags: EnqueueFlags): Promise<void>;
    work(flags: WorkFlags): Promise<void>;
    collect(flags: CollectFlags): Promise<void>;
    status(flags: StatusFlags): Promise<void>;
  },
): void {
  queue.description('score policies on many machines, by Redis and a folder that all of them see');
  const of = (command: Command): Command =>
    command.requiredOption(
      '--folder <folder>',
      'where the run keeps its results; the same for all its commands',
    );
  const redis = (command: Command): Command =>
    of(command).addOption(
      new Option('--redis <url>', 'address of Redis').env('FINEPRINT_REDIS').default(DEFAULT_REDIS),
    );
  describeJudging(redis(queue.command('enqueue [inputs...]')))
    .description('put policies on the queue, named as for batch; again, for what failed or is missing')
    .addOption(
      new Option('--shape <name>', 'what a line of the output holds').choices(SHAPES).default('report'),
    )
    .option('--retries <number>', 'how often a policy is tried again (default: 3)', wholeNumber)
    .addOption(inputFormat)
    .action(run.enqueue);
  redis(queue.command('work'))
    .description('judge policies from the queue')
    .option('--root <folder>', 'what the folder that enqueue ran in is called here')
    .option('--jobs <number>', 'worker threads, or auto', jobs, 'auto')
    .option('--timeout <seconds>', 'most time for one policy', seconds)
    .option('--lock <seconds>', 'when policies of a killed worker are taken over (default: 30)', seconds)
    .option('--until-empty', 'end when nothing is left to do')
    .action(run.work);
  of(queue.command('collect'))
    .description('write the results in the order of the input, and say what is missing')
    .requiredOption('-o, --output <file>', 'what to write; - for standard output')
    .option('--force', 'write over what is there')
    .addOption(summaryForm())
    .action(run.collect);
  redis(queue.command('status'))
    .description('say how far a run is, and what failed for good')
    .addOption(
      new Option('--format <name>', 'how to print it').choices(['stylish', 'json']).default('stylish'),
    )
    .action(run.status);
}

export async function queueEnqueue(
  inputs: readonly string[],
  flags: EnqueueFlags,
  io: Io,
  long: LongIo,
): Promise<ExitStatus> {
  checkInputs(inputs, flags);
  const { folder, redis, shape, retries } = flags;
  if (retries !== undefined && retries > MOST_RETRIES)
    throw new UsageError(`--retries ${retries}: use 0 to ${MOST_RETRIES}`);
  const progress = progressOf(long);
  const options = await judgingOptions(flags, io, long);
  const { policies, jobs, failed, dropped } = await enqueue(inputs, {
    ...options,
    ...{ redis, shape, retries, folder: resolve(io.cwd, folder) },
    onPolicy: progress.show,
    onShare: progress.share,
  }).finally(progress.clear);
  io.err(`${counted(policies)}: ${jobs} on the queue${failed > 0 ? `, ${failed} failed` : ''}\n`);
  if (dropped > 0)
    io.err(
      `warning: ${dropped} that were enqueued before are not in this input, and will not be collected\n`,
    );
  if (!options.signal?.aborted) return failed > 0 ? EXIT.failed : EXIT.clean;
  io.err('stopped; the same command goes on\n');
  return EXIT.interrupted;
}

export async function queueWork(flags: WorkFlags, io: Io, long: LongIo): Promise<ExitStatus> {
  const { redis, timeout, lock, untilEmpty, root } = flags;
  const signal = long.interrupted();
  const progress = progressOf(long);
  let lost = false;
  const { done, failed } = await work({
    ...{ redis, timeout, lock, untilEmpty, signal, jobs: flags.jobs },
    folder: resolve(io.cwd, flags.folder),
    root: root === undefined ? undefined : resolve(io.cwd, root),
    onPolicy: ({ done, failed }) => {
      lost = false;
      progress.show({ policies: done, failed });
    },
    onLost: () => {
      if (!lost) io.err('Redis went away; waiting for it\n');
      lost = true;
    },
  }).finally(progress.clear);
  io.err(`${done} done${failed > 0 ? `, ${failed} tries failed` : ''}\n`);
  return signal.aborted ? EXIT.interrupted : EXIT.clean;
}

export async function queueCollect(flags: CollectFlags, io: Io, long: LongIo): Promise<ExitStatus> {
  const { output, force } = flags;
  const progress = progressOf(long);
  const options = {
    folder: resolve(io.cwd, flags.folder),
    signal: long.interrupted(),
    onPolicy: progress.show,
  };
  const { end, summary, missing } = await (output === STDOUT
    ? collect(options, (line) => long.out(line))
    : collectFile(resolve(io.cwd, output), { ...options, force })
  ).finally(progress.clear);
  io.err(`${summaryLine(summary)}\n`);
  const { missing: count = 0 } = summary.failures;
  if (count > 0)
    io.err(
      `${count} without a result: ${missing.map(visible).join(', ')}${count > missing.length ? ' …' : ''}\n`,
    );
  if (end === 'stopped') return EXIT.interrupted;
  if (output !== STDOUT) io.out(summaryAs(flags.summary, summary));
  return summary.failed > 0 ? EXIT.failed : EXIT.clean;
}

/** The exit status is 1 while results are missing. */
export async function queueStatus({ folder, redis, format }: StatusFlags, io: Io): Promise<ExitStatus> {
  const found = await status({ folder: resolve(io.cwd, folder), redis });
  io.out(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : table(found));
  return found.policies === null || found.missing > 0 ? EXIT.findings : EXIT.clean;
}

function table({ policies, deadCount, dead, failures, ...counts }: QueueStatus): string {
  const rows = Object.entries({ policies: policies ?? 'still being enqueued', ...counts, dead: deadCount });
  return [
    ...rows.map(([name, count]) => `${name.padEnd(10)}${count}`),
    ...[...failures, ...dead].map(({ id, error }) => `  ${visible(id)}: ${visible(error)}`),
    '',
  ].join('\n');
}
