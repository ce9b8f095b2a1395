import { compare } from '../compare/index.js';
import type { PolicyDocument } from '../document/index.js';
import { plural } from '../locale/index.js';
import { comparisonMain, comparisonPage, reportMain, reportPage } from '../page/index.js';
import {
  type AnalyzeOptions,
  type Analyzer,
  type AnalyzerOptions,
  createAnalyzer,
  parsePolicy,
  type Report,
} from '../report/index.js';
import { editsOf, inGroups } from './edits.js';
import { wear } from './look.js';
import type { Desk, FromWorker, Request, Told } from './messages.js';
import { NO_RULE, type OwnRule, readOwnRule } from './own-rule.js';
import { type PartName, PartNeeded, type Parts } from './parts.js';
import { type Piece, piecesOf } from './pieces.js';

interface Read {
  readonly document: PolicyDocument;
  readonly report: Report;
}

type Include = NonNullable<AnalyzeOptions['include']>;
const FOR_REPORT: Include = ['cleared'];
const FOR_COMPARISON: Include = ['clauses', 'cleared', 'sentences'];

type Languages = NonNullable<AnalyzerOptions['languages']>;
const ENGLISH: Languages = [];

interface Source {
  readonly text: string;
  readonly format: Desk['format'];
  readonly path: string;
}

const source = (text: string, format: Desk['format'], path: string): Source => ({ text, format, path });

/** What is shown for a desk, and what is said of it. */
interface Shown extends Pick<Told, 'summary' | 'page'> {
  readonly main: readonly Piece[];
}

const NOTHING: Shown = { main: [], summary: '', page: undefined };

/**
 * Answers what the page asks, given the parts that are loaded, which may become more. Keeps what stays the same from one request to the
 * next, which is all but what was typed last, and what the page shows, so that only what differs is told.
 */
export function createStudio(parts: Readonly<Partial<Parts>>): (request: Request) => FromWorker[] {
  const show = createShow(parts);
  let shown: readonly Piece[] = [];
  return (request) => {
    try {
      const { own, main, summary, page } = show(request);
      const edits = inGroups(editsOf(shown, main)).map((group) => ({ edits: group }));
      shown = main;
      const { problems, examples } = own;
      return [...edits, { told: { empty: main.length === 0, summary, page, problems, examples } }];
    } catch (error) {
      if (error instanceof PartNeeded) return [{ needs: error.part }];
      throw error;
    }
  };
}

const HAN = /\p{Script=Han}/u;

function createShow(parts: Readonly<Partial<Parts>>): (request: Request) => Shown & { own: OwnRule } {
  const need = <N extends PartName>(name: N): Parts[N] => {
    const part: Partial<Parts>[N] = parts[name];
    if (part === undefined) throw new PartNeeded(name);
    return part;
  };
  const ruleOf = lastOf(readOwnRule);
  const languagesOf = lastOf((chinese: Parts['chinese']): Languages => [chinese]);
  const analyzerOf = lastOf(
    (preset: string, { rule }: OwnRule, languages: Languages): Analyzer =>
      createAnalyzer({ presets: [preset], languages, ...(rule ? { extraRules: [rule] } : {}) }),
  );
  const read = (desk: Source, analyzer: Analyzer, include: Include): Read => {
    const document = parsePolicy(desk, { readers: { html: (text) => need('html')(text) } });
    return { document, report: analyzer.analyzeDocument(document, { include }) };
  };
  const sources = [lastOf(source), lastOf(source)] as const;
  const [readAfter, readBefore] = [lastOf(read), lastOf(read)];
  return ({ desk, page }) => {
    if (page) wear(need('look'));
    const texts = [desk.text, desk.before, desk.rule];
    const languages = texts.some((text) => HAN.test(text)) ? languagesOf(need('chinese')) : ENGLISH;
    const own = desk.rule.trim() === '' ? NO_RULE : ruleOf(desk.rule, need('rule'), languages);
    if (desk.text.trim() === '') return { ...NOTHING, own };
    const analyzer = analyzerOf(desk.preset, own, languages);
    const after = sources[0](desk.text, desk.format, 'policy');
    if (desk.before.trim() === '')
      return { ...shownReport(readAfter(after, analyzer, FOR_REPORT), own, page), own };
    const before = sources[1](desk.before, 'auto', 'before');
    const [a, b] = [readBefore(before, analyzer, FOR_COMPARISON), readAfter(after, analyzer, FOR_COMPARISON)];
    return { ...shownComparison(a, b, page), own };
  };
}

function shownReport({ document, report }: Read, { rule }: OwnRule, page: boolean): Shown {
  const input = { report, document, rules: rule ? [rule] : [] };
  const [overview, ...rest] = reportMain(input);
  const { findings, score } = report;
  return {
    // The text comes first, as it is what is worked on.
    main: piecesOf([...rest, ...(overview ? [overview] : [])]),
    summary: `${plural(findings.length, 'finding')}${score ? `, score ${score.total} of 100 (${score.grade})` : ''}`,
    page: page ? reportPage(input) : undefined,
  };
}

function shownComparison(before: Read, after: Read, page: boolean): Shown {
  const comparison = compare(before.report, after.report);
  const input = { comparison, before: before.document, after: after.document };
  return {
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
