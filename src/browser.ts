// The library's face without the reader of HTML, which is "fineprint/html" in browsers. Nothing here reads files,
// the network, the environment or the clock.

export type { ClauseFrame, SlotValue } from './clause/index.js';
export { type Comparison, ComparisonError, compare, comparisonSchema } from './compare/index.js';
export type { Config } from './config/index.js';
export { configSchema, defineConfig } from './config/index.js';
export type { Block, DocumentFormat, PolicyDocument, Section } from './document/index.js';
export {
  claimsOf,
  type Failure,
  FORMATS,
  type FormatName,
  type FormatOptions,
  formatCore as format,
  localize,
} from './format/index.js';
export type { Locale, LocaleChoice, LocaleName } from './locale/index.js';
export {
  type AnalyzeOptions,
  type Analyzer,
  type AnalyzerOptions,
  type ApplyBaselineOptions,
  analyze,
  applyBaseline,
  applySuppressions,
  type Baseline,
  BaselineError,
  baselineSchema,
  type Claim,
  type Clause,
  type ClearedFinding,
  type ConfigSuppression,
  type CreateBaselineOptions,
  claimSchema,
  createAnalyzer,
  createBaseline,
  extractClauses,
  type Finding,
  OptionError,
  parseBaseline,
  parsePolicy,
  pruneBaseline,
  type ReadOptions,
  type Report,
  reportSchema,
  type SourceInput,
  type SuppressedFinding,
  type Suppression,
  type SuppressionProblem,
} from './report/index.js';
export {
  buildRuleSet,
  contradictionSchema,
  type LanguagePack,
  type LexiconFile,
  lexiconSchema,
  parseLexicon,
  parseRule,
  type Rule,
  RuleError,
  type RuleSet,
  ruleSchema,
} from './ruleset/index.js';
