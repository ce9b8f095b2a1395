import { compare } from '../compare/index.js';
import { readHtml } from '../document/html/index.js';
import type { PolicyDocument } from '../document/index.js';
import { plural } from '../locale/index.js';
import { comparisonMain, comparisonPage, reportMain, reportPage } from '../page/index.js';
import {
  type AnalyzeOptions,
  type Analyzer,
  createAnalyzer,
  parsePolicy,
  type Report,
} from '../report/index.js';
import type { Answer, Desk, Request } from './messages.js';
import { type OwnRule, readOwnRule, withRule } from './own-rule.js';
import { piecesOf } from './pieces.js';

interface Read {
  readonly document: PolicyDocument;
  readonly report: Report;
}

type Include = NonNullable<AnalyzeOptions['include']>;
const FOR_REPORT: Include = ['cleared'];
const FOR_COMPARISON: Include = ['clauses', 'cleared', 'sentences'];

interface Source {
  readonly text: string;
  readonly format: Desk['format'];
  readonly path: string;
}

const source = (text: string, format: Desk['format'], path: string): Source => ({ text, format, path });

const NOTHING: Answer = {
  main: [],
  summary: '',
  problems: [],
  examples: [],
  page: undefined,
  error: undefined,
};

/** Answers what the page asks; keeps what stays the same from one request to the next, which is all but what was typed last. */
export function createStudio(): (request: Request) => Answer {
  const ruleOf = lastOf(readOwnRule);
  const analyzerOf = lastOf(
    (preset: string, { rule }: OwnRule): Analyzer => createAnalyzer({ presets: [preset], ...withRule(rule) }),
  );
  const read = (desk: Source, analyzer: Analyzer, include: Include): Read => {
    const document = parsePolicy(desk, { readers: { html: readHtml } });
    return { document, report: analyzer.analyzeDocument(document, { include }) };
  };
  const sources = [lastOf(source), lastOf(source)] as const;
  const [readAfter, readBefore] = [lastOf(read), lastOf(read)];
  return ({ desk, page }) => {
    const own = ruleOf(desk.rule);
    const { problems, examples } = own;
    if (desk.text.trim() === '') return { ...NOTHING, problems, examples };
    const analyzer = analyzerOf(desk.preset, own);
    const after = sources[0](desk.text, desk.format, 'policy');
    if (desk.before.trim() === '')
      return { ...shownReport(readAfter(after, analyzer, FOR_REPORT), own, page), problems, examples };
    const before = sources[1](desk.before, 'auto', 'before');
    const [a, b] = [readBefore(before, analyzer, FOR_COMPARISON), readAfter(after, analyzer, FOR_COMPARISON)];
    return { ...shownComparison(a, b, page), problems, examples };
  };
}

function shownReport({ document, report }: Read, { rule }: OwnRule, page: boolean): Answer {
  const input = { report, document, rules: rule ? [rule] : [] };
  const [overview, ...rest] = reportMain(input);
  const { findings, score } = report;
  return {
    ...NOTHING,
    // The text comes first, as it is what is worked on.
    main: piecesOf([...rest, ...(overview ? [overview] : [])]),
    summary: `${plural(findings.length, 'finding')}${score ? `, score ${score.total} of 100 (${score.grade})` : ''}`,
    page: page ? reportPage(input) : undefined,
  };
}

function shownComparison(before: Read, after: Read, page: boolean): Answer {
  const comparison = compare(before.report, after.report);
  const input = { comparison, before: before.document, after: after.document };
  return {
    ...NOTHING,
    main: piecesOf(comparisonMain(input)),
    summary: `Compared: ${comparison.verdict}${comparison.score ? `, score ${comparison.score.before} → ${comparison.score.after}` : ''}`,
    page: page ? comparisonPage(input) : undefined,
  };
}

/** Remembers what a function gave last, for the same arguments. */
function lastOf<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (!last?.args.every((arg, i) => Object.is(arg, args[i]))) last = { args, result: make(...args) };
    return last.result;
  };
}
