import type { Report } from '../report/index.js';
import { claimsOf } from './claims.js';
import { type StylishOptions, stylish } from './stylish.js';

export const FORMATS = ['stylish', 'json', 'ndjson', 'claims'] as const;
export type FormatName = (typeof FORMATS)[number];
export type FormatOptions = StylishOptions;
export { claimsOf } from './claims.js';
export { PAGE_MARK, ruleIndex, rulePage } from './rule-page.js';
export { traceText } from './trace.js';
export { visible } from './visible.js';

/**
 * Writes a report, or several, as a string. `stylish`: for people; `json`: an object for one report, an array for an
 * array; `ndjson`: one report a line; `claims`: one clause a line, as an assertion (see `claimSchema`), of reports made with
 * their clauses.
 */
export function format(
  result: Report | readonly Report[],
  as: FormatName,
  options: FormatOptions = {},
): string {
  const reports = Array.isArray(result) ? (result as readonly Report[]) : [result as Report];
  switch (as) {
    case 'stylish':
      return stylish(reports, options);
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
    case 'ndjson':
      return reports.map((report) => `${JSON.stringify(report)}\n`).join('');
    case 'claims':
      return reports
        .flatMap((report) => claimsOf(report).map((claim) => `${JSON.stringify(claim)}\n`))
        .join('');
    default:
      throw new TypeError(`unknown format "${String(as)}"; use ${FORMATS.join(', ')}`);
  }
}
