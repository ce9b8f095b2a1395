export { analyzeBatch, type BatchResult, type BatchSource } from './batch.js';
export { type Cache, cacheIn } from './cache.js';
export { entriesOf } from './entries.js';
export { BatchError } from './error.js';
export { GATES, type Gate, SKIPPED } from './gate.js';
export { createJudge, failed, type Judge, type JudgeSetup, type Outcome } from './judge.js';
export { type KeyTable, keyOf, keyTable, sha256 } from './keys.js';
export { linesOf } from './lines.js';
export { type BatchOptions, resolveOptions } from './options.js';
export { discard, growing, partial, publish, refuseOtherThanFile } from './output.js';
export { poolOf } from './pool.js';
export { PARSERS } from './reading.js';
export { repeats } from './repeats.js';
export {
  BATCH_FORMATS,
  type BatchFormat,
  type BatchOutcome,
  type FileOptions,
  type RunOptions,
  streamBatch,
  writeBatch,
  writeEntries,
} from './run.js';
export { SHAPES, type Shape } from './shape.js';
export { itemsOf } from './source.js';
export type { BatchSummary, Counter } from './summary.js';
export { FAILURE_CODES, type Failure, type FailureCode, type Task } from './task.js';
