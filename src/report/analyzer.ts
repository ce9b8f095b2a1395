import { analyzeDocument, type Trace, traceLines } from '../analyze/index.js';
import { type ClauseFrame, type Clauses, languagesOf, readAllClauses } from '../clause/index.js';
import { type Note, type PolicyDocument, readDocument } from '../document/index.js';
import { tell } from '../locale/index.js';
import { profileDocument } from '../profile/index.js';
import {
  buildRuleSet,
  builtin,
  builtinRuleSet,
  checkIds,
  contentHash,
  inPreset,
  lexiconsWith,
  type RuleData,
  type RuleSet,
  type Severity,
} from '../ruleset/index.js';
import { sourceText } from '../source/index.js';
import { buildReport } from './build.js';
import {
  type AnalyzeOptions,
  type AnalyzerOptions,
  checkExtras,
  checkInclude,
  checkInput,
  checkOptions,
  type ReadOptions,
  type SourceInput,
} from './options.js';
import type { Report } from './schema.js';

/** Rules compiled once, for many policies. */
export interface Analyzer {
  readonly ruleSet: RuleSet;
  /** Reads one policy and reports on it; options given here win over those of the analyzer. */
  analyze(input: string | SourceInput, options?: AnalyzeOptions): Report;
  /** Reports on a policy that was read before. */
  analyzeDocument(document: PolicyDocument, options?: AnalyzeOptions): Report;
  /** Tells for the clauses between two lines (1-based, both included) which rules looked at them and what came of it. */
  trace(document: PolicyDocument, lines: { readonly first: number; readonly last: number }): Trace[];
}

/**
 * Reads a policy: Markdown, HTML or plain text in; blocks, sections and their places out. Throws OptionError if there is
 * no text or its format is none.
 */
export function parsePolicy(input: string | SourceInput, options: ReadOptions = {}): PolicyDocument {
  const given: SourceInput = typeof input === 'string' ? { text: input } : { ...input };
  const format = given.format ?? options.format ?? 'auto';
  checkInput(given, format);
  const source = sourceText(given.text, given.path ?? options.path);
  const document = readDocument(source, {
    format,
    readers: options.readers ?? {},
  });
  return given.notes?.length ? { ...document, notes: [...given.notes, ...document.notes] } : document;
}

/** Reads one policy and reports on it. Pure: the same text and options give the same report. */
export function analyze(input: string | SourceInput, options: AnalyzerOptions = {}): Report {
  return createAnalyzer(options).analyze(input);
}

/** The clauses of a policy as frames, in reading order; none if no lexicon speaks its language. */
export function extractClauses(
  document: PolicyDocument,
  ruleSet: RuleSet = ruleSetFor({}),
): readonly ClauseFrame[] {
  return clausesOf(document, ruleSet).frames;
}

const NO_CLAUSES: Clauses = { frames: [], readings: [] };

function clausesOf(document: PolicyDocument, { indexes }: RuleSet): Clauses {
  return readAllClauses(document, indexes);
}

/** Compiles the rules that the options ask for. Throws OptionError or RuleError. */
export function createAnalyzer(options: AnalyzerOptions = {}): Analyzer {
  checkExtras(options);
  const all = [...builtin.rules, ...(options.extraRules ?? [])];
  checkOptions(
    options,
    all.map(({ id }) => id),
  );
  return analyzerOf(ruleSetFor(options), options);
}

/** The preset that is taken where none is named. */
const DEFAULT_PRESETS: readonly string[] = ['recommended'];

