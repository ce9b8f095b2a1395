import type { Comparison } from '../compare/index.js';
import type { Finding, Report, Suppression } from '../report/index.js';
import { changesOf } from './changes.js';
import type { Revision } from './history.js';
import { isComparison, nameOf, type Result } from './result.js';
import { visible } from './visible.js';

type Value = string | number | undefined;
/** A column: its name, and its value for one row. */
type Columns<Row> = readonly (readonly [name: string, of: (row: Row) => Value])[];

interface FindingRow {
  readonly report: Report;
  readonly finding: Finding;
  readonly suppression: Suppression | undefined;
}

/** Names and order are part of the format: columns are only ever added, at the end. */
const FINDING: Columns<FindingRow> = [
  ['path', ({ report }) => nameOf(report.source)],
  ['line', ({ finding }) => finding.position?.start.line],
  ['column', ({ finding }) => finding.position?.start.column],
  ['endLine', ({ finding }) => finding.position?.end.line],
  ['endColumn', ({ finding }) => finding.position?.end.column],
  ['severity', ({ finding }) => finding.severity],
  ['ruleId', ({ finding }) => finding.ruleId],
  ['category', ({ finding }) => finding.category],
  ['confidence', ({ finding }) => finding.confidence],
  ['message', ({ finding }) => finding.message],
  ['quote', ({ finding }) => finding.quote],
  ['context', ({ finding }) => finding.context],
  ['section', ({ finding }) => finding.section.join(' › ')],
  ['suggestion', ({ finding }) => finding.suggestion],
  [
    'references',
    ({ finding }) => finding.references.map(({ law, article }) => `${law} ${article}`).join('; '),
  ],
  ['fingerprint', ({ finding }) => finding.fingerprint],
  ['suppressed', ({ suppression }) => suppression?.kind],
  ['reason', ({ suppression }) => suppression?.reason],
];

type ChangeRow = ReturnType<typeof changesOf>[number] & { readonly comparison: Comparison };

const CHANGE: Columns<ChangeRow> = [
  ['change', ({ change }) => change],
  ['kind', ({ kind }) => kind],
  ['subject', ({ subject }) => subject],
  ['says', ({ says }) => says],
  ['severity', ({ finding }) => finding?.severity],
  ['beforePath', ({ comparison }) => nameOf(comparison.before)],
  ['beforeLine', ({ before }) => before?.start.line],
  ['beforeColumn', ({ before }) => before?.start.column],
  ['before', ({ words }) => words.before],
  ['afterPath', ({ comparison }) => nameOf(comparison.after)],
  ['afterLine', ({ after }) => after?.start.line],
  ['afterColumn', ({ after }) => after?.start.column],
  ['after', ({ words }) => words.after],
  ['fingerprint', ({ finding }) => finding?.fingerprint],
];

const REVISION: Columns<Revision> = [
  ['commit', ({ commit }) => commit],
  ['date', ({ date }) => date],
  ['path', ({ path }) => path],
  ['verdict', ({ comparison }) => comparison?.verdict],
  ['score', ({ score }) => score],
  ['findings', ({ findings }) => findings],
  ['introduced', ({ comparison }) => comparison?.findings.introduced.length],
  ['resolved', ({ comparison }) => comparison?.findings.resolved.length],
  ['subject', ({ subject }) => subject],
  ['error', ({ error }) => error],
];

/** Findings, or the changes of comparisons, one a row, as RFC 4180 has it, and safe to open in a spreadsheet. */
export function csv(results: readonly Result[]): string {
  const comparisons = results.filter(isComparison);
  if (comparisons.length > 0) {
    if (comparisons.length < results.length)
      throw new TypeError('csv has columns for reports or for comparisons; write each for itself');
    return table(
      CHANGE,
      comparisons.flatMap((comparison) => changesOf(comparison).map((entry) => ({ ...entry, comparison }))),
    );
  }
  const reports = results as readonly Report[];
  return table(FINDING, reports.flatMap(findingRows));
}

/** The revisions of a policy, one a row. */
export function historyCsv(revisions: readonly Revision[]): string {
  return table(REVISION, revisions);
}

function findingRows(report: Report): FindingRow[] {
  return [
    ...report.findings.map((finding) => ({ report, finding, suppression: undefined })),
    ...report.suppressed.map((finding) => ({ report, finding, suppression: finding.suppression })),
  ];
}

function table<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, of]) => cell(of(row))))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula is kept one by an apostrophe before it. */
export function noFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}

function cell(value: Value): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = noFormula(visible(value));
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
