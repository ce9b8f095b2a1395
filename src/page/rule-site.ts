import type { LexiconFile, Preset } from '../ruleset/index.js';
import { wordingOf } from './phrase-words.js';
import { ruleIndex } from './rule-index.js';
import { type RuleEntry, rulePage } from './rule-page.js';

export interface RuleSiteInput {
  /** Rules with their examples as they came out, in the order of the index. */
  readonly entries: readonly RuleEntry[];
  /** Where the classes stand that the rules ask for. */
  readonly lexicons: readonly LexiconFile[];
  readonly presets: readonly Preset[];
}

const MARK = ' Written by `fineprint rules docs`; do not edit. ';

/** What each of these pages begins with, by which it is told from others. */
export const SITE_MARK = `<!doctype html><!--${MARK}-->`;

/**
 * Rules as HTML files, by their paths: an index and a page a rule, with relative links between them. Each file loads nothing, and reads
 * without its script. Pure: strings of its input, and nothing of a rule but its words gets into a page.
 */
export function ruleSite({ entries, lexicons, presets }: RuleSiteInput): ReadonlyMap<string, string> {
  const rules = entries.map(({ rule }) => rule);
  const around = { rules, presets, wording: wordingOf(lexicons), mark: MARK };
  return new Map([
    ['index.html', ruleIndex(around)],
    ...entries.map((entry) => [`${entry.rule.id}.html`, rulePage(entry, around)] as const),
  ]);
}
