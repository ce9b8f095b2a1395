import { english, type Locale } from '../locale/index.js';
import type { ClearedFinding, Finding, Report } from '../report/index.js';
import { type Colors, colors } from './colors.js';
import { excerpts } from './excerpt.js';
import { profileLines } from './profile.js';
import { fragmentOf } from './result.js';
import { scoreLines } from './score.js';
import { visible } from './visible.js';

export interface StylishOptions {
  /** `true`: the profile and score too; `'only'`: it alone. Without it the profile is shown where there is one report. */
  readonly profile?: boolean | 'only' | undefined;
  readonly color?: boolean | undefined;
  /** Columns of the terminal; 100 without it. */
  readonly width?: number | undefined;
  /** The policy's text, to show the lines a finding stands in. Without it the quoted words are shown alone. */
  readonly textOf?: ((report: Report) => string | undefined) | undefined;
}

const LONGEST_QUOTE_LINES = 3;
const INDENT = '    ';

/** A report for people: findings by section, each with its line and the quoted words underlined, then the sums. */
export function stylish(
  reports: readonly Report[],
  options: StylishOptions = {},
  locale: Locale = english,
): string {
  const paint = colors(options.color ?? false);
  const width = Math.max(40, options.width ?? 100);
  const telling = { paint, width, locale };
  const { stylish: said, text } = locale.words;
  const withProfile = options.profile ?? reports.length === 1;
  const parts = reports.flatMap((report) => {
    const lines = lineReader(options.textOf?.(report));
    const body = [
      ...bySection(report.findings).flatMap(({ section, findings }) => [
        '',
        `  ${paint.bold(section === '' ? said.noHeading : visible(section))}`,
        ...findings.flatMap((finding) => entry(finding, lines, telling)),
      ]),
      ...clearedLines(report.cleared, telling),
      ...clauseLines(report, telling),
      ...(withProfile ? [...profileLines(report, telling), ...scoreLines(report, telling)] : []),
      ...report.suppressionProblems.map(
        ({ message, position }) =>
          `  ${paint.yellow(said.suppression)}  ${position ? `${place({ position }, telling)}  ` : ''}${visible(message)}`,
      ),
      ...notesOf(report, options).map((note) => `  ${paint.blue(said.note)}  ${visible(note.message)}`),
    ];
    const name = paint.underline(visible(report.source.path ?? text));
    return body.length === 0 ? [] : [[name, ...body].join('\n')];
  });
  const sums = options.profile === 'only' ? [] : [summary(reports, telling)];
  return `${[...parts, ...sums].join('\n\n')}\n`;
}

/** How things are told: in which language, how wide, in which colours. */
export interface Telling {
  readonly locale: Locale;
  /** Columns. */
  readonly width: number;
  readonly paint: Colors;
}

/** Whoever asked for the profile alone need not be told that it is alone. */
function notesOf({ notes }: Report, { profile }: StylishOptions): Report['notes'] {
  return profile === 'only' ? notes.filter(({ code }) => code !== 'profile-only') : notes;
}

type LineReader = (line: number) => string | undefined;

function lineReader(text: string | undefined): LineReader {
  const lines = text?.split(/\r\n|\r|\n/);
  return (line) => lines?.[line - 1];
}

/** Groups neighbours under one heading; findings come in the order of the text. */
function bySection(findings: readonly Finding[]): { section: string; findings: Finding[] }[] {
  const groups: { section: string; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const section = finding.section.join(' › ');
    const last = groups[groups.length - 1];
    if (last?.section === section) last.findings.push(finding);
    else groups.push({ section, findings: [finding] });
  }
  return groups;
}

function entry(finding: Finding, lines: LineReader, telling: Telling): string[] {
  const { paint, locale } = telling;
  const { stylish: said, pointed, severity } = locale.words;
  const colour = { error: paint.red, warning: paint.yellow, info: paint.blue };
  const shown = source(finding, lines, telling);
  // Where the words are shown, the message need not begin with them.
  const message = shown.length > 0 ? fragmentOf(finding, locale) : finding.message;
  return [
    `${INDENT}${place(finding, telling)}  ${colour[finding.severity](severity[finding.severity])}  ${visible(message)}  ${paint.dim(finding.ruleId)}`,
    ...shown,
    ...finding.related.map(
      ({ message, quote, position }) =>
        `${INDENT}  ${paint.blue(said.see)} ${position.start.line}:${position.start.column}  ${pointed(visible(message), visible(quote))}`,
    ),
  ];
}

