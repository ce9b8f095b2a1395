import type { Comparison, Place } from '../compare/index.js';
import { english, type Locale, type Words } from '../locale/index.js';
import type { Finding, Report } from '../report/index.js';
import { type ChangeEntry, changesOf } from './changes.js';
import { code, plain } from './markdown-escape.js';
import { type Failure, fragmentOf, isComparison, nameOf, overallVerdict, type Result } from './result.js';

/** A comment on GitHub holds 65,536 characters. */
const LONGEST = 60_000;
/** Words of a policy shown in a cell. */
const LONGEST_WORDS = 120;

/** Results as a comment on a pull request: the verdict first, then a table each. What is too long is counted, not shown. */
export function markdown(
  results: readonly Result[],
  failures: readonly Failure[] = [],
  locale: Locale = english,
): string {
  const { words } = locale;
  const { markdown: said } = words;
  const parts = [
    ...failures.map(
      ({ path, error }): Part => ({
        head: [
          path === undefined
            ? `**${said.error}** ${plain(error.message)}`
            : `**${said.unread}** ${said.titled(code(path, LONGEST_WORDS), plain(error.message))}`,
        ],
        rows: [],
        tail: [],
      }),
    ),
    ...results.map((result) =>
      isComparison(result) ? comparisonPart(result, locale) : reportPart(result, locale),
    ),
  ];
  const title = titleOf(results, failures, words);
  let room = LONGEST - title.length;
  const shown = parts.map((part) => {
    const text = fitted(part, room, words);
    room -= text.length;
    return text;
  });
  const left = shown.filter((text) => text === '').length;
  const rest = left > 0 ? [said.moreFiles(left)] : [];
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
function fitted({ head, rows, tail }: Part, room: number, words: Words): string {
  const frame = [...head, ...tail].reduce((sum, text) => sum + text.length + 2, 100);
  let left = room - frame;
  if (left < 0) return '';
  const shown = rows.filter((row) => {
    left -= row.length + 1;
    return left >= 0;
  });
  const more = rows.length - Math.max(2, shown.length);
  const table = shown.length > 2 ? [shown.join('\n')] : [];
  const rest = more > 0 ? [words.markdown.moreRows(more)] : [];
  return [...head, ...table, ...rest, ...tail].join('\n\n');
}

function titleOf(results: readonly Result[], failures: readonly Failure[], words: Words): string {
  const titled = (text: string): string => `### ${words.markdown.titled('fineprint', text)}`;
  const verdict = overallVerdict(results.filter(isComparison));
  if (verdict) return titled(words.verdict[verdict]);
  const reports = results.filter((result): result is Report => !isComparison(result));
  const findings = reports.flatMap((report) => report.findings);
  if (findings.length > 0) return titled(counted(findings, words));
  const { unreadAll, noFindings } = words.markdown;
  return titled(failures.length > 0 && reports.length === 0 ? unreadAll : noFindings);
}

function counted(findings: readonly Finding[], { counts, markdown: said }: Words): string {
  const kinds = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [counts[severity](count)] : [];
  });
  return kinds.length === 0 ? said.noFindings : said.counted(counts.findings(findings.length), kinds);
}

function reportPart(report: Report, locale: Locale): Part {
  const { words } = locale;
  const { markdown: said } = words;
  const { source, score, findings, suppressed, suppressionProblems, notes } = report;
  const points = score ? said.score(score.total, score.grade) : '';
  const name = `**${code(nameOf(source, words), LONGEST_WORDS)}**`;
  return {
    head: [said.titled(name, `${counted(findings, words)}${points}`)],
    rows: [
      row(said.columns),
      '| ---: | --- | --- | --- |',
      ...findings.map((finding) => findingRow(finding, locale)),
    ],
    tail: [
      ...(suppressed.length > 0 ? [said.suppressed(suppressed.length)] : []),
      ...noteList(
        [
          ...suppressionProblems.map(({ message, position }) =>
            position ? said.atLine(position.start.line, message) : message,
          ),
          ...notes.map(({ message }) => message),
        ],
        words,
      ),
    ],
  };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function findingRow(finding: Finding, locale: Locale): string {
  const { severity: severities, markdown: said } = locale.words;
  const { ruleId, severity, position, quote } = finding;
  const what = said.finding(plain(fragmentOf(finding, locale)), code(ruleId));
  const line = String(position?.start.line ?? '–');
  return row([line, severities[severity], what, code(quote, LONGEST_WORDS)]);
}

function comparisonPart(comparison: Comparison, locale: Locale): Part {
  const { words } = locale;
  const { markdown: said } = words;
  const { before, after, score, verdict, findings, clauses, sentences, notes } = comparison;
  const listed = changesOf(comparison, locale).filter(({ change }) => change !== 'same');
  const points = score ? said.scores(score.before, score.after, score.delta) : '';
  const { introduced, resolved, persisting, reworded, moved } = findings;
  const other = sentences ? sentences.added.length + sentences.removed.length + sentences.reworded.length : 0;
  const names = `**${code(nameOf(before, words), LONGEST_WORDS)} → ${code(nameOf(after, words), LONGEST_WORDS)}**`;
  return {
    head: [
      said.titled(names, `${words.verdict[verdict]}${points}`),
      said.sums(
        words.comparison.sums({
          ...{ introduced: introduced.length, resolved: resolved.length, persisting: persisting.length },
          ...{ reworded: reworded.length, moved: moved.length },
        }),
        said.clauseSums(clauses.added.length, clauses.removed.length, clauses.changed.length),
      ) + (other > 0 ? said.otherSentences(other) : ''),
    ],
    rows: [
      row(said.changeColumns),
      '| --- | --- | --- | --- | --- |',
      ...listed.map((entry) => changeRow(entry, words)),
    ],
    tail: noteList(
      notes.map(({ of, message }) => words.comparison.note[of](message)),
      words,
    ),
  };
}

function changeRow(
  { kind, change, subject, says, words, before, after, name }: ChangeEntry,
  { change: changes, kind: kinds, markdown: said }: Words,
): string {
  const line = (position: Place['position']): string => String(position?.start.line ?? '–');
  // In English ids are the names, and shown as such.
  const about = name === subject ? code(subject) : plain(name);
  const what = kind === 'answer' ? said.answer(about, plain(says)) : said.finding(plain(says), about);
  const told = kind === 'introduced' || kind === 'resolved' ? said.titled(kinds[kind], what) : what;
  return row([
    change === 'other' ? changes.other : `**${changes[change]}**`,
    `${line(before)} → ${line(after)}`,
    told,
    code(words.before, LONGEST_WORDS),
    code(words.after, LONGEST_WORDS),
  ]);
}

function noteList(messages: readonly string[], { markdown: said }: Words): string[] {
  if (messages.length === 0) return [];
  return [messages.map((message) => `- ${said.note(plain(message))}`).join('\n')];
}
