export {
  buildRuleSet,
  type CompiledEvidence,
  type CompiledFrameTest,
  type CompiledRule,
  type RuleSet,
} from './build.js';
export { builtin, builtinExamples } from './builtin.generated.js';
export { builtinRuleSet } from './builtin.js';
export { type DataPath, originOf } from './origin.js';
export { parseData, parseLexicon, parseProfile, parseRule } from './parse.js';
export type { RuleData } from './parts.js';
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
  type Severity,
  type SlotTest,
  severity,
} from './schema.js';
