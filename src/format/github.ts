import type { Comparison, Place } from '../compare/index.js';
import { english, type Locale } from '../locale/index.js';
import { type Finding, type Report, shorten } from '../report/index.js';
import { gotWorse } from './changes.js';
import { type Failure, isComparison, type Result } from './result.js';
import { visible } from './visible.js';

/** A workflow command of GitHub Actions that marks a place. */
interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly path?: string | undefined;
  readonly position?: Place['position'];
}

const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Words of a policy in a message. */
const LONGEST_WORDS = 200;

/** Findings, or what comparisons say got worse, as annotations of a GitHub Actions run. */
export function github(
  results: readonly Result[],
  failures: readonly Failure[] = [],
  locale: Locale = english,
): string {
  return [
    ...failures.map(
      ({ path, error }): Annotation => ({
        ...{ level: 'error', title: 'fineprint', message: error.message, path },
      }),
    ),
    ...results.flatMap((result) => (isComparison(result) ? ofComparison(result, locale) : ofReport(result))),
  ]
    .map((annotation) => `${command(annotation)}\n`)
    .join('');
}

function ofReport({ source: { path }, findings, suppressionProblems, notes }: Report): Annotation[] {
  return [
    ...findings.map((finding) => ({ ...ofFinding(finding), path })),
    ...suppressionProblems.map(
      ({ message, position, code }): Annotation => ({
        ...{ level: 'warning', title: `fineprint: ${code}`, message, path, position },
      }),
    ),
    ...notes.map(
      ({ message, code }): Annotation => ({
        ...{ level: 'notice', title: `fineprint: ${code}`, message, path },
      }),
    ),
  ];
}

function ofFinding({ ruleId, severity, message, suggestion, position }: Finding): Annotation {
  const advice = suggestion === '' ? '' : `\n${suggestion}`;
  return { level: LEVEL[severity], title: ruleId, message: `${message}${advice}`, position };
}

function ofComparison(comparison: Comparison, locale: Locale): Annotation[] {
  const { github: said, quote, verdict: verdicts } = locale.words;
  const { path } = comparison.after;
  const { score, verdict } = comparison;
  const points = score ? said.score(score.before, score.after) : '';
  return [
    { level: 'notice', title: 'fineprint', message: `${said.verdict(verdicts[verdict])}${points}`, path },
    ...gotWorse(comparison, locale).map(({ kind, name, says, words, after, finding }): Annotation => {
      if (finding) return { ...ofFinding(finding), path };
      const told = [
        ...(words.before === '' ? [] : [`-${quote(shorten(words.before, LONGEST_WORDS))}`]),
        ...(words.after === '' ? [] : [`+${quote(shorten(words.after, LONGEST_WORDS))}`]),
      ].join(' ');
      const title = kind === 'answer' ? said.worse(name) : said.clause(says, name);
      return {
        ...{ level: 'warning', title, path, position: after },
        message:
          kind === 'answer'
            ? locale.words.markdown.answer(name, says)
            : told === ''
              ? says
              : said.told(says, told),
      };
    }),
  ];
}

/** Columns are given where one line holds all the words: GitHub takes them only there. */
function command({ level, title, message, path, position }: Annotation): string {
  const { start, end } = position ?? {};
  const properties = {
    file: path,
    line: start?.line,
    endLine: end?.line,
    ...(start?.line === end?.line ? { col: start?.column, endColumn: end?.column } : {}),
    title,
  };
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  );
  return `::${level} ${given.join(',')}::${data(message)}`;
}

/** Line ends are escaped and kept; all else that a log would obey is shown. */
function data(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => visible(line).replaceAll('%', '%25'))
    .join('%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
