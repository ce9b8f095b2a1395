import { Command, CommanderError, Option } from 'commander';
import { COMPARISON_FORMATS, FORMATS } from '../format/index.js';
import { LOCALES } from '../locale/index.js';
import { VERSION } from '../report/index.js';
import { type AnalyzeFlags, analyzeCommand, THRESHOLDS } from './analyze.js';
import {
  type BaselineCheckFlags,
  type BaselineFlags,
  baselineCheck,
  baselinePrune,
  baselineWrite,
} from './baseline.js';
import { type BatchFlags, batchCommand, describeBatch } from './batch.js';
import { type DiffFlags, diffCommand, FAIL_ON } from './diff.js';
import { DOCS_FORMATS, type DocsFlags, rulesDocs } from './docs.js';
import { type ExplainFlags, explainCommand } from './explain.js';
import { EXIT, type ExitStatus, type Io, type LongIo } from './io.js';
import { LOG_FORMATS, type LogFlags, logCommand } from './log.js';
import { type OutputFlags, outputTo } from './output.js';
import { PARITY_FAIL_ON, PARITY_FORMATS, type ParityFlags, parityCommand } from './parity.js';
import { describeQueue, queueCollect, queueEnqueue, queueStatus, queueWork } from './queue.js';
import { type ConfigFlag, listRules, rulesCheck, rulesTest } from './rules.js';
import { type TextFlags, textCommand } from './text.js';
import { describeError, list, repeat, wholeNumber } from './values.js';

