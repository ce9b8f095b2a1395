import { type Command, Option } from 'commander';
import {
  BATCH_FORMATS,
  type BatchFormat,
  type BatchOptions,
  type BatchOutcome,
  type FileOptions,
  GATES,
  type Gate,
  SKIPPED,
  streamBatch,
  writeBatch,
} from '../batch/index.js';
import type { SourceInput } from '../report/index.js';
import { type SummaryForm, summaryAs, summaryForm, summaryLine } from './batch-summary.js';
import { EXIT, type ExitStatus, type Io, type LongIo, UsageError } from './io.js';
import { progressOf } from './progress.js';
import { prepare, type SetupFlags } from './setup.js';
import { jobs, list, repeat, seconds, wholeNumber } from './values.js';

/** What is asked for of each policy, whoever judges it. */
export interface JudgingFlags extends Omit<SetupFlags, 'include'> {
  readonly filesFrom?: string;
  readonly maxBytes?: number;
  readonly parser: 'native' | 'remark' | 'auto';
  readonly skip?: readonly string[];
  readonly include?: readonly string[];
  readonly details?: readonly string[];
  readonly profileOnly?: boolean;
  readonly ignoreSuppressions?: boolean;
  readonly inputFormat: NonNullable<SourceInput['format']>;
}

export interface BatchFlags extends JudgingFlags {
  readonly output: string;
  readonly format?: BatchFormat;
  readonly rows?: boolean;
  readonly jobs: number | 'auto';
  readonly timeout?: number;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly split?: number;
  readonly cache?: string;
  readonly pages?: boolean;
  readonly summary: SummaryForm;
}

/** Gives the command its description and options. */
export function describeBatch(command: Command): Command {
  command
    .description(
      'score many policies: files, folders, globs, NDJSON of {"id", "text" or "path"} (also gzipped), or - for NDJSON from standard input',
    )
    .requiredOption('-o, --output <file>', 'what to write; - for standard output, a line a policy')
    .addOption(
      new Option('--format <name>', 'what to write (default: by the ending of the file)').choices(
        BATCH_FORMATS,
      ),
    )
    .option('--rows', 'one short row a policy in place of its report (as --format rows)')
    .option('--jobs <number>', 'policies judged at once, each on a thread, or auto', jobs, 'auto')
    .option('--timeout <seconds>', 'most time for one policy', seconds)
    .option('--resume', 'go on with what an interrupted run left')
    .option('--force', 'write over what is there')
    .option('--split <number>', 'spread the policies over so many files', wholeNumber)
    .option('--pages', 'with an overview: write a page of each policy too, beside it, and link to them')
    .option('--cache <folder>', 'keep outcomes there and take them from there')
    .addOption(summaryForm());
  return describeJudging(command);
}

export function describeJudging(command: Command): Command {
  return command
    .option('--files-from <file>', 'read paths of policies from a file, one a line')
    .option('--max-bytes <number>', 'most bytes of one policy (default: 8388608)', wholeNumber)
    .addOption(
      new Option('--parser <name>', 'what parses Markdown; reports are equal')
        .choices(['auto', 'native', 'remark'])
        .default('auto'),
    )
    .option('--skip <gates>', `give these no report either: ${GATES.join(', ')}`, list)
    .option('--include <gates>', `give these a report too (skipped otherwise: ${SKIPPED.join(', ')})`, list)
    .option('--details <names>', 'add to the reports: clauses, cleared, sentences (commas between)', list)
    .option('--profile-only', 'answer the questions of the profile and apply no rules')
    .option('--ignore-suppressions', 'judge as if neither comments nor the configuration suppressed anything')
    .option('--preset <names>', 'rules to apply (default: recommended; commas between)', list)
    .option('--rule <id=severity>', 'error, warning, info or off for one rule (repeatable)', repeat)
    .option('--config <file>', 'configuration file; without it fineprint.config.yml is looked for upwards');
}

const STDOUT = '-';
const MOST_FILES = 1000;

/** Scores many policies. The exit status is 2 if any of them failed, 130 after Ctrl-C; findings do not matter to it. */
export async function batchCommand(
  inputs: readonly string[],
  flags: BatchFlags,
  io: Io,
  long: LongIo,
): Promise<ExitStatus> {
  checkInputs(inputs, flags);
  check(flags);
  const options = await optionsOf(flags, io, long);
  const progress = progressOf(long);
  const run = { ...options, onPolicy: progress.show, onShare: progress.share };
  const outcome = await (flags.output === STDOUT
    ? streamBatch(inputs, run, (line) => long.out(line))
    : writeBatch(inputs, run)
  ).finally(progress.clear);
  return close(outcome, flags, io);
}

