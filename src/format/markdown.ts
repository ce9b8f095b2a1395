import type { Comparison, Place } from '../compare/index.js';
import type { Finding, Report } from '../report/index.js';
import { type ChangeEntry, changesOf } from './changes.js';
import { code, plain } from './markdown-escape.js';
import {
  type Failure,
  fragmentOf,
  isComparison,
  nameOf,
  overallVerdict,
  plural,
  type Result,
} from './result.js';

/** A comment on GitHub holds 65,536 characters. */
const LONGEST = 60_000;
/** Words of a policy shown in a cell. */
const LONGEST_WORDS = 120;

/** Results as a comment on a pull request: the verdict first, then a table each. What is too long is counted, not shown. */
export function markdown(results: readonly Result[], failures: readonly Failure[] = []): string {
  const parts = [
    ...failures.map(
      ({ path, error }): Part => ({
        head: [
          path === undefined
            ? `**Error:** ${plain(error.message)}`
            : `**Could not be read:** ${code(path, LONGEST_WORDS)}: ${plain(error.message)}`,
        ],
        rows: [],
        tail: [],
      }),
    ),
    ...results.map((result) => (isComparison(result) ? comparisonPart(result) : reportPart(result))),
  ];
  const title = titleOf(results, failures);
  let room = LONGEST - title.length;
  const shown = parts.map((part) => {
    const text = fitted(part, room);
    room -= text.length;
    return text;
  });
  const left = shown.filter((text) => text === '').length;
  const rest = left > 0 ? [`… and ${plural(left, 'more file')}, too many to show here.`] : [];
  return `${[title, ...shown.filter((text) => text !== ''), ...rest].join('\n\n')}\n`;
}

/** A text before a table, the table, and what follows it. */
interface Part {
  readonly head: readonly string[];
  /** The first two are the head of the table. */
  readonly rows: readonly string[];
  readonly tail: readonly string[];
}

/** As much of a part as there is room for, in characters; empty if not even its beginning fits. */
function fitted({ head, rows, tail }: Part, room: number): string {
  const frame = [...head, ...tail].reduce((sum, text) => sum + text.length + 2, 100);
  let left = room - frame;
  if (left < 0) return '';
  const shown = rows.filter((row) => {
    left -= row.length + 1;
    return left >= 0;
  });
  const more = rows.length - Math.max(2, shown.length);
  const table = shown.length > 2 ? [shown.join('\n')] : [];
  const rest = more > 0 ? [`… and ${more} more, too many to show here.`] : [];
  return [...head, ...table, ...rest, ...tail].join('\n\n');
}

function titleOf(results: readonly Result[], failures: readonly Failure[]): string {
  const verdict = overallVerdict(results.filter(isComparison));
  if (verdict) return `### fineprint: ${verdict}`;
  const reports = results.filter((result): result is Report => !isComparison(result));
  const findings = reports.flatMap((report) => report.findings);
  if (findings.length > 0) return `### fineprint: ${counted(findings)}`;
  return `### fineprint: ${failures.length > 0 && reports.length === 0 ? 'nothing was read' : 'no findings'}`;
}

function counted(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const kinds = [
    ...(of('error') > 0 ? [plural(of('error'), 'error')] : []),
    ...(of('warning') > 0 ? [plural(of('warning'), 'warning')] : []),
    ...(of('info') > 0 ? [`${of('info')} info`] : []),
  ];
  return kinds.length === 0 ? 'no findings' : `${plural(findings.length, 'finding')} (${kinds.join(', ')})`;
}

function reportPart(report: Report): Part {
  const { source, score, findings, suppressed, suppressionProblems, notes } = report;
  const points = score ? `, score ${score.total} of 100 (${score.grade})` : '';
  return {
    head: [`**${code(nameOf(source), LONGEST_WORDS)}**: ${counted(findings)}${points}`],
    rows: ['| Line | Severity | What | Words |', '| ---: | --- | --- | --- |', ...findings.map(findingRow)],
    tail: [
      ...(suppressed.length > 0 ? [`${plural(suppressed.length, 'finding')} suppressed.`] : []),
      ...noteList([
        ...suppressionProblems.map(({ message, position }) =>
          position ? `line ${position.start.line}: ${message}` : message,
        ),
        ...notes.map(({ message }) => message),
      ]),
    ],
  };
}

function findingRow(finding: Finding): string {
  const { ruleId, severity, position, quote } = finding;
  return `| ${position?.start.line ?? '–'} | ${severity} | ${plain(fragmentOf(finding))} (${code(ruleId)}) | ${code(quote, LONGEST_WORDS)} |`;
}

function comparisonPart(comparison: Comparison): Part {
  const { before, after, score, verdict, findings, clauses, sentences, notes } = comparison;
  const listed = changesOf(comparison).filter(({ change }) => change !== 'same');
  const points = score ? `, score ${score.before} → ${score.after} (${signed(score.delta)})` : '';
  const { introduced, resolved, persisting, reworded, moved } = findings;
  const other = sentences ? sentences.added.length + sentences.removed.length + sentences.reworded.length : 0;
  return {
    head: [
      `**${code(nameOf(before), LONGEST_WORDS)} → ${code(nameOf(after), LONGEST_WORDS)}**: ${verdict}${points}`,
      `Findings: ${introduced.length} introduced, ${resolved.length} resolved, ${persisting.length} persisting, ` +
        `${reworded.length} reworded, ${moved.length} moved. Clauses: ${clauses.added.length} added, ` +
        `${clauses.removed.length} removed, ${plural(clauses.changed.length, 'change')} in others.` +
        (other > 0 ? ` Other sentences changed: ${other}.` : ''),
    ],
    rows: [
      '| Change | Lines | What | Before | After |',
      '| --- | --- | --- | --- | --- |',
      ...listed.map(changeRow),
    ],
    tail: noteList(notes),
  };
}

function changeRow({ kind, change, subject, says, words, before, after }: ChangeEntry): string {
  const line = (position: Place['position']): string => String(position?.start.line ?? '–');
  const what = kind === 'answer' ? `${code(subject)} ${plain(says)}` : `${plain(says)} (${code(subject)})`;
  const told = kind === 'introduced' || kind === 'resolved' ? `${kind}: ${what}` : what;
  return (
    `| ${change === 'other' ? 'other' : `**${change}**`} | ${line(before)} → ${line(after)} | ${told} ` +
    `| ${code(words.before, LONGEST_WORDS)} | ${code(words.after, LONGEST_WORDS)} |`
  );
}

function signed(delta: number): string {
  return delta > 0 ? `+${delta}` : String(delta).replace('-', '−');
}

function noteList(messages: readonly string[]): string[] {
  return messages.length === 0 ? [] : [messages.map((message) => `- Note: ${plain(message)}`).join('\n')];
}
