export { analyzeDocument } from './analyze.js';
export type { Hit, Pointer } from './hit.js';