/** Compiles the rules that are on: those of the presets, the user's own, and those that the options name. */
function ruleSetFor(options: AnalyzerOptions): RuleSet {
  const { presets = DEFAULT_PRESETS, rules = {}, extraRules = [], extraLexicons = [] } = options;
  const { minConfidence = 0, languages = [] } = options;
  const chosen = builtin.presets.filter(({ name }) => presets.includes(name));
  const may = ({ id, confidence }: RuleData): boolean => rules[id] !== 'off' && confidence >= minConfidence;
  const isOn = (rule: RuleData): boolean =>
    may(rule) && (rules[rule.id] !== undefined || chosen.some((preset) => inPreset(preset, rule.id)));
  const own = extraRules.filter(may);
  if (own.length === 0 && extraLexicons.length === 0) return named(builtinRuleSet(isOn, languages), rules);
  checkIds([...builtin.rules, ...extraRules]);
  const active = [...builtin.rules.filter(isOn), ...own];
  const lexicons = [...lexiconsWith(languages), ...extraLexicons];
  return named(buildRuleSet(active, lexicons, builtin.profiles, { languages }), rules);
}

/** Severities are part of what a set is, and of what it is called. */
function named(ruleSet: RuleSet, settings: NonNullable<AnalyzerOptions['rules']>): RuleSet {
  const own = ruleSet.rules.flatMap(({ id, severity }) => {
    const setting = settings[id] ?? severity;
    return setting === severity ? [] : [[id, setting]];
  });
  return own.length === 0 ? ruleSet : { ...ruleSet, hash: contentHash([ruleSet.hash, own]) };
}

/** An analyzer of a rule set that is compiled already; `options.rules` only sets severities here. */
export function analyzerOf(ruleSet: RuleSet, options: AnalyzerOptions = {}): Analyzer {
  const severities = new Map<string, Severity>();
  for (const [id, setting] of Object.entries(options.rules ?? {})) {
    if (setting !== 'off') severities.set(id, setting);
  }
  const judged = new Set(ruleSet.rules.map(({ id }) => id.slice(0, id.indexOf('/'))));
  const known = [
    ...new Set([...builtin.rules, ...(options.extraRules ?? []), ...ruleSet.rules].map(({ id }) => id)),
  ];
  const applied = new Set(ruleSet.rules.map(({ id }) => id));
  const reportOn = (document: PolicyDocument, own: AnalyzeOptions = {}): Report => {
    checkInclude(own.include);
    const unsupported = languageNote(document, ruleSet);
    const clauses = unsupported ? NO_CLAUSES : clausesOf(document, ruleSet);
    const notes = [
      unsupported,
      mixedNote(document, ruleSet),
      options.profileOnly ? PROFILE_ONLY : undefined,
    ].filter((note) => note !== undefined);
    const unjudged = unsupported || options.profileOnly;
    return buildReport({
      document,
      clauses,
      hits: unjudged ? [] : analyzeDocument(document, clauses, ruleSet),
      profile: unsupported ? [] : profileDocument(document, clauses, ruleSet),
      ruleset: ruleSet.hash,
      judged: unjudged || document.blocks.length === 0 ? undefined : judged,
      directives: options.ignoreDirectives
        ? undefined
        : { known, applied: unjudged ? undefined : applied, today: options.today },
      notes: [...document.notes, ...notes],
      include: own.include ?? options.include ?? [],
      severities,
    });
  };
  return {
    ruleSet,
    analyze: (input, own = {}) => reportOn(parsePolicy(input, { ...options, ...own }), own),
    analyzeDocument: reportOn,
    trace: (document, lines) => traceLines(document, clausesOf(document, ruleSet), ruleSet, lines),
  };
}

const PROFILE_ONLY = { code: 'profile-only', ...tell('profile-only') } as const;

/** Says so when no lexicon speaks the document's language. Too short a text to tell ("und") is taken as supported. */
function languageNote(document: PolicyDocument, ruleSet: RuleSet): Note | undefined {
  const { language } = document;
  const known = Object.keys(ruleSet.indexes);
  if (language === 'und' || known.includes(language)) return undefined;
  return { code: 'language', ...tell('language', { language, known: known.join(' ') }) };
}

/** Says so when parts of the policy were read in another language than the rest. */
function mixedNote(document: PolicyDocument, { indexes }: RuleSet): Note | undefined {
  const [main, other] = languagesOf(document, indexes).codes;
  if (main === undefined || other === undefined) return undefined;
  return { code: 'languages', ...tell('languages', { main, other }) };
}
