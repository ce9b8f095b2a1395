export {
  buildRuleSet,
  type CompiledDensity,
  type CompiledEvidence,
  type CompiledFrameTest,
  type CompiledRule,
  type CompiledSentenceTest,
  checkIds,
  type RuleSet,
} from './build.js';
export { builtin, builtinExamples } from './builtin.generated.js';
export { builtinRuleSet, lexiconsWith } from './builtin.js';
export { type Alignment, contradictionSchema } from './contradiction.js';
export { contentHash } from './hash.js';
export type { LanguagePack } from './language-pack.js';
export { type DataPath, type Locate, originOf, rememberOrigin } from './origin.js';
export { parseData, parseLexicon, parsePreset, parseProfile, parseRule, parseScore } from './parse.js';
export type { RuleData } from './parts.js';
export { inPreset, selects } from './preset.js';
export { type Preset, presetSchema, selector } from './preset-schema.js';
export { RuleError, type RuleProblem } from './problem.js';
export type { CompiledProfile, CompiledSignTest, ProfileData } from './profile-build.js';
export { PROFILE_ANSWERS, PROFILE_KEYS, type ProfileAnswer, type ProfileKey } from './profile-keys.js';
export { type Condition, type Profile, profileSchema } from './profile-schema.js';
export {
  type Evidence,
  type FrameTest,
  type LexiconFile,
  lexiconSchema,
  type Reference,
  type Rule,
  reference,
  ruleId,
  ruleSchema,
  type SentenceTest,
  type Severity,
  type SlotTest,
  severity,
} from './schema.js';
export { type ScoreScheme, scoreSchema } from './score-schema.js';
