import type { Comparison } from '../compare/index.js';
import type { Report } from '../report/index.js';
import { claimsOf } from './claims.js';
import { comparisonText } from './compare.js';
import { type StylishOptions, stylish } from './stylish.js';

export const FORMATS = ['stylish', 'json', 'ndjson', 'claims'] as const;
export type FormatName = (typeof FORMATS)[number];
export type FormatOptions = StylishOptions;
export { claimsOf } from './claims.js';
export { historyText, type Revision } from './history.js';
export { PAGE_MARK, ruleIndex, rulePage } from './rule-page.js';
export { traceText } from './trace.js';
export { visible } from './visible.js';

/** Formats that a comparison can be written in too. */
export const COMPARISON_FORMATS = ['stylish', 'json', 'ndjson'] as const satisfies readonly FormatName[];

/**
 * Writes a report, a comparison, or several of either, as a string. `stylish`: for people; `json`: an object for one, an array
 * for an array; `ndjson`: one a line; `claims`: one clause a line, as an assertion (see `claimSchema`), of reports made with
 * their clauses.
 */
export function format(
  result: Report | Comparison | readonly Report[] | readonly Comparison[],
  as: FormatName,
  options: FormatOptions = {},
): string {
  const all = (Array.isArray(result) ? result : [result]) as readonly (Report | Comparison)[];
  switch (as) {
    case 'stylish':
      return stylishText(all, options);
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
    case 'ndjson':
      return all.map((one) => `${JSON.stringify(one)}\n`).join('');
    case 'claims':
      return all
        .map((one) => reportOf(one))
        .flatMap((report) => claimsOf(report).map((claim) => `${JSON.stringify(claim)}\n`))
        .join('');
    default:
      throw new TypeError(`unknown format "${String(as)}"; use ${FORMATS.join(', ')}`);
  }
}

function stylishText(all: readonly (Report | Comparison)[], options: FormatOptions): string {
  const comparisons = all.filter(isComparison);
  if (comparisons.length === 0) return stylish(all.map(reportOf), options);
  return comparisons.map((comparison) => comparisonText(comparison, options)).join('\n');
}

function isComparison(result: Report | Comparison): result is Comparison {
  return 'verdict' in result;
}

function reportOf(result: Report | Comparison): Report {
  if (isComparison(result)) throw new TypeError('a comparison holds no claims; give the reports themselves');
  return result;
}
