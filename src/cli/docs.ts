import { resolve } from 'node:path';
import { PAGE_MARK, ruleIndex, rulePage, visible } from '../format/index.js';
import { comparePages, loadRules, writePages } from '../node/index.js';
import { builtin } from '../ruleset/index.js';
import { EXIT, type ExitStatus, type Io } from './io.js';

export interface DocsFlags {
  readonly check?: boolean;
}

/**
 * Writes a page beside each rule of a folder (`<category>/<name>.md`) and an index (`README.md`). With `check` nothing is
 * written, and pages that are not current make the status 1.
 */
export async function rulesDocs(folder: string, flags: DocsFlags, io: Io): Promise<ExitStatus> {
  const { rules } = await loadRules(folder, { cwd: io.cwd });
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const pages = new Map(sorted.map((rule) => [`${rule.id}.md`, rulePage(rule, builtin.presets)]));
  pages.set('README.md', ruleIndex(sorted));
  const root = resolve(io.cwd, folder);
  const state = await comparePages(root, pages, PAGE_MARK);
  const stale = [
    ...state.outdated.map((path) => `${visible(path)} is not current`),
    ...state.surplus.map((path) => `${visible(path)} has no rule any more`),
  ];
  if (flags.check && stale.length > 0) {
    io.out(`${stale.join('\n')}\nfineprint rules docs ${visible(folder)} writes them anew\n`);
    return EXIT.findings;
  }
  if (!flags.check) await writePages(root, pages, state, PAGE_MARK);
  const done = flags.check ? 'current' : `current, ${stale.length} of them changed`;
  io.out(`${pages.size} pages are ${done}\n`);
  return EXIT.clean;
}
