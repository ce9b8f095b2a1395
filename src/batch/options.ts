import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import type { Config } from '../config/index.js';
import { type AnalyzerOptions, OptionError } from '../report/index.js';
import { GATES, type Gate, SKIPPED } from './gate.js';
import type { JudgeSetup } from './judge.js';
import type { ParserName } from './reading.js';
import type { Shape } from './shape.js';
import type { SourceOptions } from './source.js';

/** Options of the analyzer, and how a batch is read and judged. */
export interface BatchOptions extends Omit<AnalyzerOptions, 'readers' | 'languages' | 'path'> {
  /** Its overrides and suppressions count by path; the other options here win over the rest of it. */
  readonly config?: Config | undefined;
  /** Folder that patterns in the configuration start from; `cwd` without it. */
  readonly configFolder?: string | undefined;
  /** What relative paths start from; the working directory without it. */
  readonly cwd?: string | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly ignoreFrom?: string | undefined;
  readonly filesFrom?: string | undefined;
  /** Policies judged at once, each on a thread; "auto" (the default) takes as many as the machine runs. A few stay on the main thread. */
  readonly jobs?: number | 'auto' | undefined;
  /** Seconds that a policy may take; without it there is no limit. */
  readonly timeout?: number | undefined;
  /** Most bytes of a policy, 8 MB by default and 32 MB at most. */
  readonly maxBytes?: number | undefined;
  /** What parses Markdown: satteri, remark-parse, or satteri where it is installed ("auto", the default). Reports are equal. */
  readonly parser?: ParserName | undefined;
  /** Gates that leave a policy without a report, beside those that do by default (`SKIPPED`). */
  readonly skip?: readonly Gate[] | undefined;
  /** Gates that do so by default and are not to. */
  readonly includeGates?: readonly Gate[] | undefined;
  /** A folder to keep outcomes in, for this run and others. */
  readonly cache?: string | undefined;
  /** Ends the batch early, without an error. */
  readonly signal?: AbortSignal | undefined;
  readonly stdin?: (() => Readable) | undefined;
  readonly onShare?: SourceOptions['onShare'];
}

/** Options as they are followed. */
export interface Resolved {
  readonly judge: JudgeSetup;
  readonly source: SourceOptions;
  readonly jobs: number;
  readonly timeout: number | undefined;
  readonly skip: readonly Gate[];
}

const MB = 1024 * 1024;
const MAX_BYTES = 8 * MB;
const MOST_BYTES = 32 * MB;
const MOST_JOBS = 256;

/** Fills in what is not given. Throws OptionError for what cannot be followed. */
export function resolveOptions(options: BatchOptions, shape: Shape): Resolved {
  const { cwd = process.cwd(), maxBytes = MAX_BYTES, timeout, parser = 'auto', cache } = options;
  const { ignore, ignoreFrom, filesFrom, stdin, onShare } = options;
  if (!Number.isInteger(maxBytes) || maxBytes < 1 || maxBytes > MOST_BYTES)
    throw new OptionError(`the most bytes of a policy are ${maxBytes}; use 1 to ${MOST_BYTES}`);
  if (timeout !== undefined && !(timeout > 0 && timeout <= 86_400))
    throw new OptionError(`the timeout is ${timeout}; use seconds, more than 0`);
  const skip = skipped(options);
  const { presets, rules, minConfidence, extraRules, extraLexicons, profileOnly, today } = options;
  const { config = {}, configFolder = cwd, format = 'auto', ignoreDirectives } = options;
  const { include = config.include } = options;
  const analyzer = {
    ...{ presets, rules, minConfidence, extraRules, extraLexicons },
    ...{ profileOnly, include, today, ignoreDirectives },
  };
  return {
    judge: { cwd, shape, maxBytes, parser, skip, format, cache, analyzer, config, configFolder },
    source: { cwd, ignore, ignoreFrom, filesFrom, maxBytes, stdin, onShare },
    jobs: jobsOf(options.jobs),
    timeout,
    skip,
  };
}

function jobsOf(jobs: number | 'auto' = 'auto'): number {
  if (jobs === 'auto') return availableParallelism();
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new OptionError(`the number of jobs is ${jobs}; use 1 to ${MOST_JOBS}, or auto`);
}

function skipped({ skip = [], includeGates = [] }: BatchOptions): readonly Gate[] {
  const unknown = [...skip, ...includeGates].find((gate) => !GATES.includes(gate));
  if (unknown !== undefined) throw new OptionError(`there is no gate "${unknown}"; use ${GATES.join(', ')}`);
  const both = skip.find((gate) => includeGates.includes(gate));
  if (both !== undefined) throw new OptionError(`the gate "${both}" is skipped and included; choose one`);
  return GATES.filter((gate) => [...SKIPPED, ...skip].includes(gate) && !includeGates.includes(gate));
}
