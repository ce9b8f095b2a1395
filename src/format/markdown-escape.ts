import { shorten } from '../report/index.js';
import { visible } from './visible.js';

/** Breaks what GitHub and others make links of after parsing, where no backslash helps: mentions, issues, addresses. */
const BREAK = '\u200b';

/** Words of a rule or a tool, as text of Markdown that is nothing but text. Not for the beginning of a line. */
export function plain(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('$', '&#36;')
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replace(/@|#(?=\d)|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, `$&${BREAK}`);
}

/**
 * Words of a policy, as code: no markup, link or mention is looked for in there. They are cut to what a table can show. In the
 * cells of tables a bar is escaped even in code.
 */
export function code(text: string, longest?: number): string {
  const shown = visible(longest === undefined ? text : shorten(text, longest)).trim();
  if (shown === '') return '';
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length)));
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  // Parsers differ in what two backslashes before a bar mean; with a space between they agree.
  const cell = shown.replace(/\\(?=\|)/g, '\\ ').replaceAll('|', '\\|');
  return `${fence}${pad}${cell}${pad}${fence}`;
}
