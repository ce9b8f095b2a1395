export { hash64 } from './hash.js';
export { type OffsetMap, TextBuilder } from './offset-map.js';
export { lastAtOrBefore, type SourceText, sourceText } from './source-text.js';
export { covers, overlaps, type Point, type Position, type Span } from './span.js';
export { unitAt } from './unit-at.js';
