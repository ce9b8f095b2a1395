import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, win32 } from 'node:path';
import { format, visible } from '../format/index.js';
import { BASELINE_FILE, eachPolicy, writeBaseline } from '../node/index.js';
import {
  type Baseline,
  BaselineError,
  createBaseline,
  pruneBaseline,
  type Report,
  type SourceInput,
} from '../report/index.js';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.js';
import { type BaselineFile, baselineOf, createJudge, type JudgeFlags, nameIn } from './judge.js';
import { prepare, type Setup } from './setup.js';
import { describeError } from './values.js';

export interface BaselineFlags extends JudgeFlags {
  readonly baseline?: string;
  readonly inputFormat: NonNullable<SourceInput['format']>;
}

export interface BaselineCheckFlags extends BaselineFlags {
  readonly format: 'stylish' | 'json';
  readonly failOnStale?: boolean;
  readonly color?: boolean;
}

/** A baseline with the policies that a command holds against it. */
interface Work {
  readonly results: readonly { readonly report: Report; readonly text: string }[];
  /** Policies of the baseline that are no more. */
  readonly gone: readonly string[];
  /** Something could not be read, and was told. */
  readonly failed: boolean;
}

/** Takes down all findings of the policies named, or of those that are in the baseline; reasons of old entries are kept. */
export async function baselineWrite(
  paths: readonly string[],
  flags: BaselineFlags,
  io: Io,
): Promise<ExitStatus> {
  const setup = await prepare(flags, io);
  const file = await baselineOf(setup, flags, io);
  const { results, gone, failed } = await judged(paths, setup, { file, apply: false, flags }, io);
  if (failed) return EXIT.failed;
  const reports = results.map(({ report }) => report);
  const names = reports.map((report) => nameIn(file, report.source.path, io));
  const outside = names.find((name) => !isWithin(name, file, setup));
  if (outside !== undefined) {
    const message = `"${outside}" is outside the folders of the configuration and of "${file.name}"; put the baseline above its policies with --baseline`;
    throw new BaselineError(message);
  }
  const previous = file.held && without(file.held, gone);
  const nameOf = new Map(reports.map((report, i) => [report, names[i]]));
  const baseline = createBaseline(reports, { previous, pathOf: (report) => nameOf.get(report) });
  const changed = await writeBaseline(file.path, baseline, file.name);
  io.out(`${visible(file.name)}: ${sums(baseline)}${changed ? '' : ', as before'}\n`);
  if (flags.baseline === undefined && setup.config.baseline === undefined)
    io.err(`note: write "baseline: ${BASELINE_FILE}" into fineprint.config.yml to have it applied\n`);
  return EXIT.clean;
}

/** Tells what is found and not in the baseline, and what is in it and not found any more. */
export async function baselineCheck(
  paths: readonly string[],
  flags: BaselineCheckFlags,
  io: Io,
): Promise<ExitStatus> {
  const setup = await prepare(flags, io);
  const file = await existing(setup, flags, io);
  const { results, gone, failed } = await judged(paths, setup, { file, apply: true, flags }, io);
  const reports = results.map(({ report }) => report);
  const texts = new Map(results.map(({ report, text }) => [report, text]));
  if (flags.format === 'json') io.out(format(reports, 'json'));
  else if (reports.length > 0) {
    const color = flags.color ?? io.color;
    io.out(
      format(reports, 'stylish', {
        ...{ color, width: io.columns, profile: false, locale: setup.locale },
        rules: setup.options.extraRules,
        textOf: (report) => texts.get(report),
      }),
    );
  }
  for (const name of gone) io.err(`warning: "${visible(name)}" is gone; prune the baseline\n`);
  if (failed) return EXIT.failed;
  const isStale = ({ kind, code }: Report['suppressionProblems'][number]): boolean =>
    kind === 'baseline' && code === 'unused';
  const stale =
    gone.length > 0 || reports.some(({ suppressionProblems }) => suppressionProblems.some(isStale));
  const fresh = reports.some(({ findings }) => findings.length > 0);
  return fresh || (stale && flags.failOnStale) ? EXIT.findings : EXIT.clean;
}

