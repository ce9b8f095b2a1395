export { style as pageStyle } from './assets.generated.js';
export { type ComparisonPageInput, comparisonPage } from './comparison-page.js';
export { overviewPage } from './overview-page.js';
export { type OverviewRow, overviewRow } from './overview-row.js';
export { reportPage } from './report-page.js';
export { type ReportPageInput, type ReportViews, reportViews } from './report-views.js';
export type { RuleTexts } from './rules.js';
