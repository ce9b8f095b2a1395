import { readHtml } from '../document/html/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { Locale } from '../locale/index.js';
import type { FileReport } from '../node/index.js';
import type { ComparisonPageInput } from '../page/index.js';
import { type AnalyzerOptions, parsePolicy, type SourceInput } from '../report/index.js';

/**
 * The page of a single report, or an overview of several; nothing if there is none. Pages are loaded when they are asked for, as few
 * runs do.
 */
export async function pageOfReports(
  results: readonly FileReport[],
  { rules, locale }: { readonly rules: AnalyzerOptions['extraRules']; readonly locale: Locale },
): Promise<string> {
  const [first, ...more] = results;
  if (!first) return '';
  const { overviewPage, overviewRow, reportPage } = await import('../page/index.js');
  if (more.length > 0) {
    const rows = results.map(({ report }) => overviewRow(report));
    return overviewPage(rows, { locale });
  }
  const { report, text, path } = first;
  return reportPage({ report, document: read({ text, path, format: report.source.format }), rules, locale });
}

/** The page of a comparison. */
export async function pageOfComparison(
  input: Omit<ComparisonPageInput, 'before' | 'after'>,
  before: SourceInput,
  after: SourceInput,
): Promise<string> {
  const { comparisonPage } = await import('../page/index.js');
  return comparisonPage({ ...input, before: read(before), after: read(after) });
}

function read(input: SourceInput): PolicyDocument {
  return parsePolicy(input, { readers: { html: readHtml } });
}
