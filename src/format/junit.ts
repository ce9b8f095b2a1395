import type { Comparison } from '../compare/index.js';
import { english, type Locale, type Words } from '../locale/index.js';
import type { Finding, Report } from '../report/index.js';
import { type ChangeEntry, changesOf } from './changes.js';
import { type Failure, isComparison, nameOf, type Result } from './result.js';
import { visible } from './visible.js';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly line?: number | undefined;
  /** What stands in the element; a case without it passed. */
  readonly outcome?: {
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly type?: string;
    readonly message: string;
    readonly text?: string;
  };
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * One suite a file, in which each finding, or each change for the worse, is a failed case. Names of cases are what other
 * tools know them by from run to run, and are the same in every language.
 */
export function junit(
  results: readonly Result[],
  failures: readonly Failure[] = [],
  locale: Locale = english,
): string {
  const suites = [
    ...results.map((result) =>
      isComparison(result) ? comparisonSuite(result, locale) : reportSuite(result, locale),
    ),
    ...failures.map(failureSuite),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="fineprint"${sums(all)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
}

function reportSuite(report: Report, { words }: Locale): Suite {
  const path = nameOf(report.source);
  const cases = [
    ...report.findings.map(
      (finding): Case => ({
        ...caseOf(finding, path),
        outcome: {
          ...{ kind: 'failure', type: finding.severity, message: finding.message },
          text: details(finding, words),
        },
      }),
    ),
    ...report.suppressed.map(
      (finding): Case => ({
        ...caseOf(finding, path),
        outcome: {
          kind: 'skipped',
          message:
            finding.suppression.reason ?? words.junit.suppressed(words.suppression[finding.suppression.kind]),
        },
      }),
    ),
  ];
  // Readers of such files take one without cases for a run that went wrong.
  return { name: path, cases: cases.length > 0 ? cases : [{ name: 'no findings', path }] };
}

function caseOf({ ruleId, position }: Finding, path: string): Case {
  const place = position ? `${position.start.line}:${position.start.column}` : 'whole policy';
  return { name: `${ruleId} (${place})`, path, line: position?.start.line };
}

function details({ context, section, suggestion, position }: Finding, { junit: said }: Words): string {
  return [
    ...(section.length > 0 ? [section.join(' › ')] : []),
    ...(position ? [said.place(position.start.line, position.start.column, context)] : [context]),
    suggestion,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function comparisonSuite(comparison: Comparison, locale: Locale): Suite {
  const path = nameOf(comparison.after);
  const cases = changesOf(comparison, locale).map((entry) => changeCase(entry, path, locale));
  return {
    name: `${nameOf(comparison.before)} → ${path}`,
    cases: cases.length > 0 ? cases : [{ name: 'no changes', path }],
  };
}

function changeCase(
  { kind, change, subject, says, words, before, after, finding }: ChangeEntry,
  path: string,
  { words: { junit: said } }: Locale,
): Case {
  const place = [before, after].map((at) => (at ? `${at.start.line}:${at.start.column}` : '–')).join(' → ');
  const name = { name: `${kind}: ${subject} (${place})`, path, line: after?.start.line };
  if (change !== 'worse') return name;
  const text = [
    ...(words.before === '' ? [] : [said.before(words.before)]),
    ...(words.after === '' ? [] : [said.after(words.after)]),
  ].join('\n');
  return { ...name, outcome: { kind: 'failure', type: finding?.severity ?? 'warning', message: says, text } };
}

function failureSuite({ path = '(input)', error }: Failure): Suite {
  return {
    name: path,
    cases: [{ name: 'could not be read', path, outcome: { kind: 'error', message: error.message } }],
  };
}

function sums(cases: readonly Case[]): string {
  const of = (kind: string): number => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  return attributes({
    tests: cases.length,
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
  });
}

function suiteLines({ name, cases }: Suite): string[] {
  return [
    `  <testsuite${attributes({ name })}${sums(cases)}>`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ];
}

function caseLines({ name, path, line, outcome }: Case): string[] {
  const open = `    <testcase${attributes({ name, classname: path, file: path, line })}`;
  if (!outcome) return [`${open}/>`];
  const { kind, type, message, text } = outcome;
  const start = `      <${kind}${attributes({ type, message })}`;
  return [`${open}>`, text ? `${start}>${lines(text)}</${kind}>` : `${start}/>`, '    </testcase>'];
}

function attributes(all: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(all)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xml(String(value))}"`))
    .join('');
}

function lines(text: string): string {
  return text.split('\n').map(xml).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Of what XML 1.0 cannot hold, all but two are hidden characters that are shown anyway. */
function xml(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, (c) => `<U+${c.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(/[&<>"]/g, (c) => ENTITIES[c] as string);
}
