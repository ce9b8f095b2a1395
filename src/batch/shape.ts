import { noFormula } from '../format/index.js';
import type { Report } from '../report/index.js';
import { PROFILE_KEYS } from '../ruleset/index.js';
import type { Gate } from './gate.js';
import type { Row } from './row.js';
import type { Failure } from './task.js';

/** report: JSON with the whole report; row: JSON with what a table holds of it; csv: the same in columns. */
export const SHAPES = ['report', 'row', 'csv'] as const;
export type Shape = (typeof SHAPES)[number];

/** What is known of a policy beside its report. */
export interface Head {
  readonly id: string;
  readonly gate: readonly Gate[];
  /** Place in the input, from 1, of the policy that this one repeats. */
  readonly repeats?: number | undefined;
}

/** The end of a line. It is made where the policy is judged, so that the main thread need not write the report again. */
export type Body = string;

/** How policies become lines. */
export interface Lines {
  /** The first line of a file; empty for JSON. */
  readonly header: string;
  readonly skipped: Body;
  reported(report: Report, row: Row): Body;
  failed(failure: Failure): Body;
  /** A whole line, with its end. */
  line(head: Head, body: Body): string;
}

/** `rules` are the columns of a table. */
export function linesIn(shape: Shape, rules: readonly string[]): Lines {
  return shape === 'csv' ? csvLines(rules) : jsonLines(shape);
}

function jsonLines(shape: 'report' | 'row'): Lines {
  return {
    header: '',
    skipped: '"skipped":true}',
    reported: (report, row) => JSON.stringify(shape === 'report' ? { report } : row).slice(1),
    failed: (failure) => JSON.stringify({ error: failure }).slice(1),
    line: ({ id, gate, repeats }, body) => `${JSON.stringify({ id, gate, repeats }).slice(0, -1)},${body}\n`,
  };
}

const HEAD = ['id', 'gate', 'repeats'];
const FAILURE = ['error', 'message'];
const REPORT = ['language', 'words', 'score', 'grade'];

type Cell = string | number | null | undefined;

function csvLines(rules: readonly string[]): Lines {
  const columns = [...REPORT, ...PROFILE_KEYS, ...rules];
  const none = columns.map(() => undefined);
  const cells = (values: readonly Cell[]): string => values.map(cell).join(',');
  return {
    header: `${cells([...HEAD, ...FAILURE, ...columns])}\n`,
    skipped: cells(['skipped', '', ...none]),
    reported: (_, { language, words, score, grade, profile, findings }) =>
      cells([
        ...['', '', language, words, score, grade],
        ...PROFILE_KEYS.map((key) => profile[key]),
        ...rules.map((rule) => findings[rule] ?? 0),
      ]),
    failed: ({ code, message }) => cells([code, message, ...none]),
    line: ({ id, gate, repeats }, body) => `${cells([id, gate.join(' '), repeats])},${body}\n`,
  };
}

/** Quoted where RFC 4180 asks for it. */
function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = noFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