/** Removes what is not found any more, and adds nothing. */
export async function baselinePrune(
  paths: readonly string[],
  flags: BaselineFlags,
  io: Io,
): Promise<ExitStatus> {
  const setup = await prepare(flags, io);
  const file = await existing(setup, flags, io);
  const { results, gone, failed } = await judged(paths, setup, { file, apply: true, flags }, io);
  if (failed) return EXIT.failed;
  const pathOf = ({ source }: Report): string => nameIn(file, source.path, io);
  const reports = results.map(({ report }) => report);
  const pruned = pruneBaseline(without(file.held, gone), reports, { pathOf });
  await writeBaseline(file.path, pruned, file.name);
  const removed = count(file.held) - count(pruned);
  io.out(`${visible(file.name)}: ${removed} removed, ${sums(pruned)} left\n`);
  return EXIT.clean;
}

async function existing(
  setup: Setup,
  flags: BaselineFlags,
  io: Io,
): Promise<BaselineFile & { readonly held: Baseline }> {
  const { held, ...file } = await baselineOf(setup, flags, io);
  if (!held)
    throw new UsageError(`no such baseline: "${file.name}"; write it with \`fineprint baseline write\``);
  return { ...file, held };
}

/** Judges the policies named, or those that the baseline holds. */
async function judged(
  paths: readonly string[],
  setup: Setup,
  { file, apply, flags }: { file: BaselineFile; apply: boolean; flags: BaselineFlags },
  io: Io,
): Promise<Work> {
  if (paths.includes('-')) throw new UsageError('a baseline is of files; name them instead of -');
  const { patterns, gone } =
    paths.length > 0 ? { patterns: paths, gone: [] } : await policiesIn(file, setup, io);
  // What the baseline holds and is not found is what is asked for here, whatever is told elsewhere.
  const asked = { ...flags, reportUnused: 'warning' as const };
  const judge = createJudge(setup, asked, io, { baseline: apply ? file : undefined });
  const results: { report: Report; text: string }[] = [];
  let failed = false;
  for await (const result of eachPolicy(patterns, judge, {
    cwd: io.cwd,
    ignore: setup.config.ignore ?? [],
    ignoreFrom: setup.folder,
    format: flags.inputFormat,
  })) {
    if ('error' in result) {
      if (result.error instanceof BaselineError) throw result.error;
      failed = true;
      io.err(`${describeError(result.error)}\n`);
    } else results.push(result);
  }
  for (const problem of judge.problems()) io.err(`warning: ${visible(problem)}\n`);
  return { results, gone, failed };
}

/** The files of a baseline's policies, and the names of those that are gone. None is looked for just anywhere. */
async function policiesIn(
  file: BaselineFile,
  setup: Setup,
  io: Io,
): Promise<{ patterns: string[]; gone: string[] }> {
  const { path, name, held } = file;
  if (!held)
    throw new UsageError(`"${name}" is not there yet; name the policies that it is to be written for`);
  const patterns: string[] = [];
  const gone: string[] = [];
  for (const { path: policy = '' } of held.policies) {
    if (!isWithin(policy, file, setup))
      throw new BaselineError(
        `${name}: "${policy}" is no file below the folders of the baseline or the configuration; remove it, or name the policies`,
      );
    const target = resolve(dirname(path), policy);
    const isGone = await stat(target).then(
      () => false,
      // What is there and may not be read is told when it is read.
      ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR',
    );
    if (isGone) gone.push(policy);
    else patterns.push(relative(io.cwd, target));
  }
  return { patterns, gone };
}

/** Whether a name in a baseline leads to a file below the folder of the baseline or of the configuration. */
function isWithin(policy: string, { path }: BaselineFile, { folder }: Setup): boolean {
  // Absolute on any system: a baseline is shared between them.
  if (policy === '' || win32.isAbsolute(policy)) return false;
  const target = resolve(dirname(path), policy);
  return [dirname(path), folder].some((above) => {
    const way = relative(above, target);
    return way !== '' && !/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way);
  });
}

function without(baseline: Baseline, gone: readonly string[]): Baseline {
  return { ...baseline, policies: baseline.policies.filter(({ path }) => !gone.includes(path ?? '')) };
}

function count({ policies }: Baseline): number {
  return policies.reduce((sum, { findings }) => sum + findings.length, 0);
}

function sums(baseline: Baseline): string {
  const [findings, policies] = [count(baseline), baseline.policies.length];
  return `${findings} finding${findings === 1 ? '' : 's'} of ${policies} polic${policies === 1 ? 'y' : 'ies'}`;
}
