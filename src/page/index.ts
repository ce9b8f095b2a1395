export { type ReportPageInput, reportPage } from './report-page.js';
