import { Command, CommanderError, Option } from 'commander';
import { FORMATS } from '../format/index.js';
import { VERSION } from '../report/index.js';
import { type AnalyzeFlags, analyzeCommand } from './analyze.js';
import { EXIT, type ExitStatus, type Io } from './io.js';
import { explainRule, listRules, rulesCheck, rulesTest } from './rules.js';
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
    .addOption(new Option('--format <name>', 'how to print the result').choices(FORMATS).default('stylish'))
    .option('--profile', 'show the profile in stylish output (default: with one policy)')
    .option('--no-profile', 'do not show it')
    .option('--profile-only', 'answer the questions of the profile and apply no rules')
    .option('--include <names>', 'add to the result: clauses, cleared (commas between)', list)
    .addOption(
      new Option(
        '--fail-on <severity>',
        'least severity that makes the exit status 1 (default: warning)',
      ).choices(['error', 'warning', 'info', 'never']),
    )
    .option('--max-warnings <number>', 'let so many warnings pass', wholeNumber)
    .option('--rule <id=severity>', 'error, warning, info or off for one rule (repeatable)', repeat)
    .option('--config <file>', 'configuration file; without it fineprint.config.yml is looked for upwards')
    .addOption(inputFormat())
    .option('--color', 'colour the result')
    .option('--no-color', 'do not colour the result')
    .action((files: string[], flags: AnalyzeFlags) => done(analyzeCommand(files, flags, io)));

  program
    .command('text <file>')
    .description('print a policy as it was read: its blocks as plain text')
    .addOption(new Option('--format <name>', 'how to print it').choices(['plain', 'ndjson']).default('plain'))
    .addOption(inputFormat())
    .action((file: string, flags: TextFlags) => done(textCommand(file, flags, io)));

  program
    .command('explain <rule>')
    .description('say what a rule looks for, why, and what would answer it')
    .option('--config <file>', 'configuration file that names further rules')
    .action((id: string, flags: { config?: string }) => done(explainRule(id, flags, io)));

  const rules = program.command('rules').description('list, check or test rules');
  rules
    .command('list')
    .description('list the rules')
    .option('--config <file>', 'configuration file that names further rules')
    .action((flags: { config?: string }) => done(listRules(flags, io)));
  rules
    .command('check [folder]')
    .description('check the rules and lexicons of a folder, or the built-in ones')
    .action((folder: string | undefined) => done(rulesCheck(folder, io)));
  rules
    .command('test <folder>')
    .description("run the examples of a folder's rules")
    .action((folder: string) => done(rulesTest(folder, io)));
  return program;
}

function inputFormat(): Option {
  return new Option('--input-format <name>', 'what the policies are written in')
    .choices(['auto', 'markdown', 'html', 'text'])
    .default('auto');
}
