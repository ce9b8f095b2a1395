import { analyzerOf, type Finding } from '../report/index.js';
import type { Rule, RuleSet } from '../ruleset/index.js';
import type { Span } from '../source/index.js';
import { parseMarks } from './marks.js';

/** An example of a rule that does not come out as it says. */
export interface ExampleFailure {
  readonly ruleId: string;
  readonly kind: 'bad' | 'good';
  /** From 0, among the examples of its kind. */
  readonly index: number;
  readonly example: string;
  /** What was expected and what was found. */
  readonly message: string;
}

export interface Example {
  readonly kind: 'bad' | 'good';
  readonly index: number;
  readonly example: string;
}

/** A rule's examples in order, the bad ones first, of each kind the English ones. */
export function examplesOf(rule: Rule): Example[] {
  const { zh } = rule.examples;
  const bad = [...rule.examples.bad, ...(zh?.bad ?? [])];
  const good = [...rule.examples.good, ...(zh?.good ?? [])];
  return [
    ...bad.map((example, index): Example => ({ kind: 'bad', index, example })),
    ...good.map((example, index): Example => ({ kind: 'good', index, example })),
  ];
}

/**
 * Runs the examples of a rule: each is a small Markdown policy. A bad one must give findings of this rule at exactly
 * its `[[…]]`, a good one none. Returns what failed; an empty array when all is well.
 */
export function testRule(rule: Rule, ruleSet: RuleSet): ExampleFailure[] {
  const analyzer = analyzerOf({ ...ruleSet, rules: ruleSet.rules.filter(({ id }) => id === rule.id) });
  return examplesOf(rule).flatMap((example) => {
    const message = judge(example, (text) => {
      const report = analyzer.analyze({ text, format: 'markdown' });
      return { findings: report.findings, notes: report.notes.map((note) => note.message) };
    });
    return message === undefined ? [] : [{ ruleId: rule.id, ...example, message }];
  });
}

type Run = (text: string) => { findings: readonly Finding[]; notes: readonly string[] };

function judge({ kind, example }: Example, run: Run): string | undefined {
  let marked: ReturnType<typeof parseMarks>;
  try {
    marked = parseMarks(example);
  } catch (error) {
    return (error as Error).message;
  }
  const { text, ranges } = marked;
  if (kind === 'bad' && ranges.length === 0) return 'a bad example marks what must be found with [[…]]';
  if (kind === 'good' && ranges.length > 0) return 'a good example marks nothing';
  const { findings, notes } = run(text);
  const found = findings.flatMap(({ position }) =>
    position ? [{ start: position.start.offset, end: position.end.offset }] : [],
  );
  const show = (spans: readonly Span[]): string =>
    spans.length === 0
      ? 'nothing'
      : spans.map(({ start, end }) => `"${text.slice(start, end)}" at ${start}`).join(', ');
  if (show(sorted(ranges)) === show(sorted(found))) return undefined;
  const noted = notes.length > 0 ? `; ${notes.join('; ')}` : '';
  return `expected ${show(sorted(ranges))}; found ${show(sorted(found))}${noted}`;
}

function sorted(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
}
