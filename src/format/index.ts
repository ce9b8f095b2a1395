export { type ChangeEntry, changesOf } from './changes.js';
export { claimsOf } from './claims.js';
export { type Colors, colors } from './colors.js';
export { historyCsv, noFormula } from './csv.js';
export {
  COMPARISON_FORMATS,
  FORMATS,
  type FormatName,
  type FormatOptions,
  format,
  formatCore,
} from './format.js';
export { historyText, type Revision } from './history.js';
export { historyMarkdown } from './history-table.js';
export { localize } from './localize.js';
export { code, plain } from './markdown-escape.js';
export { type Failure, fragmentOf, isComparison, nameOf, overallVerdict } from './result.js';
export { PAGE_MARK, ruleIndex, rulePage } from './rule-page.js';
export { traceText } from './trace.js';
export { padded, visible, widthOf } from './visible.js';
