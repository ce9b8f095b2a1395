import { dirname, relative, resolve, sep } from 'node:path';
import { analyzersBy, type Config, suppressionsFor } from '../config/index.js';
import { BASELINE_FILE, type Judge, loadBaseline } from '../node/index.js';
import {
  type Analyzer,
  type AnalyzerOptions,
  applyBaseline,
  applySuppressions,
  type Baseline,
  BaselineError,
  type ConfigSuppression,
  isOver,
  type Report,
  type SourceInput,
  withoutUnused,
} from '../report/index.js';
import { selects } from '../ruleset/index.js';
import type { Io } from './io.js';
import { problemIn, type Setup, type SetupFlags } from './setup.js';

export interface JudgeFlags extends SetupFlags {
  /** A file, or false for none whatever the configuration says. */
  readonly baseline?: string | false;
  readonly ignoreSuppressions?: boolean;
  readonly reportUnused?: NonNullable<Config['reportUnused']>;
}

/** A baseline's file and what it holds; nothing if there is no such file. */
export interface BaselineFile {
  readonly path: string;
  /** The path as errors and results tell it. */
  readonly name: string;
  readonly held: Baseline | undefined;
}

/** Judges policies by all that configuration and command line say of each: overrides, suppressions, the baseline. */
export interface PolicyJudge extends Judge {
  /** The analyzer for a policy, by its path from where the command runs. */
  analyzerFor(path: string | undefined): Analyzer;
  /** Entries of the configuration's `suppress` that are over or, of all that was judged, suppress nothing, with their places. */
  problems(): string[];
}

/** The baseline that a command line or else a configuration names. */
export async function baselineOf(
  { config, folder }: Setup,
  { baseline }: JudgeFlags,
  io: Io,
): Promise<BaselineFile> {
  const path =
    typeof baseline === 'string'
      ? resolve(io.cwd, baseline)
      : resolve(folder, config.baseline ?? BASELINE_FILE);
  const name = typeof baseline === 'string' ? baseline : slashed(relative(io.cwd, path));
  return { path, name, held: await loadBaseline(path, name) };
}

/** What a policy is called in a baseline. */
export function nameIn({ path }: Pick<BaselineFile, 'path'>, policy: string | undefined, io: Io): string {
  return slashed(relative(dirname(path), resolve(io.cwd, policy ?? '')));
}

interface JudgeOptions extends Pick<AnalyzerOptions, 'include' | 'profileOnly'> {
  /** Applied if it is given; whether one is asked for is for the command to say. */
  readonly baseline?: BaselineFile | undefined;
  /** The path that all policies are judged as, such as that of a later revision. */
  readonly as?: string | undefined;
}

export function createJudge(
  setup: Setup,
  flags: JudgeFlags,
  io: Io,
  { baseline, as, ...more }: JudgeOptions,
): PolicyJudge {
  const { config, folder } = setup;
  const reportUnused = flags.reportUnused ?? config.reportUnused ?? 'warning';
  const analyzers = analyzersBy(config, { ...setup.asked, ...withSuppressions(flags, io), ...more });
  const pathFrom = (path: string | undefined): string =>
    slashed(relative(folder, resolve(io.cwd, path ?? '')));
  const analyzerFor = (path: string | undefined): Analyzer => analyzers(pathFrom(path));
  // Options that cannot be followed are told once, and not for every policy.
  analyzerFor(as);
  const seen: Seen = { asked: new Set(), used: new Set() };
  const analyze = (input: SourceInput): Report => {
    const path = as ?? input.path;
    const analyzer = analyzerFor(path);
    const report = analyzer.analyze(input);
    if (flags.ignoreSuppressions) return report;
    const entries = suppressionsFor(config, pathFrom(path));
    const ids = analyzer.ruleSet.rules.map(({ id }) => id);
    for (const entry of entries)
      if (report.score && ids.some((id) => selects(entry.rule, id))) seen.asked.add(entry);
    const passed = applySuppressions(report, entries, { today: io.today, used: seen.used });
    const told = baseline ? passedBy(baseline, passed, io) : passed;
    return reportUnused === 'off' ? withoutUnused(told) : told;
  };
  return {
    analyze,
    analyzerFor,
    problems: () => (flags.ignoreSuppressions ? [] : problemsOf(setup, seen, reportUnused, io)),
  };
}

function withSuppressions(
  { ignoreSuppressions }: JudgeFlags,
  io: Io,
): Pick<AnalyzerOptions, 'today' | 'ignoreDirectives'> {
  return { today: io.today, ignoreDirectives: ignoreSuppressions };
}

function passedBy(baseline: BaselineFile, report: Report, io: Io): Report {
  if (!baseline.held) return report;
  try {
    return applyBaseline(report, baseline.held, {
      path: nameIn(baseline, report.source.path, io),
      today: io.today,
    });
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new BaselineError(`${baseline.name}: ${error.message}`, { cause: error });
  }
}

/** Which entries of the configuration policies were held against, and which suppressed something. */
interface Seen {
  readonly asked: Set<ConfigSuppression>;
  readonly used: Set<ConfigSuppression>;
}

function problemsOf(
  { config }: Setup,
  { asked, used }: Seen,
  reportUnused: NonNullable<Config['reportUnused']>,
  { today }: Io,
): string[] {
  return (config.suppress ?? []).flatMap((entry, i): string[] => {
    const problem = (message: string): string[] => [problemIn(config, ['suppress', i], message).message];
    if (isOver(entry.expires, today))
      return problem(`the suppression of ${entry.rule} expired on ${entry.expires}; judge the words anew`);
    const idle = reportUnused !== 'off' && asked.has(entry) && !used.has(entry);
    return idle ? problem(`the suppression of ${entry.rule} suppresses nothing here; remove it`) : [];
  });
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
