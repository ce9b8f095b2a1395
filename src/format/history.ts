import type { Comparison } from '../compare/index.js';
import { type LocaleChoice, localeOf, type Words } from '../locale/index.js';
import { type Colors, colors } from './colors.js';
import { graphemes, padded, visible, widthOf } from './visible.js';

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
  options: {
    readonly color?: boolean;
    readonly width?: number | undefined;
    readonly locale?: LocaleChoice;
  } = {},
): string {
  const paint = colors(options.color ?? false);
  const { words } = localeOf(options.locale);
  const { history } = words;
  const scored = revisions.some(({ score }) => score !== undefined);
  const verdicts = [...Object.values(words.verdict), history.verdict, history.first, history.error];
  const wide = Math.max(...verdicts.map(widthOf));
  const head = [
    padded(history.commit, 7),
    padded(history.date, 10),
    padded(history.verdict, wide),
    ...(scored ? [padded(history.score, 5)] : []),
    padded(history.found, 5),
    '  +',
    '  -',
    history.subject,
  ].join('  ');
  const room = Math.max(20, (options.width ?? 100) - widthOf(head) + widthOf(history.subject));
  const rows = revisions.map((revision) => row(revision, { scored, room, wide, paint, words }));
  return `${[paint.bold(head), ...rows].join('\n')}\n`;
}

function row(
  { commit = '', date = '', subject, findings, score, comparison, error }: Revision,
  {
    scored,
    room,
    wide,
    paint,
    words,
  }: { scored: boolean; room: number; wide: number; paint: Colors; words: Words },
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
    colour[verdict](padded({ ...words.verdict, ...words.history }[verdict], wide)),
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