/** Throws UsageError where no input is named, or standard input twice. */
export function checkInputs(inputs: readonly string[], { filesFrom }: JudgingFlags): void {
  if (inputs.length === 0 && filesFrom === undefined)
    throw new UsageError('name what to read: files, folders, globs, NDJSON, or - for standard input');
  if ([...inputs, filesFrom].filter((input) => input === '-').length > 1)
    throw new UsageError('standard input can be read once; name files for the rest');
}

function check({ output, split, resume, pages }: BatchFlags): void {
  if (split !== undefined && (split < 1 || split > MOST_FILES))
    throw new UsageError(`--split ${split}: use 1 to ${MOST_FILES}`);
  if (output === STDOUT && (resume || pages || split !== undefined))
    throw new UsageError('--resume, --pages and --split need files; name one with -o');
}

async function optionsOf(flags: BatchFlags, io: Io, long: LongIo): Promise<FileOptions> {
  const { timeout, cache, split, resume, force, pages, jobs, output } = flags;
  return {
    ...(await judgingOptions(flags, io, long)),
    ...{ timeout, cache, split, resume, force, pages, jobs },
    out: output,
    output: formatOf(flags),
  };
}

/** What the configuration and the command line say of how policies are found and judged. */
export async function judgingOptions(flags: JudgingFlags, io: Io, long: LongIo): Promise<BatchOptions> {
  // A configuration says what reports hold; --include speaks of gates here.
  const { include: _, details, ...setup } = flags;
  const { config, folder, asked } = await prepare(details ? { ...setup, include: details } : setup, io);
  const { presets, rules, extraRules, extraLexicons, include } = asked;
  const { ignoreSuppressions: ignoreDirectives, filesFrom, maxBytes, parser, profileOnly } = flags;
  return {
    ...{ presets, rules, extraRules, extraLexicons, include, profileOnly, ignoreDirectives },
    ...{ filesFrom, maxBytes, parser },
    config: ignoreDirectives ? { ...config, suppress: [] } : config,
    configFolder: folder,
    today: io.today,
    cwd: io.cwd,
    ignore: config.ignore ?? [],
    ignoreFrom: folder,
    format: flags.inputFormat,
    // Checked by the batch, which knows the names.
    skip: flags.skip as readonly Gate[] | undefined,
    includeGates: flags.include as readonly Gate[] | undefined,
    stdin: () => long.stdin(),
    signal: long.interrupted(),
  };
}

/** What a file of an ending holds; of others the format is to be said. */
const ENDINGS: Readonly<Record<string, BatchFormat | undefined>> = {
  ndjson: undefined,
  jsonl: undefined,
  json: undefined,
  txt: undefined,
  csv: 'csv',
  parquet: 'parquet',
  html: 'html',
};

function formatOf({ format, rows, output }: BatchFlags): BatchFormat {
  const ending = /[^/\\]\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase();
  if (ending !== undefined && !Object.hasOwn(ENDINGS, ending) && !format)
    throw new UsageError(
      `"${output}": no format goes by ".${ending}"; end it in ${Object.keys(ENDINGS)
        .map((name) => `.${name}`)
        .join(', ')}, or say which by --format`,
    );
  const chosen = format ?? ENDINGS[ending ?? ''] ?? (rows ? 'rows' : 'ndjson');
  if ((chosen === 'parquet' || chosen === 'html') && output === STDOUT)
    throw new UsageError(`--format ${chosen} is written to a file; name one with -o`);
  return chosen;
}

function close({ end, summary }: BatchOutcome, { output, summary: form }: BatchFlags, io: Io): ExitStatus {
  if (end === 'complete') {
    io.err(`"${output}" is whole already; there is nothing to resume\n`);
    return EXIT.clean;
  }
  io.err(`${summaryLine(summary)}\n`);
  if (summary.failed > 0 && output !== STDOUT)
    io.err('why a policy failed stands beside it in the output, as its error\n');
  if (end === 'stopped') {
    if (output !== STDOUT) io.err('stopped; the same command with --resume goes on\n');
    return EXIT.interrupted;
  }
  // Standard output holds the policies themselves where it is the output.
  if (output !== STDOUT) io.out(summaryAs(form, summary));
  return summary.failed > 0 ? EXIT.failed : EXIT.clean;
}
