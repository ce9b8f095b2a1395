import { readHtml } from '../document/html/index.js';
import { type AnalyzerOptions, createAnalyzer, type Report, type SourceInput } from '../report/index.js';
import { chinese } from '../ruleset/zh/index.js';
import { type FindOptions, findPolicies } from './find.js';
import { readSource } from './read.js';

/** A file that could not be analyzed, and why. */
export interface FileFailure {
  readonly path: string;
  readonly error: Error;
}

/** A report with the text it is about. */
export interface FileReport {
  readonly path: string;
  readonly text: string;
  readonly report: Report;
}

export type AnalyzeFilesOptions = AnalyzerOptions & FindOptions;

/**
 * Analyzes files, folders and globs one after the other, in sorted order. A file that cannot be read or analyzed
 * yields `{ path, error }` and the rest still follow.
 */
export async function* analyzeFiles(
  patterns: string | readonly string[],
  { cwd, ignore, ignoreFrom, ...options }: AnalyzeFilesOptions = {},
): AsyncGenerator<Report | FileFailure> {
  const analyzer = createAnalyzer({
    ...options,
    languages: options.languages ?? [chinese],
    readers: { html: readHtml, ...options.readers },
  });
  const list = typeof patterns === 'string' ? [patterns] : patterns;
  const found = { cwd, ignore, ignoreFrom, format: options.format };
  for await (const result of eachPolicy(list, analyzer, found)) {
    yield 'report' in result ? result.report : result;
  }
}

/** What makes a report of a policy: an analyzer, or more that is done with what it reports. */
export interface Judge {
  analyze(input: SourceInput): Report;
}

/** As `analyzeFiles`, with the texts and with a judge that exists. */
export async function* eachPolicy(
  patterns: readonly string[],
  judge: Judge,
  options: FindOptions & Pick<AnalyzerOptions, 'format'> = {},
): AsyncGenerator<FileReport | FileFailure> {
  for (const { path, error } of await findPolicies(patterns, options)) {
    if (error) {
      yield { path, error };
      continue;
    }
    try {
      const input = await readSource(path, options);
      yield { path, text: input.text, report: judge.analyze(input) };
    } catch (cause) {
      yield { path, error: cause instanceof Error ? cause : new Error(String(cause)) };
    }
  }
}
