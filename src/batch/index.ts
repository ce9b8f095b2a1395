export { analyzeBatch, type BatchResult, type BatchSource } from './batch.js';
export { BatchError } from './error.js';
export { GATES, type Gate, SKIPPED } from './gate.js';
export type { BatchOptions } from './options.js';
export {
  BATCH_FORMATS,
  type BatchFormat,
  type BatchOutcome,
  type FileOptions,
  type RunOptions,
  streamBatch,
  writeBatch,
} from './run.js';
export type { BatchSummary, Counter } from './summary.js';
export type { Failure, FailureCode, Task } from './task.js';
