export { style as pageStyle } from './assets.generated.js';
export { type ComparisonPageInput, comparisonMain, comparisonPage } from './comparison-page.js';
export { overviewPage } from './overview-page.js';
export { type OverviewRow, overviewRow } from './overview-row.js';
export { type ParityPageInput, parityPage } from './parity-page.js';
export { reportMain, reportPage } from './report-page.js';
export { type ReportPageInput, type ReportViews, reportViews } from './report-views.js';
export type { RuleTexts } from './rules.js';
