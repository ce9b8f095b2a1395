import { type LocaleChoice, localeOf } from '../locale/index.js';
import type { Report } from '../report/index.js';
import { claimsOf } from './claims.js';
import { comparisonText } from './compare.js';
import { csv } from './csv.js';
import { github } from './github.js';
import { junit } from './junit.js';
import { localize } from './localize.js';
import { markdown } from './markdown.js';
import { isComparison, type Result } from './result.js';
import { type SarifOptions, sarif } from './sarif.js';
import { type StylishOptions, stylish } from './stylish.js';

/** Formats that browsers have at hand. */
const CORE_FORMATS = ['stylish', 'json', 'ndjson', 'claims'] as const;
/** Formats for other tools, which browsers get from "fineprint/formats". */
const TOOL_FORMATS = ['markdown', 'sarif', 'junit', 'github', 'csv'] as const;
export const FORMATS = [...CORE_FORMATS, ...TOOL_FORMATS] as const;
export type FormatName = (typeof FORMATS)[number];
type CoreFormat = (typeof CORE_FORMATS)[number];

/** Formats that a comparison can be written in too. */
export const COMPARISON_FORMATS = FORMATS.filter((name) => name !== 'claims');

/**
 * `failures`: files that could not be read, for `sarif`, `junit`, `github` and `markdown`. `rules`, `docsUrl`: what `sarif` says of
 * rules. The rest is for `stylish`.
 */
export type FormatOptions = StylishOptions &
  SarifOptions & {
    /** The language of the reader, whatever that of the policy; English without it. `json`, `ndjson` and `claims` have none. */
    readonly locale?: LocaleChoice;
  };

type Results = Result | readonly Result[];

/**
 * Writes a report, a comparison, or several of either, as a string. `stylish`: for people; `json`: an object for one, an array
 * for an array; `ndjson`: one a line; `claims`: one clause a line, as an assertion (see `claimSchema`), of reports made with
 * their clauses; `markdown`: a comment on a pull request; `sarif`, `junit`, `csv`; `github`: annotations of a workflow.
 */
export function format(results: Results, as: FormatName, options: FormatOptions = {}): string {
  const { locale, all, failures } = localized(results, options);
  switch (as) {
    case 'markdown':
      return markdown(all, failures, locale);
    case 'sarif':
      return sarif(all, options, locale);
    case 'junit':
      return junit(all, failures, locale);
    case 'github':
      return github(all, failures, locale);
    case 'csv':
      return csv(all);
    default:
      return written(results, as, options, FORMATS.join(', '));
  }
}

/** As `format`, without the formats for other tools, which would add a part to what browsers load. */
export function formatCore(results: Results, as: FormatName, options: FormatOptions = {}): string {
  const known = `${CORE_FORMATS.join(', ')}; "fineprint/formats" has ${TOOL_FORMATS.join(', ')} too`;
  return written(results, as as CoreFormat, options, known);
}

/** Results as their reader is told of them; what belongs to a result is asked for by the one that was handed in. */
function localized(results: Results, options: FormatOptions) {
  const { textOf, rules } = options;
  const locale = localeOf(options.locale);
  const given = listOf(results);
  const all = given.map((one) => localize(one, locale, rules));
  const origin = new Map<Result, Result>(all.map((one, i) => [one, given[i] as Result]));
  return {
    ...options,
    locale,
    all,
    textOf: textOf && ((report: Report) => textOf((origin.get(report) ?? report) as Report)),
  };
}

/** JSON is for programs, which may hold it against that of other readers: it is the same in every language. */
function written(results: Results, as: CoreFormat, options: FormatOptions, known: string): string {
  const all = listOf(results);
  switch (as) {
    case 'stylish':
      return stylishText(localized(results, options));
    case 'json':
      return `${JSON.stringify(results, null, 2)}\n`;
    case 'ndjson':
      return all.map((one) => `${JSON.stringify(one)}\n`).join('');
    case 'claims':
      return all
        .map((one) => reportOf(one))
        .flatMap((report) => claimsOf(report).map((claim) => `${JSON.stringify(claim)}\n`))
        .join('');
    default:
      throw new TypeError(`unknown format "${String(as)}"; use ${known}`);
  }
}

function listOf(results: Results): readonly Result[] {
  return Array.isArray(results) ? results : [results as Result];
}

function stylishText({ all, locale, ...options }: ReturnType<typeof localized>): string {
  const comparisons = all.filter(isComparison);
  if (comparisons.length === 0) return stylish(all.map(reportOf), options, locale);
  return comparisons.map((comparison) => comparisonText(comparison, options, locale)).join('\n');
}

function reportOf(result: Result): Report {
  if (isComparison(result)) throw new TypeError('a comparison holds no claims; give the reports themselves');
  return result;
}
