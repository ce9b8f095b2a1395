import { type LocaleChoice, localeOf } from '../locale/index.js';
import type { Revision } from './history.js';
import { code, plain } from './markdown-escape.js';

/** The history of a policy as a table of Markdown, a revision a row. */
export function historyMarkdown(
  revisions: readonly Revision[],
  { locale }: { readonly locale?: LocaleChoice } = {},
): string {
  const { words } = localeOf(locale);
  const rows = revisions.map(
    ({ commit = '', date = '', subject, findings, score, comparison, error }) =>
      `| ${code(commit.slice(0, 7))} | ${plain(date.slice(0, 10))} | ${comparison ? words.verdict[comparison.verdict] : words.history[error === undefined ? 'first' : 'error']} ` +
      `| ${score ?? ''} | ${findings} | ${comparison?.findings.introduced.length ?? ''} ` +
      `| ${comparison?.findings.resolved.length ?? ''} | ${error === undefined ? code(subject, 100) : plain(error)} |`,
  );
  return `${[
    `| ${words.history.columns.join(' | ')} |`,
    '| --- | --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n')}\n`;
}
