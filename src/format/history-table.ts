import type { Revision } from './history.js';
import { code, plain } from './markdown-escape.js';

/** The history of a policy as a table of Markdown, a revision a row. */
export function historyMarkdown(revisions: readonly Revision[]): string {
  const rows = revisions.map(
    ({ commit = '', date = '', subject, findings, score, comparison, error }) =>
      `| ${code(commit.slice(0, 7))} | ${plain(date.slice(0, 10))} | ${comparison?.verdict ?? (error === undefined ? 'first' : 'error')} ` +
      `| ${score ?? ''} | ${findings} | ${comparison?.findings.introduced.length ?? ''} ` +
      `| ${comparison?.findings.resolved.length ?? ''} | ${error === undefined ? code(subject, 100) : plain(error)} |`,
  );
  return `${[
    '| Commit | Date | Verdict | Score | Found | Introduced | Resolved | Subject |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n')}\n`;
}
