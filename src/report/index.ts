export {
  type Analyzer,
  analyze,
  analyzerOf,
  createAnalyzer,
  extractClauses,
  parsePolicy,
} from './analyzer.js';
export {
  type ApplyBaselineOptions,
  applyBaseline,
  type CreateBaselineOptions,
  createBaseline,
  pruneBaseline,
} from './baseline.js';
export { parseBaseline } from './baseline-parse.js';
export { BaselineError } from './baseline-parts.js';
export { type Baseline, type BaselineEntry, baselineSchema } from './baseline-schema.js';
export type { Include } from './build.js';
export { type Claim, claimSchema } from './claim-schema.js';
export { fingerprint, normalizeClause } from './fingerprint.js';
export {
  localizeFinding,
  localizeReport,
  ruleTextsIn,
  type TextsOf,
  type TranslatedRule,
} from './localize.js';
export { bareMessage } from './message.js';
export { unknownRule } from './nearest.js';
export {
  type AnalyzeOptions,
  type AnalyzerOptions,
  OptionError,
  type ReadOptions,
  type RuleSetting,
  type SourceInput,
} from './options.js';
export {
  type Clause,
  type ClearedFinding,
  clauseSchema,
  dateSchema,
  type Finding,
  findingSchema,
  fingerprintSchema,
  noteSchema,
  positionSchema,
  type Report,
  relatedSchema,
  reportSchema,
  type Sentence,
  type SuppressedFinding,
  type Suppression,
  type SuppressionProblem,
} from './schema.js';
export { shorten, withoutLastWord } from './shorten.js';
export { applySuppressions, byPlace, type ConfigSuppression, isOver, withoutUnused } from './suppress.js';
export { VERSION } from './version.js';
