import { type FormatName, format, visible } from '../format/index.js';
import type { Locale } from '../locale/index.js';
import {
  decodeSource,
  eachPolicy,
  type FileFailure,
  type FileReport,
  type FindOptions,
  type Judge,
} from '../node/index.js';
import { type AnalyzerOptions, BaselineError, type Report, type SourceInput } from '../report/index.js';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.js';
import { type BaselineFile, baselineOf, createJudge, type JudgeFlags } from './judge.js';
import { checkOutput, type OutputFlags } from './output.js';
import { pageOfReports } from './page.js';
import { prepare, type Setup } from './setup.js';
import { describeError } from './values.js';

export interface AnalyzeFlags extends JudgeFlags {
  readonly format: FormatName | 'html';
  readonly failOn?: Threshold;
  readonly maxWarnings?: number;
  readonly inputFormat: NonNullable<SourceInput['format']>;
  readonly color?: boolean;
  readonly profile?: boolean;
  readonly profileOnly?: boolean;
}

/** The least severity that fails. */
export const THRESHOLDS = ['error', 'warning', 'info', 'never'] as const;
type Threshold = (typeof THRESHOLDS)[number];

const STDIN = '-';

/** Analyzes the policies named and prints one result; what cannot be analyzed goes to stderr and makes the status 2. */
export async function analyzeCommand(
  files: readonly string[],
  flags: AnalyzeFlags & OutputFlags,
  io: Io,
): Promise<ExitStatus> {
  if (files.length === 0) {
    throw new UsageError(
      'name a policy: a file, a folder, a glob, or - for standard input; --help says more',
    );
  }
  const setup = await prepare(flags, io);
  const { config, folder, options, locale } = setup;
  const include =
    flags.format === 'claims' ? ([...(options.include ?? []), 'clauses'] as const) : options.include;
  const { profileOnly } = flags;
  const judge = createJudge(setup, flags, io, {
    baseline: await baselineAskedFor(setup, flags, io),
    include,
    profileOnly,
  });
  const ignore = config.ignore ?? [];
  const results: FileReport[] = [];
  const failures: FileFailure[] = [];
  for await (const result of eachInput(
    files,
    judge,
    { cwd: io.cwd, ignore, ignoreFrom: folder, format: flags.inputFormat },
    io,
  )) {
    if ('error' in result) {
      // What is wrong with the baseline is so for every policy.
      if (result.error instanceof BaselineError) throw result.error;
      failures.push(result);
      io.err(`${describeError(result.error)}\n`);
    } else if (isLines(flags.format)) {
      io.out(format(result.report, flags.format));
      results.push({ ...result, text: '' });
    } else {
      results.push(result);
    }
  }
  // Folders and globs say only here which policies they hold.
  await checkOutput(
    flags,
    [...results, ...failures].map(({ path }) => path),
    io,
  );
  const reports = results.map(({ report }) => report);
  const found = { results, reports, failures, rules: options.extraRules, locale };
  io.out(
    flags.format === 'html'
      ? await pageOfReports(results, found)
      : printed(files, { ...flags, format: flags.format }, found, io),
  );
  const problems = judge.problems();
  for (const problem of problems) io.err(`warning: ${visible(problem)}\n`);
  if (failures.length > 0) return EXIT.failed;
  const unsound = problems.length > 0 || reports.some(({ suppressionProblems: { length } }) => length > 0);
  if (unsound && (flags.reportUnused ?? config.reportUnused) === 'error') return EXIT.findings;
  return fails(reports, flags.failOn ?? config.failOn ?? 'warning', flags.maxWarnings ?? config.maxWarnings)
    ? EXIT.findings
    : EXIT.clean;
}

interface Results {
  readonly results: readonly FileReport[];
  readonly reports: readonly Report[];
  readonly failures: readonly FileFailure[];
  readonly rules: AnalyzerOptions['extraRules'];
  readonly locale: Locale;
}

/** All results at once, in the formats that are not printed policy by policy. */
function printed(
  files: readonly string[],
  flags: AnalyzeFlags & { readonly format: FormatName },
  { results, reports, failures, rules, locale }: Results,
  io: Io,
): string {
  if (isLines(flags.format)) return '';
  if (flags.format === 'json') {
    if (reports.length === 0 && files.length === 1) return '';
    return format(isSingle(files, reports) ? (reports[0] as Report) : reports, 'json');
  }
  if (flags.format !== 'stylish') return format(reports, flags.format, { failures, rules, locale });
  if (reports.length === 0) return '';
  const texts = new Map(results.map(({ report, text }) => [report, text]));
  return format(reports, 'stylish', {
    rules,
    locale,
    color: flags.color ?? io.color,
    width: io.columns,
    profile: flags.profileOnly ? 'only' : flags.profile,
    textOf: (report) => texts.get(report),
  });
}

/** The baseline that the command line or the configuration names, which must be there then. */
async function baselineAskedFor(
  setup: Setup,
  flags: AnalyzeFlags,
  io: Io,
): Promise<BaselineFile | undefined> {
  const { baseline = setup.config.baseline } = flags;
  if (!baseline || flags.ignoreSuppressions) return undefined;
  const file = await baselineOf(setup, flags, io);
  if (!file.held)
    throw new UsageError(`no such baseline: "${file.name}"; write it with \`fineprint baseline write\``);
  return file;
}

/** Formats that are printed policy by policy. */
function isLines(format: AnalyzeFlags['format']): format is 'ndjson' | 'claims' {
  return format === 'ndjson' || format === 'claims';
}

/** One file named outright gives one report, all else an array, so that the shape follows from the command line alone. */
function isSingle(files: readonly string[], reports: readonly Report[]): boolean {
  const path = reports[0]?.source.path;
  return (
    files.length === 1 &&
    reports.length === 1 &&
    (files[0] === STDIN || files[0]?.replaceAll('\\', '/') === path)
  );
}

async function* eachInput(
  files: readonly string[],
  judge: Judge,
  options: FindOptions & { format: NonNullable<SourceInput['format']> },
  io: Io,
): AsyncGenerator<FileReport | FileFailure> {
  if (files.includes(STDIN)) yield await fromStdin(judge, options.format, io);
  yield* eachPolicy(
    files.filter((file) => file !== STDIN),
    judge,
    options,
  );
}

async function fromStdin(
  judge: Judge,
  inputFormat: NonNullable<SourceInput['format']>,
  io: Io,
): Promise<FileReport | FileFailure> {
  const path = '<stdin>';
  try {
    const input = decodeSource(await io.stdin(), path, inputFormat);
    return { path, text: input.text, report: judge.analyze(input) };
  } catch (cause) {
    return { path, error: cause as Error };
  }
}

const RANK = { info: 0, warning: 1, error: 2, never: 3 } as const;

/** Whether the findings reach the threshold. A number of warnings to let pass replaces the threshold for warnings. */
function fails(reports: readonly Report[], failOn: Threshold, maxWarnings: number | undefined): boolean {
  const findings = reports.flatMap((report) => report.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (maxWarnings !== undefined && warnings > maxWarnings) return true;
  return findings.some(
    ({ severity }) => RANK[severity] >= RANK[failOn] && (severity !== 'warning' || maxWarnings === undefined),
  );
}
