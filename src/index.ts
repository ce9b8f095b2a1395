// The library's face in Node: that of browsers, with the reader of HTML wired in.
import { readHtml } from './document/html/index.js';
import type { PolicyDocument } from './document/index.js';
import * as core from './report/index.js';
import { chinese } from './ruleset/zh/index.js';

export * from './browser.js';
export { format } from './format/index.js';

const withHtml = <T extends core.ReadOptions>(options: T): T => ({
  ...options,
  readers: { html: readHtml, ...options.readers },
});

const withLanguages = (options: core.AnalyzerOptions): core.AnalyzerOptions => ({
  ...withHtml(options),
  languages: options.languages ?? [chinese],
});

/** Reads one policy and reports on it. Pure: the same text and options give the same report. */
export function analyze(input: string | core.SourceInput, options: core.AnalyzerOptions = {}): core.Report {
  return core.analyze(input, withLanguages(options));
}

/** Compiles the rules once, for many policies. Throws OptionError or RuleError. */
export function createAnalyzer(options: core.AnalyzerOptions = {}): core.Analyzer {
  return core.createAnalyzer(withLanguages(options));
}

/** Reads a policy: Markdown, HTML or plain text in; blocks, sections and their places out. */
export function parsePolicy(
  input: string | core.SourceInput,
  options: core.ReadOptions = {},
): PolicyDocument {
  return core.parsePolicy(input, withHtml(options));
}
