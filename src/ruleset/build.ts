import type { LanguageIndex } from '../clause/index.js';
import { compileIndex, type PatternEntry, PatternError, prefixes } from '../pattern/index.js';
import { stem } from '../text/index.js';
import type { Density } from './density.js';
import { contentHash } from './hash.js';
import { type LanguagePack, type Speech, speechOf, spoken } from './language-pack.js';
import { neededOf } from './needed.js';
import { type DataPath, type Locate, originOf } from './origin.js';
import { classesOfRule, type Part, phrasesOfLexicon, phrasesOfRule, type RuleData } from './parts.js';
import { RuleError, type RuleProblem } from './problem.js';
import {
  type CompiledProfile,
  classesOfProfile,
  compileProfile,
  type NumbersAt,
  type ProfileData,
  phrasesOfProfile,
} from './profile-build.js';
import type { Evidence, FrameTest, LexiconFile, SentenceTest } from './schema.js';

/** A frame test whose phrases are class numbers, one a phrase, good in the index of every language. */
export type CompiledFrameTest = Omit<FrameTest, 'says' | 'lacks'> & {
  readonly says?: readonly number[];
  readonly lacks?: readonly number[];
};

/** A sentence test whose classes and phrases are class numbers. */
export type CompiledSentenceTest = Omit<SentenceTest, 'classes' | 'says' | 'lacks'> & {
  readonly classes: readonly number[];
  readonly says?: readonly number[];
  readonly lacks?: readonly number[];
};

export type CompiledEvidence = Omit<Evidence, 'frame' | 'says' | 'link' | 'for'> & {
  readonly frame?: CompiledFrameTest;
  readonly says?: readonly number[];
  readonly link?: readonly number[];
  readonly for?: CompiledFrameTest;
};

/** A density test whose classes are class numbers. */
export type CompiledDensity = Omit<Density, 'classes' | 'except'> & {
  readonly classes: readonly number[];
  readonly except: readonly number[];
};

export type CompiledRule = Omit<
  RuleData,
  'given' | 'stated' | 'density' | 'clearedBy' | 'claim' | 'against' | 'unless'
> & {
  readonly given: readonly CompiledFrameTest[];
  readonly stated: readonly CompiledSentenceTest[];
  readonly density?: CompiledDensity;
  readonly clearedBy: readonly CompiledEvidence[];
  readonly claim?: readonly CompiledFrameTest[];
  readonly against?: readonly CompiledFrameTest[];
  readonly unless?: readonly number[];
};

/** Rules and lexicons, checked and compiled. */
export interface RuleSet {
  readonly rules: readonly CompiledRule[];
  readonly profiles: readonly CompiledProfile[];
  /** One index a language, by its code; class numbers are the same in all. */
  readonly indexes: Readonly<Record<string, LanguageIndex>>;
  /** Names a content: equal rules and lexicons have equal hashes. */
  readonly hash: string;
}

/** Classes that the clause engine gives to what no lexicon lists: names, purposes by their grammar. */
const ENGINE_CLASSES = [
  'actor.controller',
  'actor.third-party',
  'condition.supposed',
  'actor.permitted',
  'recipient.named',
  'purpose.stated',
  'purpose.handed-over',
  'control.made',
  'place.domestic',
  'control.notice.active',
  'control.notice.check-back',
  'control.notice.post-only',
  'control.notice.silent',
];

interface Entry extends PatternEntry {
  readonly locate: Locate;
  readonly at: DataPath;
}

/**
 * Compiles rules, lexicons and the questions of the profile together. Throws a RuleError for two rules of one name, classes
 * that no lexicon defines, phrases that cannot be read and classes that are built from themselves. Phrases of the lexicons
 * that nothing asks for are left out; `whole` compiles them too, so that all are checked. `languages`: grammars beside English.
 */
