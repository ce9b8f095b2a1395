export { type ComparisonPageInput, comparisonPage } from './comparison-page.js';
export { type ReportPageInput, reportPage } from './report-page.js';
