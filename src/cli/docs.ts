import { resolve } from 'node:path';
import { PAGE_MARK, ruleIndex, rulePage, visible } from '../format/index.js';
import { comparePages, loadRules, type PageSet, writePages } from '../node/index.js';
import { builtin, lexiconsWith, type Rule } from '../ruleset/index.js';
import { clearingOf, runExamples } from '../testing/index.js';
import { EXIT, type ExitStatus, type Io } from './io.js';
import { count, type Rules, ruleSetOf } from './rules.js';

export const DOCS_FORMATS = ['markdown', 'html'] as const;

export interface DocsFlags {
  readonly format: (typeof DOCS_FORMATS)[number];
  readonly output?: string;
  readonly check?: boolean;
}

interface LoadedRules extends Rules {
  /** In the order of their ids. */
  readonly rules: readonly Rule[];
}

/**
 * Writes a page for each rule of a folder (`<category>/<name>`) and an index. With `check` nothing is written, and pages that are not
 * current make the status 1.
 */
export async function rulesDocs(folder: string, flags: DocsFlags, io: Io): Promise<ExitStatus> {
  const { format, output = folder, check } = flags;
  const { rules, lexicons } = await loadRules(folder, { cwd: io.cwd });
  const loaded = { rules: [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)), lexicons };
  const set = format === 'html' ? await site(loaded, io) : markdown(loaded);
  const root = resolve(io.cwd, output);
  const state = await comparePages(root, set);
  const stale = [
    ...state.outdated.map((path) => `${visible(path)} is not current`),
    ...state.surplus.map((path) => `${visible(path)} has no rule any more`),
  ];
  if (check && stale.length > 0) {
    io.out(`${stale.join('\n')}\n${visible(commandOf(folder, flags))} writes them anew\n`);
    return EXIT.findings;
  }
  if (!check) await writePages(root, set, state);
  const done = check ? 'current' : `current, ${stale.length} of them changed`;
  io.out(`${set.pages.size} pages are ${done}\n`);
  return EXIT.clean;
}

function commandOf(folder: string, { format, output }: DocsFlags): string {
  const to = output === undefined ? '' : ` -o ${output}`;
  return `fineprint rules docs ${folder}${format === 'markdown' ? '' : ` --format ${format}`}${to}`;
}

function markdown({ rules }: LoadedRules): PageSet {
  const pages = new Map(rules.map((rule) => [`${rule.id}.md`, rulePage(rule, builtin.presets)]));
  return { pages: pages.set('README.md', ruleIndex(rules)), extension: 'md', mark: PAGE_MARK };
}

/** Pages of HTML show what came of the examples; ones that do not come out as they say are told, here and on their pages. */
async function site(loaded: LoadedRules, io: Io): Promise<PageSet> {
  // Loaded when asked for, as few runs do.
  const { ruleSite, SITE_MARK } = await import('../page/index.js');
  const ruleSet = ruleSetOf(loaded);
  const entries = loaded.rules.map((rule) => {
    const clearedBy = clearingOf(rule, ruleSet);
    return {
      rule,
      examples: runExamples(rule, ruleSet).map((run) => ({ ...run, clearedBy: clearedBy(run) })),
    };
  });
  const failed = entries.flatMap(({ examples }) => examples).filter(({ failure }) => failure !== undefined);
  if (failed.length > 0)
    io.err(
      `${count(failed.length, 'example')} did not come out as they say; fineprint rules test tells why\n`,
    );
  const lexicons = [...lexiconsWith([]), ...loaded.lexicons];
  const pages = ruleSite({ entries, lexicons, presets: builtin.presets });
  return { pages, extension: 'html', mark: SITE_MARK };
}
