export { analyzeDocument } from './analyze.js';
export { visibleText } from './evidence.js';
export { frameMisfit, saysAny } from './frame-test.js';
export type { Hit, Pointer } from './hit.js';
export { linkReader } from './links.js';
export { type Trace, traceLines, type Verdict } from './trace.js';
export type { Trigger } from './trigger.js';
