export { alignBlocks, type BlockRow } from './blocks.js';
export { ComparisonError } from './check.js';
export { compare } from './compare.js';
export { localizeComparison } from './localize.js';
export { inSameOrder } from './order.js';
export type { Pair } from './pair.js';
export {
  type Change,
  type ChangedAnswer,
  type ChangedSlot,
  type Comparison,
  comparisonSchema,
  type Place,
  type StandingClause,
} from './schema.js';