export function buildRuleSet(
  rules: readonly RuleData[],
  lexicons: readonly LexiconFile[],
  profiles: readonly ProfileData[] = [],
  { whole = false, languages = [], classes: extra = [] }: BuildOptions = {},
): RuleSet {
  const known = knownClasses(lexicons);
  const users = [...rules.map(ruleUser), ...profiles.map(profileUser)];
  const own = ownClasses(users, known);
  const ofRules = [...own.values()];
  const classes = [...known.names, ...ofRules.map((entry) => entry.class)];
  const problems = [...repeatedRules(rules), ...users.flatMap((user) => unknownClasses(user, known))];
  if (problems.length > 0) throw new RuleError(problems);
  const indexes: Record<string, LanguageIndex> = {};
  const asked = {
    classes: [...users.flatMap((user) => user.classes.map(({ text }) => text)), ...extra],
    phrases: users.flatMap((user) => user.phrases.map(({ text }) => text)),
  };
  for (const language of new Set(lexicons.map((lexicon) => lexicon.language))) {
    const own = lexicons.filter((lexicon) => lexicon.language === language);
    const all = own.flatMap(lexiconEntries);
    const speech = speechOf(language, own, languages);
    indexes[language] = compile([...(whole ? all : neededOf(all, asked)), ...ofRules], classes, speech);
  }
  const numbers = new Map(classes.map((name, number) => [name, number]));
  const numberOf = (phrase: string): number => numbers.get(own.get(phrase)?.class ?? '') as number;
  const below = numbersBelow(known.names, numbers);
  return {
    rules: rules.map((rule) => compileRule(rule, numbersAt(ruleUser(rule), numberOf, below), below)),
    profiles: profiles.map((one) =>
      compileProfile(withoutExamples(one), numbersAt(profileUser(one), numberOf, below)),
    ),
    indexes,
    hash: contentHash([
      ...rules.map(withoutExamples).sort((a, b) => (a.id < b.id ? -1 : 1)),
      ...lexicons,
      ...profiles.map(withoutExamples),
    ]),
  };
}

export interface BuildOptions {
  readonly whole?: boolean;
  readonly languages?: readonly LanguagePack[];
  /** Classes that are looked for though no rule asks for them. */
  readonly classes?: readonly string[];
}

interface Known {
  readonly names: readonly string[];
  /** The names and every name above them. */
  readonly prefixes: ReadonlySet<string>;
}

function knownClasses(lexicons: readonly LexiconFile[]): Known {
  const defined = lexicons.flatMap(({ classes }) => Object.keys(classes));
  const names = [...new Set([...defined, ...ENGINE_CLASSES, ...defined.flatMap(mannerClass)])];
  return { names, prefixes: new Set(names.flatMap(prefixes)) };
}

/** The clause engine puts the manner of a choice or consent into its control slot: "action.choose.opt-out" → "control.opt-out". */
function mannerClass(name: string): string[] {
  const manner = /^action\.(?:choose|consent)\.(.+)$/.exec(name)?.[1];
  return manner === undefined ? [] : [`control.${manner}`];
}

/** A rule or a question: what speaks of classes and brings phrases of its own. */
interface User {
  readonly name: string;
  readonly locate: Locate;
  readonly classes: readonly Part[];
  readonly phrases: readonly Part[];
}

function ruleUser(rule: RuleData): User {
  const locate = originOf(rule, rule.id);
  return { name: `rule:${rule.id}`, locate, classes: classesOfRule(rule), phrases: phrasesOfRule(rule) };
}

function profileUser(profile: ProfileData): User {
  const locate = originOf(profile, `profile "${profile.key}"`);
  return {
    name: `profile:${profile.key}`,
    locate,
    classes: classesOfProfile(profile),
    phrases: phrasesOfProfile(profile),
  };
}

function unknownClasses({ classes, locate }: User, known: Known): RuleProblem[] {
  return classes
    .filter(({ text }) => !known.prefixes.has(text))
    .map(({ at, text }) => locate(at, `no lexicon defines the class "${text}"; ${namesNear(text, known)}`));
}

/** The remedy for an unknown class: the classes beside it. */
function namesNear(name: string, { names }: Known): string {
  const [head = ''] = name.split('.');
  const beside = names.filter((other) => other === head || other.startsWith(`${head}.`));
  if (beside.length === 0)
    return `define it, or use a class of ${[...new Set(names.map((n) => n.split('.')[0]))].join(', ')}`;
  return `define it, or use one of ${beside.slice(0, 12).join(', ')}`;
}

/** Throws a RuleError if two rules have one name. */
export function checkIds(rules: readonly RuleData[]): void {
  const problems = repeatedRules(rules);
  if (problems.length > 0) throw new RuleError(problems);
}

function repeatedRules(rules: readonly RuleData[]): RuleProblem[] {
  const seen = new Set<string>();
  return rules.flatMap((rule) => {
    if (seen.has(rule.id)) {
      const locate = originOf(rule, rule.id);
      return [locate(['id'], `two rules are called "${rule.id}"; give this one another id`)];
    }
    seen.add(rule.id);
    return [];
  });
}

/** Private classes of phrases, by phrase: what several ask for is found once. "#" cannot stand in a class name of a lexicon. */
function ownClasses(users: readonly User[], known: Known): ReadonlyMap<string, Entry> {
  const own = new Map<string, Entry>();
  for (const { name, phrases, locate } of users) {
    phrases.forEach(({ at, text }, number) => {
      if (own.has(text) || classMeant(text, known.prefixes)) return;
      own.set(text, { class: `${name}#${number}`, phrase: text, specific: false, locate, at });
    });
  }
  return own;
}

