export {
  type AnalyzeFilesOptions,
  analyzeFiles,
  eachPolicy,
  type FileFailure,
  type FileReport,
  type Judge,
} from './analyze-files.js';
export { BASELINE_FILE, loadBaseline, writeBaseline } from './baseline.js';
export { type FoundConfig, loadConfig } from './config.js';
export { explain, type FindOptions, findPolicies } from './find.js';
export {
  type FileRevision,
  fileRevisions,
  findCommit,
  GitError,
  isInCommit,
  isShallow,
  pathOfRevision,
  readRevision,
} from './git.js';
export { loadNativeParser, NativeParserError } from './native.js';
export { comparePages, type PageSet, writePages } from './pages.js';
export { decodeSource, readSource } from './read.js';
export { rulePageUrl } from './rule-url.js';
export { type LoadedRules, loadRules } from './rules.js';
export { writeWhole } from './write.js';
