import { Option } from 'commander';
import type { BatchSummary } from '../batch/index.js';
import { visible } from '../format/index.js';

const MOST_RULES = 10;

const FORMS = ['table', 'json', 'none'] as const;
export type SummaryForm = (typeof FORMS)[number];

export function summaryForm(): Option {
  return new Option('--summary <form>', 'how to print the closing summary').choices(FORMS).default('table');
}

export function summaryAs(form: SummaryForm, summary: BatchSummary): string {
  if (form === 'none') return '';
  return form === 'json' ? `${JSON.stringify(summary, null, 2)}\n` : summaryTable(summary);
}

export function counted(policies: number): string {
  return `${policies} ${policies === 1 ? 'policy' : 'policies'}`;
}

export function summaryLine({ policies, judged, skipped, failed }: BatchSummary): string {
  const parts = [skipped > 0 ? `${skipped} skipped` : '', failed > 0 ? `${failed} failed` : ''].filter(
    (part) => part !== '',
  );
  return `${counted(policies)}: ${[`${judged} judged`, ...parts].join(', ')}`;
}

/** The closing summary for people: grades, gates, failures, the rules that found something most often, and the profile. */
function summaryTable(summary: BatchSummary): string {
  const { judged, grades, score, gates, failures, rules, profile } = summary;
  const share = (count: number): string => `${Math.round((100 * count) / Math.max(1, judged))}%`;
  const tables: [title: string, rows: (readonly string[])[]][] = [
    [
      score === null ? 'Grades' : `Grades (mean score ${score})`,
      Object.entries(grades).map(([grade, count]) => [grade, String(count), share(count)]),
    ],
    ['Gate', Object.entries(gates).map(([gate, count]) => [gate, String(count)])],
    ['Failures', Object.entries(failures).map(([code, count]) => [code, String(count)])],
    [
      'Rules with findings in most policies',
      rules
        .slice(0, MOST_RULES)
        .map(({ rule, policies, findings }) => [
          rule,
          String(policies),
          share(policies),
          `${findings} findings`,
        ]),
    ],
    [
      'Profile',
      Object.entries(profile).map(([question, answers]) => [
        question,
        Object.entries(answers)
          .sort((a, b) => b[1] - a[1])
          .map(([answer, count]) => `${answer} ${share(count)}`)
          .join(', '),
      ]),
    ],
  ];
  return tables
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${title}\n${aligned(rows)}`)
    .join('\n');
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, i) => visible(cell).padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
