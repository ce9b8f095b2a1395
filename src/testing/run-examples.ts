import type { PolicyDocument } from '../document/index.js';
import { type Analyzer, analyzerOf, parsePolicy, type Report } from '../report/index.js';
import type { CompiledRule, Rule, RuleSet } from '../ruleset/index.js';
import type { Span } from '../source/index.js';
import { parseMarks } from './marks.js';

export interface Example {
  readonly kind: 'bad' | 'good';
  /** From 0, among the examples of its kind. */
  readonly index: number;
  /** As it is written, with its marks. */
  readonly example: string;
  readonly language: 'en' | 'zh';
}

/** An example that was run: what was read without the marks, and what its rule found there. */
export interface ExampleRun extends Example {
  readonly document: PolicyDocument;
  /** Of this rule alone, with what was cleared. */
  readonly report: Report;
  /** What was expected and what was found; missing where the example comes out as it says. */
  readonly failure?: string | undefined;
}

/** A rule's examples in order, the bad ones first, of each kind the English ones. */
export function examplesOf({ examples: { bad, good, zh } }: Rule): Example[] {
  const all = (kind: Example['kind'], english: readonly string[], chinese: readonly string[] = []) =>
    [...english, ...chinese].map(
      (example, index): Example => ({
        kind,
        index,
        example,
        language: index < english.length ? 'en' : 'zh',
      }),
    );
  return [...all('bad', bad, zh?.bad), ...all('good', good, zh?.good)];
}

/**
 * Runs the examples of a rule: each is a small Markdown policy. A bad one must give findings of this rule at exactly
 * its `[[…]]`, a good one none.
 */
export function runExamples(rule: Rule, ruleSet: RuleSet): ExampleRun[] {
  const analyzer = analyzerFor(rule, ruleSet, (compiled) => compiled);
  return examplesOf(rule).map((example) => {
    const { text, ranges, problem } = marked(example);
    const document = parsePolicy({ text, format: 'markdown' });
    const report = analyzer.analyzeDocument(document, { include: ['cleared'] });
    return { ...example, document, report, failure: problem ?? differenceOf(text, ranges, report) };
  });
}

/** Tells of examples of a rule which of its evidence, by place in `clearedBy`, would alone clear all that they have cleared. */
export function clearingOf(rule: Rule, ruleSet: RuleSet): (run: ExampleRun) => readonly number[] {
  const alone = rule.clearedBy.map((_, i) =>
    analyzerFor(rule, ruleSet, (compiled) => ({
      ...compiled,
      clearedBy: compiled.clearedBy.slice(i, i + 1),
    })),
  );
  return ({ document, report }) =>
    report.cleared.length === 0
      ? []
      : alone.flatMap((analyzer, i) => (analyzer.analyzeDocument(document).findings.length === 0 ? [i] : []));
}

function analyzerFor({ id }: Rule, ruleSet: RuleSet, as: (compiled: CompiledRule) => CompiledRule): Analyzer {
  return analyzerOf({ ...ruleSet, rules: ruleSet.rules.filter((rule) => rule.id === id).map(as) });
}

/** The text of an example, and what is wrong with its marks. */
function marked({ kind, example }: Example): {
  readonly text: string;
  readonly ranges: readonly Span[];
  readonly problem?: string;
} {
  try {
    const { text, ranges } = parseMarks(example);
    if (kind === 'bad' && ranges.length === 0)
      return { text, ranges, problem: 'a bad example marks what must be found with [[…]]' };
    if (kind === 'good' && ranges.length > 0)
      return { text, ranges, problem: 'a good example marks nothing' };
    return { text, ranges };
  } catch (error) {
    return { text: example, ranges: [], problem: (error as Error).message };
  }
}

function differenceOf(
  text: string,
  ranges: readonly Span[],
  { findings, notes }: Report,
): string | undefined {
  const found = findings.flatMap(({ position }) =>
    position ? [{ start: position.start.offset, end: position.end.offset }] : [],
  );
  const show = (spans: readonly Span[]): string =>
    spans.length === 0
      ? 'nothing'
      : spans.map(({ start, end }) => `"${text.slice(start, end)}" at ${start}`).join(', ');
  if (show(sorted(ranges)) === show(sorted(found))) return undefined;
  const noted = notes.length > 0 ? `; ${notes.map(({ message }) => message).join('; ')}` : '';
  return `expected ${show(sorted(ranges))}; found ${show(sorted(found))}${noted}`;
}

function sorted(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
}
