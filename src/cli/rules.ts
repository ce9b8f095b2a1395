import { padded, visible, widthOf } from '../format/index.js';
import type { Locale, LocaleName, Words } from '../locale/index.js';
import { loadRules } from '../node/index.js';
import { createAnalyzer, type RuleSetting, ruleTextsIn, type TextsOf, unknownRule } from '../report/index.js';
import {
  buildRuleSet,
  builtin,
  builtinExamples,
  type LexiconFile,
  lexiconsWith,
  type Rule,
  type RuleData,
  type RuleSet,
} from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';
import { examplesOf, testRule } from '../testing/index.js';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.js';
import { prepare } from './setup.js';

export interface Rules {
  readonly rules: readonly RuleData[];
  readonly lexicons: readonly LexiconFile[];
}

export interface ConfigFlag {
  readonly config?: string;
  readonly preset?: readonly string[];
  readonly locale?: LocaleName;
}

/** Prints every rule with its severity and what it says, one a line. */
export async function listRules(flags: ConfigFlag, io: Io): Promise<ExitStatus> {
  const { rules, active, settings, locale, textsOf } = await allRules(flags, io);
  const { off, severity: severities } = locale.words;
  const wide = Math.max(...[off, ...Object.values(severities)].map(widthOf));
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, severity, message } of rules) {
    const setting = active.has(id) ? (settings[id] ?? severity) : 'off';
    const shown = padded(setting === 'off' ? off : severities[setting], wide);
    io.out(`${id.padEnd(width)}  ${shown}  ${textsOf(id)?.message ?? message}\n`);
  }
  return EXIT.clean;
}

/** Prints what a rule looks for, why, what answers it, and examples. */
export async function explainRule(id: string, flags: ConfigFlag, io: Io): Promise<ExitStatus> {
  const { rules, locale, textsOf } = await allRules(flags, io);
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule)
    throw new UsageError(
      unknownRule(
        id,
        rules.map((known) => known.id),
      ),
    );
  const { words } = locale;
  const { explain: said } = words;
  const { message, why, suggestion } = textsOf(id) ?? rule;
  const law = rule.references.map(({ law, article }) => words.law(law, article));
  io.out(
    [
      said.head(rule.id, words.severity[rule.severity], Math.round(rule.confidence * 100)),
      '',
      `${said.says}${words.said('…', message)}`,
      `${said.why}${why.trim()}`,
      `${said.instead}${suggestion.trim()}`,
      ...(law.length > 0 ? [`${said.law}${words.clauses(law)}`] : []),
      ...examples(rule, said),
      '',
    ].join('\n'),
  );
  return EXIT.clean;
}

const SHOWN_EXAMPLES = 3;

/** A rule of a folder carries its examples; those of the built-in rules are kept apart from what judging needs. */
function examples(
  rule: RuleData & Partial<Pick<Rule, 'examples'>>,
  { found, notFound }: Words['explain'],
): string[] {
  const all = rule.examples ?? builtinExamples[rule.id];
  if (!all) return [];
  const shown = (kind: 'bad' | 'good'): string[] => all[kind].slice(0, SHOWN_EXAMPLES).map(shownExample);
  return ['', found, ...shown('bad'), '', notFound, ...shown('good')];
}

/** Line by line, since an example may be a list or table. */
function shownExample(example: string): string {
  return example
    .trim()
    .split('\n')
    .map((line) => `  ${visible(line)}`)
    .join('\n');
}

interface KnownRules {
  readonly rules: readonly RuleData[];
  /** The ids of those that are on. */
  readonly active: ReadonlySet<string>;
  readonly settings: Readonly<Record<string, RuleSetting>>;
  readonly locale: Locale;
  readonly textsOf: TextsOf;
}

async function allRules(flags: ConfigFlag, io: Io): Promise<KnownRules> {
  const { options, locale } = await prepare(flags, io);
  // Compiled too, so that a rule that cannot work is not listed as if it could.
  const { ruleSet } = createAnalyzer(options);
  return {
    rules: [...builtin.rules, ...(options.extraRules ?? [])],
    active: new Set(ruleSet.rules.map(({ id }) => id)),
    settings: options.rules ?? {},
    locale,
    textsOf: ruleTextsIn(locale, options.extraRules),
  };
}

/** Checks the rules of a folder over the built-in lexicons and its own. */
export async function rulesCheck(folder: string | undefined, io: Io): Promise<ExitStatus> {
  const loaded: Rules = folder === undefined ? builtin : await loadRules(folder, { cwd: io.cwd });
  ruleSetOf(loaded);
  io.out(
    `${count(loaded.rules.length, 'rule')} and ${count(loaded.lexicons.length, 'lexicon file')} are sound\n`,
  );
  return EXIT.clean;
}

/** Runs the examples of a folder's rules; failures are the result, and make the status 1. */
export async function rulesTest(folder: string, io: Io): Promise<ExitStatus> {
  const loaded = await loadRules(folder, { cwd: io.cwd });
  const ruleSet = ruleSetOf(loaded);
  let failed = 0;
  let total = 0;
  for (const rule of loaded.rules) {
    total += examplesOf(rule).length;
    for (const { ruleId, kind, index, example, message } of testRule(rule, ruleSet)) {
      failed++;
      io.out(`${ruleId}  ${kind} example ${index + 1}\n${shownExample(example)}\n  ${visible(message)}\n\n`);
    }
  }
  io.out(
    `${total - failed} of ${count(total, 'example')} of ${count(loaded.rules.length, 'rule')} came out as they say\n`,
  );
  return failed === 0 ? EXIT.clean : EXIT.findings;
}

/** A folder may be a whole set with its lexicons, or rules over the built-in classes. */
export function ruleSetOf({ rules, lexicons }: Rules): RuleSet {
  return buildRuleSet(rules, [...lexiconsWith([chinese]), ...lexicons], [], {
    whole: true,
    languages: [chinese],
  });
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
