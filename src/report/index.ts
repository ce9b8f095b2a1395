export { type Analyzer, analyzerOf, createAnalyzer, parsePolicy } from './analyzer.js';
export type { Include } from './build.js';
export { fingerprint } from './fingerprint.js';
export type { Hit } from './hit.js';
export { shorten } from './message.js';
export {
  type AnalyzeOptions,
  type AnalyzerOptions,
  OptionError,
  type ReadOptions,
  type RuleSetting,
  type SourceInput,
} from './options.js';
export type { Clause, ClearedFinding, Finding, Report, ReportNote } from './schema.js';
export { VERSION } from './version.js';