/** Classes that sentences are read without: what is found of them nobody sees (src/clause/grammar.ts). */
const UNSEEN = /^(?:term|grammar)\./;

/** The class, where a phrase is nothing else: its own numbers will do, and nothing need be found twice. */
function classMeant(phrase: string, names: { has(name: string): boolean }): string | undefined {
  const name = /^@([a-z0-9.-]+)$/.exec(phrase)?.[1];
  return name !== undefined && names.has(name) && !UNSEEN.test(name) ? name : undefined;
}

function lexiconEntries(lexicon: LexiconFile): Entry[] {
  const locate = originOf(lexicon, `lexicon "${lexicon.language}"`);
  return phrasesOfLexicon(lexicon).map(({ at, text, class: name, specific }) => ({
    class: name,
    phrase: text,
    specific,
    locate,
    at,
  }));
}

function compile(entries: readonly Entry[], classes: readonly string[], speech: Speech): LanguageIndex {
  try {
    const index = compileIndex(
      entries.map(({ class: name, phrase, specific }) => ({ class: name, phrase, specific })),
      { stem, split: speech.split, classes },
    );
    return spoken(index, speech);
  } catch (error) {
    const entry = error instanceof PatternError ? entries[error.entry ?? -1] : undefined;
    if (!(error instanceof PatternError)) throw error;
    const problem = entry?.locate(entry.at, error.message, error.column);
    throw new RuleError([
      problem ?? { path: undefined, line: undefined, column: undefined, message: error.message },
    ]);
  }
}

/** By class name, the numbers of the class and of all below it. */
type Below = ReadonlyMap<string, readonly number[]>;

function numbersBelow(names: readonly string[], numbers: ReadonlyMap<string, number>): Below {
  const below = new Map<string, number[]>();
  for (const name of names) {
    for (const prefix of prefixes(name)) {
      const group = below.get(prefix) ?? [];
      group.push(numbers.get(name) as number);
      below.set(prefix, group);
    }
  }
  return below;
}

/** Finds the class numbers of a list of phrases by its place in the file. */
function numbersAt(user: User, numberOf: (phrase: string) => number, below: Below): NumbersAt {
  const byPlace = new Map(
    user.phrases.map(({ at, text }) => {
      const name = classMeant(text, below);
      const meant = name === undefined ? [numberOf(text)] : below.get(name);
      return [at.join(), meant ?? []];
    }),
  );
  return (phrases, at) => phrases.flatMap((_, i) => byPlace.get([...at, i].join()) ?? []);
}

/** Puts class numbers in place of phrases and class names. */
function compileRule(rule: RuleData, ids: NumbersAt, below: Below): CompiledRule {
  const words = ({ says, lacks }: FrameTest | SentenceTest, at: DataPath) => ({
    ...(says && { says: ids(says, [...at, 'says']) }),
    ...(lacks && { lacks: ids(lacks, [...at, 'lacks']) }),
  });
  const all = (names: readonly string[] = []) => names.flatMap((name) => below.get(name) ?? []);
  const frameTest = (test: FrameTest, at: DataPath): CompiledFrameTest => {
    const { says: _, lacks: __, ...rest } = test;
    return { ...rest, ...words(test, at) };
  };
  const sentenceTest = (test: SentenceTest, at: DataPath): CompiledSentenceTest => {
    const { says: _, lacks: __, ...rest } = test;
    return { ...rest, classes: all(test.classes), ...words(test, at) };
  };
  const evidence = ({ within, frame, says, link, for: trigger }: Evidence, i: number): CompiledEvidence => ({
    within,
    ...(frame && { frame: frameTest(frame, ['clearedBy', i, 'frame']) }),
    ...(says && { says: ids(says, ['clearedBy', i, 'says']) }),
    ...(link && { link: ids(link, ['clearedBy', i, 'link']) }),
    ...(trigger && { for: frameTest(trigger, ['clearedBy', i, 'for']) }),
  });
  const { density, claim, against, unless, ...rest } = withoutExamples(rule);
  return {
    ...rest,
    ...(density && {
      density: { ...density, classes: all(density.classes), except: all(density.except) },
    }),
    given: rule.given.map((test, i) => frameTest(test, ['given', i])),
    stated: rule.stated.map((test, i) => sentenceTest(test, ['stated', i])),
    clearedBy: rule.clearedBy.map(evidence),
    ...(claim && { claim: claim.map((test, i) => frameTest(test, ['claim', i])) }),
    ...(against && { against: against.map((test, i) => frameTest(test, ['against', i])) }),
    ...(unless && { unless: ids(unless, ['unless']) }),
  };
}

function withoutExamples<T extends RuleData | ProfileData>(file: T): T {
  const { examples: _, ...data } = file as T & { examples?: unknown };
  return data as T;
}