function place({ position }: Pick<Finding, 'position'>, { locale }: Telling): string {
  return position ? `${position.start.line}:${position.start.column}` : locale.words.stylish.wholePolicy;
}

/** The line or lines that a finding quotes, underlined as compilers do. */
function source({ position }: Finding, lines: LineReader, { width, paint }: Telling): string[] {
  if (!position) return [];
  const { start, end } = position;
  const gutter = String(end.line).length;
  const room = width - INDENT.length - gutter - 5;
  const out: string[] = [];
  const last = Math.min(end.line, start.line + LONGEST_QUOTE_LINES - 1);
  for (let line = start.line; line <= last; line++) {
    const text = lines(line);
    if (text === undefined) return [];
    const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length;
    const to = line === end.line ? end.column - 1 : text.trimEnd().length;
    if (to <= from) continue;
    excerpts(text, from, to, room).forEach((shown, row) => {
      const number = row === 0 ? String(line) : '';
      out.push(
        `${INDENT}  ${paint.dim(`${number.padStart(gutter)} |`)} ${shown.line}`,
        `${INDENT}  ${paint.dim(`${' '.repeat(gutter)} |`)} ${paint.yellow(shown.marks)}`,
      );
    });
  }
  if (end.line > last) out.push(`${INDENT}  ${paint.dim(`${'…'.padStart(gutter)} |`)}`);
  return out;
}

function clearedLines(cleared: readonly ClearedFinding[], telling: Telling): string[] {
  if (cleared.length === 0) return [];
  const { paint, locale } = telling;
  const { stylish: said, pointed } = locale.words;
  const lines = cleared.map(
    (finding) =>
      `${INDENT}${place(finding, telling)}  ${visible(finding.message)}  ${paint.dim(finding.ruleId)}\n` +
      `${INDENT}  ${paint.green(said.clearedBy)} ${place(finding.clearedBy, telling)}  ` +
      pointed(visible(finding.clearedBy.message), visible(finding.clearedBy.quote)),
  );
  return ['', `  ${paint.bold(said.cleared)}`, ...lines];
}

function clauseLines({ clauses }: Report, telling: Telling): string[] {
  if (!clauses || clauses.length === 0) return [];
  const { paint, locale } = telling;
  const { words } = locale;
  const { stylish: said } = words;
  const lines = clauses.map(({ action, polarity, modality, position, slots }) => {
    const filled = Object.entries(slots).map(([name, values]) =>
      said.slot(
        words.slot(name),
        values.map(({ text }) => visible(text)),
      ),
    );
    const modal = modality === 'none' ? undefined : words.modality[modality];
    const read = said.clause(words.action(action), modal, words.polarity[polarity]);
    return `${INDENT}${place({ position }, telling)}  ${read}  ${paint.dim(words.clauses(filled))}`;
  });
  return ['', `  ${paint.bold(said.clauses)}`, ...lines];
}

function summary(reports: readonly Report[], { paint, locale }: Telling): string {
  const { counts, stylish: said } = locale.words;
  const count = { error: 0, warning: 0, info: 0 };
  for (const { findings } of reports) for (const { severity } of findings) count[severity]++;
  const total = count.error + count.warning + count.info;
  const policies = counts.policies(reports.length);
  const passed = reports.reduce((sum, { suppressed }) => sum + suppressed.length, 0);
  const beside = passed === 0 ? '' : said.beside(counts.suppressed(passed));
  if (total === 0) return paint.green(`${said.nothing(policies)}${beside}`);
  const kinds = [counts.error(count.error), counts.warning(count.warning), counts.info(count.info)];
  return `${paint.bold(said.sum(counts.findings(total)))}${said.sumIn(policies, kinds)}${beside}`;
}
