import type { Comparison } from '../compare/index.js';
import { type Colors, colors } from './colors.js';
import { graphemes, visible, widthOf } from './visible.js';

/** One revision of a policy, and how it stands to the one before. */
export interface Revision {
  /** Missing, with the date, for what is not committed. */
  readonly commit?: string | undefined;
  readonly date?: string | undefined;
  readonly subject: string;
  readonly path: string;
  readonly findings: number;
  readonly score?: number | undefined;
  /** Missing for the first revision, and for one that cannot be held against the one before. */
  readonly comparison?: Comparison | undefined;
  /** Why there is no comparison. */
  readonly error?: string | undefined;
}

/** The history of a policy as a table, a revision a line. */
export function historyText(
  revisions: readonly Revision[],
  options: { readonly color?: boolean; readonly width?: number | undefined } = {},
): string {
  const paint = colors(options.color ?? false);
  const scored = revisions.some(({ score }) => score !== undefined);
  const head = [
    'commit ',
    'date      ',
    'verdict',
    ...(scored ? ['score'] : []),
    'found',
    '  +',
    '  -',
    'subject',
  ].join('  ');
  const room = Math.max(20, (options.width ?? 100) - head.length + 'subject'.length);
  return `${[paint.bold(head), ...revisions.map((revision) => row(revision, { scored, room, paint }))].join('\n')}\n`;
}

function row(
  { commit = '', date = '', subject, findings, score, comparison, error }: Revision,
  { scored, room, paint }: { scored: boolean; room: number; paint: Colors },
): string {
  const verdict = comparison?.verdict ?? (error === undefined ? 'first' : 'error');
  const colour = {
    worse: paint.red,
    better: paint.green,
    mixed: paint.yellow,
    neutral: paint.dim,
    first: paint.dim,
    error: paint.red,
  };
  const count = (list: readonly unknown[] | undefined): string => String(list?.length ?? '').padStart(3);
  return [
    commit.slice(0, 7).padEnd(7),
    date.slice(0, 10).padEnd(10),
    colour[verdict](verdict.padEnd(7)),
    ...(scored ? [String(score ?? '').padStart(5)] : []),
    String(findings).padStart(5),
    count(comparison?.findings.introduced),
    count(comparison?.findings.resolved),
    fitted(visible(error ?? subject), room),
  ]
    .join('  ')
    .trimEnd();
}

function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let shown = '';
  for (const part of graphemes(text)) {
    if (widthOf(shown + part) > room - 1) break;
    shown += part;
  }
  return `${shown}…`;
}
