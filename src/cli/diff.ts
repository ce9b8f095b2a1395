import { type Comparison, ComparisonError, compare } from '../compare/index.js';
import { type COMPARISON_FORMATS, format } from '../format/index.js';
import type { Locale } from '../locale/index.js';
import { decodeSource, type Judge, pathOfRevision, readRevision } from '../node/index.js';
import type { AnalyzerOptions, SourceInput } from '../report/index.js';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.js';
import { createJudge } from './judge.js';
import { pageOfComparison } from './page.js';
import { prepare, type SetupFlags } from './setup.js';

export const FAIL_ON = ['worse', 'introduced', 'any', 'never'] as const;
type FailOn = (typeof FAIL_ON)[number];

export interface DiffFlags extends SetupFlags {
  readonly format: (typeof COMPARISON_FORMATS)[number] | 'html';
  readonly failOn: FailOn;
  readonly inputFormat: NonNullable<SourceInput['format']>;
  readonly color?: boolean;
}

const STDIN = '-';

/** Compares two revisions of a policy, files or revisions in git ("HEAD~1:privacy.md"), and prints what changed. */
export async function diffCommand(
  names: readonly [before: string, after: string],
  flags: DiffFlags,
  io: Io,
): Promise<ExitStatus> {
  if (names[0] === STDIN && names[1] === STDIN)
    throw new UsageError('standard input can be one of the two revisions; name a file for the other');
  const { judge, rules, locale } = await comparing(await pathOfRevision(names[1], io), flags, io);
  const before = await read(names[0], flags.inputFormat, io);
  const after = await read(names[1], flags.inputFormat, io);
  const comparison = compare(judge.analyze(before), judge.analyze(after));
  io.out(
    flags.format === 'html'
      ? await pageOfComparison({ comparison, rules, locale }, before, after)
      : format(comparison, flags.format, {
          ...{ rules, locale, width: io.columns },
          color: flags.color ?? io.color,
        }),
  );
  return fails(comparison, flags.failOn) ? EXIT.findings : EXIT.clean;
}

/**
 * A judge whose reports hold all that a comparison looks at. All revisions are judged as the configuration has it for the one
 * named: different rules would find differences of their own.
 */
export async function comparing(path: string, flags: SetupFlags, io: Io): Promise<Comparing> {
  const include = ['clauses', 'cleared', 'sentences'] as const;
  const setup = await prepare(flags, io);
  const judge = createJudge(setup, flags, io, { include, as: path });
  return { judge, rules: setup.options.extraRules, locale: setup.locale };
}

/** What revisions are judged by, and whom they are told to. */
interface Comparing {
  readonly judge: Judge;
  readonly rules: AnalyzerOptions['extraRules'];
  readonly locale: Locale;
}

async function read(name: string, inputFormat: DiffFlags['inputFormat'], io: Io): Promise<SourceInput> {
  if (name === STDIN) return decodeSource(await io.stdin(), '<stdin>', inputFormat);
  return readRevision(name, { cwd: io.cwd, format: inputFormat });
}

/** Whether a comparison shows what is not to pass. "worse" is anything that got worse, whatever else got better. */
function fails({ verdict, findings, profile, clauses, sentences }: Comparison, failOn: FailOn): boolean {
  switch (failOn) {
    case 'worse':
      return verdict === 'worse' || verdict === 'mixed';
    case 'introduced':
      return findings.introduced.length > 0;
    case 'any':
      return [
        ...[findings.introduced, findings.resolved, findings.reworded, profile],
        ...[clauses.added, clauses.removed, clauses.changed, clauses.reworded],
        ...(sentences ? [sentences.added, sentences.removed, sentences.reworded] : []),
      ].some((list) => list.length > 0);
    case 'never':
      return false;
  }
}

/** The message of a comparison that cannot be made; other errors are thrown on. */
export function whyNot(error: unknown): string {
  if (error instanceof ComparisonError) return error.message;
  throw error;
}
