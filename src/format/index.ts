import type { Report } from '../report/index.js';
import { type StylishOptions, stylish } from './stylish.js';

export const FORMATS = ['stylish', 'json', 'ndjson'] as const;
export type FormatName = (typeof FORMATS)[number];
export type FormatOptions = StylishOptions;
export { visible } from './visible.js';

/**
 * Writes a report, or several, as a string. `stylish`: for people; `json`: an object for one report, an array for an
 * array; `ndjson`: one report a line.
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
    default:
      throw new TypeError(`unknown format "${String(as)}"; use ${FORMATS.join(', ')}`);
  }
}
