import type { DocumentFormat, Note, Readers } from '../document/index.js';
import { builtin, type LanguagePack, type LexiconFile, type Rule, type Severity } from '../ruleset/index.js';
import type { Include } from './build.js';
import { isDay } from './directive.js';
import { unknownRule } from './nearest.js';

/** A text with what is known of it. */
export interface SourceInput {
  readonly text: string;
  /** Named in the report; its extension helps to tell the format. Nothing is read from it. */
  readonly path?: string | undefined;
  readonly format?: DocumentFormat | 'auto' | undefined;
  /** What the reader of the report must know of how the text was decoded. */
  readonly notes?: readonly Note[] | undefined;
}

/** How one text is to be read and what its report should hold. */
export interface ReadOptions {
  readonly path?: string | undefined;
  readonly format?: DocumentFormat | 'auto' | undefined;
  /** What reads HTML; the Node build brings it, browsers pass `{ html: readHtml }` from "fineprint/html". */
  readonly readers?: Readers | undefined;
}

export type RuleSetting = 'off' | Severity;

export interface AnalyzerOptions extends ReadOptions {
  /** Names of presets; their rules are on. `recommended` if none is given. */
  readonly presets?: readonly string[] | undefined;
  /** Switches a rule off, or on with a severity of its own, by id. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  /** Leaves out findings of rules that are less sure, 0 to 1. */
  readonly minConfidence?: number | undefined;
  /** Rules beside the built-in ones, see `parseRule`. */
  readonly extraRules?: readonly Rule[] | undefined;
  readonly extraLexicons?: readonly LexiconFile[] | undefined;
  /** Languages beside English; the Node build brings Chinese, browsers pass `[chinese]` from "fineprint/zh". */
  readonly languages?: readonly LanguagePack[] | undefined;
  /** Answers the questions of the profile and applies no rule, for large sets of policies. */
  readonly profileOnly?: boolean | undefined;
  /**
   * `clauses`: every clause as it was read. `cleared`: findings that something in the policy answers. `sentences`: all text,
   * which lets `compare` tell of words that no clause was read from.
   */
  readonly include?: readonly Include[] | undefined;
  /** The day it is, "2027-01-31", for suppressions that expire; without it none does, as nothing here reads the clock. */
  readonly today?: string | undefined;
  /** Reports what comments in the policy suppress as if they were not there. */
  readonly ignoreDirectives?: boolean | undefined;
}

export interface AnalyzeOptions extends ReadOptions {
  readonly include?: readonly Include[] | undefined;
}

/** An option that cannot be followed; the message says which and what would do. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** All options there are: a mistyped one would be left out without a word. */
const OPTIONS: Readonly<Record<keyof AnalyzerOptions, true>> = {
  path: true,
  format: true,
  readers: true,
  languages: true,
  presets: true,
  rules: true,
  minConfidence: true,
  extraRules: true,
  extraLexicons: true,
  profileOnly: true,
  include: true,
  today: true,
  ignoreDirectives: true,
};
const SETTINGS: readonly string[] = ['off', 'error', 'warning', 'info'];
const INPUT_FORMATS: readonly string[] = ['auto', 'markdown', 'html', 'text'];
const INCLUDES: readonly string[] = ['clauses', 'cleared', 'sentences'];

/** Checks options by hand: the analysis of a text does without zod, which would double its size in browsers. */
export function checkOptions(options: AnalyzerOptions, ruleIds: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(OPTIONS, name));
  if (unknown !== undefined) {
    throw new OptionError(`there is no option "${unknown}"; there are ${Object.keys(OPTIONS).join(', ')}`);
  }
  checkPresets(options.presets);
  for (const [id, setting] of Object.entries(options.rules ?? {})) {
    if (!ruleIds.includes(id)) throw new OptionError(unknownRule(id, ruleIds));
    if (!SETTINGS.includes(setting)) {
      throw new OptionError(`rule "${id}" is set to "${setting}"; use ${SETTINGS.join(', ')}`);
    }
  }
  const { minConfidence } = options;
  const isShare = typeof minConfidence === 'number' && minConfidence >= 0 && minConfidence <= 1;
  if (minConfidence !== undefined && !isShare) {
    throw new OptionError(`minConfidence is ${minConfidence}; use a number from 0 to 1`);
  }
  checkInclude(options.include);
  checkToday(options.today);
}

/** Checks the day that suppressions are judged by. */
export function checkToday(today: string | undefined): void {
  if (today !== undefined && !isDay(today))
    throw new OptionError(`today is "${today}"; write it as 2027-01-31`);
}

/** Checks that rules and lexicons were read: what is typed by hand has no place in a file to tell of. */
export function checkExtras({ extraRules = [], extraLexicons = [] }: AnalyzerOptions): void {
  if (!Array.isArray(extraRules) || !extraRules.every((rule) => Array.isArray(rule?.given))) {
    throw new OptionError('extraRules is no list of rules; read each with parseRule');
  }
  if (!Array.isArray(extraLexicons) || !extraLexicons.every((lexicon) => lexicon?.classes)) {
    throw new OptionError('extraLexicons is no list of lexicons; read each with parseLexicon');
  }
}

/** Checks a policy as it was handed in and the format it is said to have; types do not reach callers in JavaScript. */
export function checkInput({ text }: SourceInput, format: string): void {
  if (typeof text !== 'string') {
    throw new OptionError('the policy is no text; give a string or { text: "…" }, with bytes decoded before');
  }
  if (!INPUT_FORMATS.includes(format)) {
    throw new OptionError(`the format is "${format}"; use ${INPUT_FORMATS.join(', ')}`);
  }
}

function checkPresets(presets: readonly string[] = []): void {
  if (!Array.isArray(presets)) throw new OptionError('presets is no list; write it as ["strict"]');
  const unknown = presets.find((name) => !builtin.presets.some((preset) => preset.name === name));
  if (unknown !== undefined) {
    const known = builtin.presets.map(({ name }) => name).join(', ');
    throw new OptionError(`unknown preset "${unknown}"; known presets: ${known}`);
  }
}

export function checkInclude(include: readonly string[] = []): void {
  if (!Array.isArray(include)) throw new OptionError('include is no list; write it as ["cleared"]');
  const unknown = include.find((name) => !INCLUDES.includes(name));
  if (unknown !== undefined) {
    throw new OptionError(`include names "${unknown}"; use ${INCLUDES.join(', ')}`);
  }
}