/** Runs one command line (without node and script) and returns the exit status; writes only through `io`. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.clean;
  const done = async (work: Promise<ExitStatus> | ExitStatus): Promise<void> => {
    status = await work;
  };
  const program = createProgram(io, done);
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    io.err(`${describeError(error)}\n`);
    return EXIT.failed;
  }
}

const OUTPUT = 'write the result to a file instead';

type Done = (work: Promise<ExitStatus> | ExitStatus) => Promise<void>;

function createProgram(io: Io, done: Done): Command {
  const program = new Command('fineprint')
    .description(
      'Finds vague and one-sided clauses in privacy policies. It reads texts; it gives no legal advice.',
    )
    .version(VERSION)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .argument('[files...]', 'policies: files, folders, globs, or - for standard input')
    .addOption(
      new Option('--format <name>', 'how to print the result')
        .choices([...FORMATS, 'html'])
        .default('stylish'),
    )
    .option('-o, --output <file>', OUTPUT)
    .option('--profile', 'show the profile in stylish output (default: with one policy)')
    .option('--no-profile', 'do not show it')
    .option('--profile-only', 'answer the questions of the profile and apply no rules')
    .option('--include <names>', 'add to the result: clauses, cleared, sentences (commas between)', list)
    .addOption(
      new Option(
        '--fail-on <severity>',
        'least severity that makes the exit status 1 (default: warning)',
      ).choices(THRESHOLDS),
    )
    .option('--max-warnings <number>', 'let so many warnings pass', wholeNumber)
    .option('--preset <names>', 'rules to apply (default: recommended; commas between)', list)
    .option('--rule <id=severity>', 'error, warning, info or off for one rule (repeatable)', repeat)
    .option('--config <file>', 'configuration file; without it fineprint.config.yml is looked for upwards')
    .option('--baseline <file>', 'findings that are known and let pass')
    .option('--no-baseline', 'apply no baseline, whatever the configuration names')
    .option(
      '--ignore-suppressions',
      'show also what comments, the configuration or a baseline suppress, and judge by it',
    )
    .addOption(
      new Option(
        '--report-unused <how>',
        'what suppressions that are not needed or do not count are (default: warning)',
      ).choices(['off', 'warning', 'error']),
    )
    .addOption(inputFormat())
    .addOption(localeOption())
    .option('--color', 'colour the result')
    .option('--no-color', 'do not colour the result')
    .action((files: string[], flags: AnalyzeFlags & OutputFlags) =>
      done(outputTo(flags, files, io, (to) => analyzeCommand(files, flags, to))),
    );

  if (io.long) longCommands(program, done, io, io.long);

  program
    .command('text <file>')
    .description('print a policy as it was read: its blocks as plain text')
    .addOption(new Option('--format <name>', 'how to print it').choices(['plain', 'ndjson']).default('plain'))
    .addOption(inputFormat())
    .action((file: string, flags: TextFlags) => done(textCommand(file, flags, io)));

  program
    .command('explain <rule-or-place>')
    .description(
      'say what a rule looks for and why, or what was read at policy.md:12 and which rules looked at it',
    )
    .option('--preset <names>', 'rules that look at a place (default: recommended; commas between)', list)
    .option('--config <file>', 'configuration file that names further rules')
    .addOption(localeOption())
    .action((what: string, flags: ExplainFlags) => done(explainCommand(what, flags, io)));

  comparing(program.command('diff <old> <new>'), [...COMPARISON_FORMATS, 'html'])
    .description(
      'say what a later revision means for people: two files, or revisions in git (HEAD~1:privacy.md privacy.md)',
    )
    .addOption(
      new Option(
        '--fail-on <change>',
        'what makes the exit status 1: worse is anything that got worse, any is any change of words',
      )
        .choices(FAIL_ON)
        .default('worse'),
    )
    .action((before: string, after: string, flags: DiffFlags & OutputFlags) =>
      done(outputTo(flags, [before, after], io, (to) => diffCommand([before, after], flags, to))),
    );

  comparing(program.command('log <file>'), LOG_FORMATS)
    .description('list the revisions of a policy in its git history, each with what it changed')
    .option('--max-count <number>', 'only so many of the newest', wholeNumber)
    .action((file: string, flags: LogFlags & OutputFlags) =>
      done(outputTo(flags, [file], io, (to) => logCommand(file, flags, to))),
    );

  program
    .command('parity <first> <second>')
    .description(
      'say what one language version of a policy says and the other does not (English and Chinese)',
    )
    .addOption(
      new Option('--format <name>', 'how to print the result').choices(PARITY_FORMATS).default('stylish'),
    )
    .option('-o, --output <file>', OUTPUT)
    .addOption(
      new Option('--fail-on <what>', 'what makes the exit status 1: any difference, or never')
        .choices(PARITY_FAIL_ON)
        .default('any'),
    )
    .option('--config <file>', 'configuration file; without it fineprint.config.yml is looked for upwards')
    .addOption(inputFormat())
    .addOption(localeOption())
    .option('--color', 'colour the result')
    .option('--no-color', 'do not colour the result')
    .action((first: string, second: string, flags: ParityFlags & OutputFlags) =>
      done(outputTo(flags, [first, second], io, (to) => parityCommand([first, second], flags, to))),
    );

  baselineCommands(program, done, io);
  const rules = program.command('rules').description('list, check or test rules');
  rules
    .command('list')
    .description('list the rules, with the severity they have and "off" for those that are not on')
    .option('--preset <names>', 'rules that are on (default: recommended; commas between)', list)
    .option('--config <file>', 'configuration file that names further rules')
    .addOption(localeOption())
    .action((flags: ConfigFlag) => done(listRules(flags, io)));
  rules
    .command('check [folder]')
    .description('check the rules and lexicons of a folder, or the built-in ones')
    .action((folder: string | undefined) => done(rulesCheck(folder, io)));
  rules
    .command('test <folder>')
    .description("run the examples of a folder's rules")
    .action((folder: string) => done(rulesTest(folder, io)));
  rules
    .command('docs <folder>')
    .description('write a page for each rule of a folder, and an index')
    .addOption(
      new Option('--format <name>', 'markdown, or html: a site to search, with the examples marked')
        .choices(DOCS_FORMATS)
        .default('markdown'),
    )
    .option('-o, --output <folder>', 'where to write them (default: the folder itself)')
    .option('--check', 'write nothing; the exit status is 1 if a page is not current')
    .action((folder: string, flags: DocsFlags) => done(rulesDocs(folder, flags, io)));
  return program;
}

function longCommands(program: Command, done: Done, io: Io, long: LongIo): void {
  describeBatch(program.command('batch [inputs...]'))
    .addOption(inputFormat())
    .action((inputs: string[], flags: BatchFlags) => done(batchCommand(inputs, flags, io, long)));
  describeQueue(program.command('queue'), inputFormat(), {
    enqueue: (inputs, flags) => done(queueEnqueue(inputs, flags, io, long)),
    work: (flags) => done(queueWork(flags, io, long)),
    collect: (flags) => done(queueCollect(flags, io, long)),
    status: (flags) => done(queueStatus(flags, io)),
  });
}

function baselineCommands(program: Command, done: Done, io: Io): void {
  const baseline = program
    .command('baseline')
    .description('take down the findings there are, so that only new ones are reported');
  const judging = (command: Command): Command =>
    command
      .argument('[files...]', 'policies: files, folders, globs (default: those in the baseline)')
      .option(
        '--baseline <file>',
        'the baseline (default: what the configuration names, or fineprint.baseline.json beside it)',
      )
      .option('--preset <names>', 'rules to apply (default: recommended; commas between)', list)
      .option('--rule <id=severity>', 'error, warning, info or off for one rule (repeatable)', repeat)
      .option('--config <file>', 'configuration file; without it fineprint.config.yml is looked for upwards')
      .addOption(inputFormat());
  judging(baseline.command('write'))
    .description('write what is found now; reasons and last days of entries that stay are kept')
    .action((files: string[], flags: BaselineFlags) => done(baselineWrite(files, flags, io)));
  judging(baseline.command('check'))
    .description('show what is not in the baseline (exit status 1), and entries that are not found any more')
    .addOption(
      new Option('--format <name>', 'how to print the result')
        .choices(['stylish', 'json'])
        .default('stylish'),
    )
    .addOption(localeOption())
    .option('--fail-on-stale', 'exit status 1 also for entries that are not found any more')
    .option('--color', 'colour the result')
    .option('--no-color', 'do not colour the result')
    .action((files: string[], flags: BaselineCheckFlags) => done(baselineCheck(files, flags, io)));
  judging(baseline.command('prune'))
    .description('remove entries that are not found any more, and add none')
    .action((files: string[], flags: BaselineFlags) => done(baselinePrune(files, flags, io)));
}

/** The options of both commands that compare. */
function comparing(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('--format <name>', 'how to print the result').choices(formats).default('stylish'))
    .option('-o, --output <file>', OUTPUT)
    .option('--preset <names>', 'rules to apply (default: recommended; commas between)', list)
    .option('--rule <id=severity>', 'error, warning, info or off for one rule (repeatable)', repeat)
    .option('--config <file>', 'configuration file; without it fineprint.config.yml is looked for upwards')
    .addOption(inputFormat())
    .addOption(localeOption())
    .option('--color', 'colour the result')
    .option('--no-color', 'do not colour the result');
}

/** Not by the environment: two machines with one command line print the same. */
function localeOption(): Option {
  return new Option(
    '--locale <language>',
    'language of messages, whatever that of the policies (default: en)',
  ).choices(LOCALES);
}

function inputFormat(): Option {
  return new Option('--input-format <name>', 'what the policies are written in')
    .choices(['auto', 'markdown', 'html', 'text'])
    .default('auto');
}
