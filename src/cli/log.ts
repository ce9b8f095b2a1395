import { dirname, resolve } from 'node:path';
import { type Comparison, compare } from '../compare/index.js';
import { historyCsv, historyMarkdown, historyText, type Revision } from '../format/index.js';
import type { Locale } from '../locale/index.js';
import { type FileRevision, fileRevisions, isShallow } from '../node/index.js';
import type { Report, SourceInput } from '../report/index.js';
import { comparing, whyNot } from './diff.js';
import { EXIT, type ExitStatus, type Io } from './io.js';
import type { SetupFlags } from './setup.js';

export const LOG_FORMATS = ['stylish', 'json', 'ndjson', 'markdown', 'csv'] as const;

export interface LogFlags extends SetupFlags {
  readonly format: (typeof LOG_FORMATS)[number];
  readonly maxCount?: number;
  readonly inputFormat: NonNullable<SourceInput['format']>;
  readonly color?: boolean;
}

/** Prints every revision of a policy in its git history, newest first, each with what it changed. */
export async function logCommand(file: string, flags: LogFlags, io: Io): Promise<ExitStatus> {
  const { judge, locale } = await comparing(file, flags, io);
  const revisions: Revision[] = [];
  let later: { revision: FileRevision; report: Report } | undefined;
  // The oldest one asked for is held against the one before it, too.
  const max = flags.maxCount === undefined ? undefined : flags.maxCount + 1;
  for await (const revision of fileRevisions(file, { cwd: io.cwd, format: flags.inputFormat, max })) {
    const report: Report = judge.analyze(revision.input);
    if (later) revisions.push(told(later, report));
    later = { revision, report };
  }
  if (later && revisions.length < (flags.maxCount ?? Number.POSITIVE_INFINITY)) {
    revisions.push(told(later));
    if (await isShallow(resolve(io.cwd, dirname(file))))
      io.err('note: this clone holds only the end of the history; `git fetch --unshallow` brings the rest\n');
  }
  io.out(printed(revisions.slice(0, flags.maxCount), flags, locale, io));
  return EXIT.clean;
}

function told({ revision, report }: { revision: FileRevision; report: Report }, before?: Report): Revision {
  const { commit, date, subject, path } = revision;
  return {
    ...{ commit, date, subject, path },
    findings: report.findings.length,
    ...scoreOf(report),
    ...(before ? comparedWith(before, report) : {}),
  };
}

function scoreOf({ score }: Report): Pick<Revision, 'score'> {
  return score ? { score: score.total } : {};
}

/** A revision in another language is told as such, and the history goes on. */
function comparedWith(before: Report, after: Report): { comparison: Comparison } | { error: string } {
  try {
    return { comparison: compare(before, after) };
  } catch (error) {
    return { error: whyNot(error) };
  }
}

function printed(
  revisions: readonly Revision[],
  { format, color }: LogFlags,
  locale: Locale,
  io: Io,
): string {
  if (format === 'json') return `${JSON.stringify(revisions, null, 2)}\n`;
  if (format === 'ndjson') return revisions.map((revision) => `${JSON.stringify(revision)}\n`).join('');
  if (format === 'markdown') return historyMarkdown(revisions, { locale });
  if (format === 'csv') return historyCsv(revisions);
  return historyText(revisions, { color: color ?? io.color, width: io.columns, locale });
}
