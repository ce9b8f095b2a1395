import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkOutput, EXIT, type ExitStatus } from '../cli/index.js';
import type { Comparison } from '../compare/index.js';
import { type Failure, format, isComparison, overallVerdict } from '../format/index.js';
import { findCommit, GitError, isInCommit, writeWhole } from '../node/index.js';
import type { Report } from '../report/index.js';
import { baseOf } from './base.js';
import { command, type Outcome } from './command.js';
import { InputError, type Inputs, readInputs } from './inputs.js';

/** What the action touches of its run, so that tests can stand in for it. */
export interface Job {
  readonly cwd: string;
  /** The day it is, "2027-01-31". */
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * The log of the run. It gets annotations only: GitHub obeys lines of a log that look like its commands, and those may stand in
   * a policy.
   */
  log(text: string): void;
}

/** Runs the action: annotations to the log, the summary and other results to the files that the run names. */
export async function runAction(job: Job): Promise<ExitStatus> {
  try {
    const inputs = readInputs(job.env);
    const base = await baseOf(inputs.base, job.env);
    return await (base === undefined ? judge(inputs, job) : judgeAgainst(base, inputs, job));
  } catch (error) {
    const failures = [{ error: error instanceof Error ? error : new Error(String(error)) }];
    // Whatever else went wrong may be that the summary cannot be written.
    if (error instanceof InputError || error instanceof GitError) await tell([], { job, failures });
    else job.log(format([], 'github', { failures }));
    return EXIT.failed;
  }
}

/**
 * Judges policies by what is found in them: all that can be done, too, where a base is asked for and the event has none, as at the first
 * push of a branch.
 */
async function judge(inputs: Inputs, job: Job): Promise<ExitStatus> {
  const { base, failOn } = inputs;
  // With a base, what fails is named in terms of changes.
  const asked = base === undefined || failOn === 'never' ? failOn : undefined;
  const flags = asked === undefined ? [] : ['--fail-on', asked];
  const { status, results, failures } = await analyzed(inputs, flags, job);
  await tell(results, { job, failures });
  await writeOutput(inputs, { reports: results, shown: results, failures }, job);
  return status;
}

/** Judges policies by what changed since a revision; those that are new by what is found in them. */
async function judgeAgainst(base: string, inputs: Inputs, job: Job): Promise<ExitStatus> {
  const commit = await findCommit(job.cwd, base).catch((error: Error) => {
    throw new InputError(`${error.message}; actions/checkout needs "fetch-depth: 0" to have it`);
  });
  const { failOn = 'worse' } = inputs;
  const now = await analyzed(inputs, ['--fail-on', 'never'], job);
  const shown: (Report | Comparison)[] = [];
  const failures: Failure[] = [...now.failures];
  let status = now.status;
  for (const report of now.results) {
    const path = report.source.path ?? '';
    if (!(await isInCommit(job.cwd, commit, path))) {
      shown.push(report);
      if (failOn !== 'never' && report.findings.some(({ severity }) => severity !== 'info'))
        status = worst(status, EXIT.findings);
      continue;
    }
    const args = ['diff', '--format', 'ndjson', '--fail-on', failOn, ...inputs.flags];
    const diff = await command<Comparison>([...args, '--', `${commit.slice(0, 12)}:${path}`, path], job);
    shown.push(...diff.results);
    failures.push(...diff.failures);
    status = worst(status, diff.status);
  }
  await tell(shown, { job, failures });
  await writeOutput(inputs, { reports: now.results, shown, failures }, job);
  return status;
}

function analyzed(inputs: Inputs, failOn: readonly string[], job: Job): Promise<Outcome<Report>> {
  return command<Report>(['--format', 'ndjson', ...failOn, ...inputs.flags, '--', ...inputs.files], job);
}

function worst(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a > b ? a : b;
}

/** Annotations, the summary, and the outputs that later steps of the workflow can ask for. */
async function tell(
  shown: readonly (Report | Comparison)[],
  { job, failures }: { job: Job; failures: readonly Failure[] },
): Promise<void> {
  job.log(format(shown, 'github', { failures }));
  const { GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = job.env;
  if (GITHUB_STEP_SUMMARY) await appendFile(GITHUB_STEP_SUMMARY, format(shown, 'markdown', { failures }));
  if (GITHUB_OUTPUT) await appendFile(GITHUB_OUTPUT, outputs(shown));
}

function outputs(shown: readonly (Report | Comparison)[]): string {
  const counts = shown.map((one) =>
    isComparison(one) ? one.findings.introduced.length : one.findings.length,
  );
  const verdict = overallVerdict(shown.filter(isComparison));
  return `findings=${counts.reduce((sum, count) => sum + count, 0)}\n${verdict ? `verdict=${verdict}\n` : ''}`;
}

/** The file asked for: the summary for `markdown`, else all findings of this revision. */
async function writeOutput(
  { format: as, output }: Inputs,
  {
    reports,
    shown,
    failures,
  }: {
    readonly reports: readonly Report[];
    readonly shown: readonly (Report | Comparison)[];
    readonly failures: readonly Failure[];
  },
  { cwd }: Job,
): Promise<void> {
  if (output === undefined) return;
  const policies = reports.flatMap(({ source }) => source.path ?? []);
  await checkOutput({ output }, policies, { cwd }).catch(() => {
    throw new InputError(`the input "output" names a policy, "${output}"; name another file`);
  });
  const text = format(as === 'markdown' ? shown : reports, as, { failures });
  await writeWhole(resolve(cwd, output), text, output);
}
