export { analyzeDocument } from './analyze.js';
export { linkWords, visibleText } from './evidence.js';
export { frameFits, saysAny } from './frame-test.js';
export type { Hit, Pointer } from './hit.js';
