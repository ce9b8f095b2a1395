export { type Collected, type CollectOptions, collect, collectFile } from './collect.js';
export { type Enqueued, type EnqueueOptions, enqueue } from './enqueue.js';
export { QueueError } from './error.js';
export { DEFAULT_REDIS } from './redis.js';
export { type QueueStatus, status } from './status.js';
export { type Worked, type WorkOptions, work } from './work.js';
