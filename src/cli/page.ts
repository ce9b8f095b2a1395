import type { Comparison } from '../compare/index.js';
import { readHtml } from '../document/html/index.js';
import type { PolicyDocument } from '../document/index.js';
import type { FileReport } from '../node/index.js';
import { type AnalyzerOptions, parsePolicy, type SourceInput } from '../report/index.js';

/**
 * The page of a single report, or an overview of several; nothing if there is none. Pages are loaded when they are asked for, as few
 * runs do.
 */
export async function pageOfReports(
  results: readonly FileReport[],
  rules: AnalyzerOptions['extraRules'],
): Promise<string> {
  const [first, ...more] = results;
  if (!first) return '';
  const { overviewPage, overviewRow, reportPage } = await import('../page/index.js');
  if (more.length > 0) return overviewPage(results.map(({ report }) => overviewRow(report)));
  const { report, text, path } = first;
  return reportPage({ report, document: read({ text, path, format: report.source.format }), rules });
}

/** The page of a comparison. */
export async function pageOfComparison(
  comparison: Comparison,
  before: SourceInput,
  after: SourceInput,
): Promise<string> {
  const { comparisonPage } = await import('../page/index.js');
  return comparisonPage({ comparison, before: read(before), after: read(after) });
}

function read(input: SourceInput): PolicyDocument {
  return parsePolicy(input, { readers: { html: readHtml } });
}
