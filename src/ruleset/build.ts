import {
  compileIndex,
  type PatternEntry,
  PatternError,
  type PatternIndex,
  prefixes,
} from '../pattern/index.js';
import { stem } from '../text/index.js';
import { contentHash } from './hash.js';
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
import type { Evidence, FrameTest, LexiconFile } from './schema.js';
import { splitWords } from './words.js';

/** A frame test whose phrases are class numbers, one a phrase, good in the index of every language. */
export type CompiledFrameTest = Omit<FrameTest, 'says' | 'lacks'> & {
  readonly says?: readonly number[];
  readonly lacks?: readonly number[];
};

export type CompiledEvidence = Omit<Evidence, 'frame' | 'says' | 'link' | 'for'> & {
  readonly frame?: CompiledFrameTest;
  readonly says?: readonly number[];
  readonly link?: readonly number[];
  readonly for?: CompiledFrameTest;
};

export type CompiledRule = Omit<RuleData, 'given' | 'clearedBy'> & {
  readonly given: readonly CompiledFrameTest[];
  readonly clearedBy: readonly CompiledEvidence[];
};

/** Rules and lexicons, checked and compiled. */
export interface RuleSet {
  readonly rules: readonly CompiledRule[];
  readonly profiles: readonly CompiledProfile[];
  /** One index a language, by its code; class numbers are the same in all. */
  readonly indexes: Readonly<Record<string, PatternIndex>>;
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
 * Compiles rules, lexicons and the questions of the profile together. Throws a RuleError for two rules of one name, classes that no lexicon
 * defines, phrases that cannot be read and classes that are built from themselves.
 */
export function buildRuleSet(
  rules: readonly RuleData[],
  lexicons: readonly LexiconFile[],
  profiles: readonly ProfileData[] = [],
): RuleSet {
  const known = knownClasses(lexicons);
  const users = [...rules.map(ruleUser), ...profiles.map(profileUser)];
  const ofRules = users.flatMap((user) => entriesOf(user, known));
  const classes = [...known.names, ...ofRules.map((entry) => entry.class)];
  const problems = [...repeatedRules(rules), ...users.flatMap((user) => unknownClasses(user, known))];
  if (problems.length > 0) throw new RuleError(problems);
  const indexes: Record<string, PatternIndex> = {};
  for (const language of new Set(lexicons.map((lexicon) => lexicon.language))) {
    const own = lexicons.filter((lexicon) => lexicon.language === language).flatMap(lexiconEntries);
    indexes[language] = compile([...own, ...ofRules], classes);
  }
  const numbers = new Map(classes.map((name, number) => [name, number]));
  return {
    rules: rules.map((rule) => compileRule(rule, numbersAt(ruleUser(rule), numbers, known))),
    profiles: profiles.map((one) =>
      compileProfile(withoutExamples(one), numbersAt(profileUser(one), numbers, known)),
    ),
    indexes,
    hash: contentHash([
      ...rules.map(withoutExamples).sort((a, b) => (a.id < b.id ? -1 : 1)),
      ...lexicons,
      ...profiles.map(withoutExamples),
    ]),
  };
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

/** The private class of a phrase; "#" cannot stand in a class name of a lexicon. */
function privateClass({ name }: User, number: number): string {
  return `${name}#${number}`;
}

function entriesOf(user: User, known: Known): Entry[] {
  const { locate } = user;
  return user.phrases.flatMap(({ at, text }, number) =>
    classMeant(text, known)
      ? []
      : [{ class: privateClass(user, number), phrase: text, specific: false, locate, at }],
  );
}

/** Classes that sentences are read without: what is found of them nobody sees (src/clause/grammar.ts). */
const UNSEEN = /^(?:term|grammar)\./;

/** The class, where a phrase is nothing else: its own numbers will do, and nothing need be found twice. */
function classMeant(phrase: string, { prefixes }: Known): string | undefined {
  const name = /^@([a-z0-9.-]+)$/.exec(phrase)?.[1];
  return name !== undefined && prefixes.has(name) && !UNSEEN.test(name) ? name : undefined;
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

function compile(entries: readonly Entry[], classes: readonly string[]): PatternIndex {
  try {
    return compileIndex(
      entries.map(({ class: name, phrase, specific }) => ({ class: name, phrase, specific })),
      { stem, split: splitWords, classes },
    );
  } catch (error) {
    const entry = error instanceof PatternError ? entries[error.entry ?? -1] : undefined;
    if (!(error instanceof PatternError)) throw error;
    const problem = entry?.locate(entry.at, error.message, error.column);
    throw new RuleError([
      problem ?? { path: undefined, line: undefined, column: undefined, message: error.message },
    ]);
  }
}

/** Finds the class numbers of a list of phrases by its place in the file. */
function numbersAt(user: User, numbers: ReadonlyMap<string, number>, known: Known): NumbersAt {
  const byPlace = new Map(
    user.phrases.map(({ at, text }, number) => {
      const name = classMeant(text, known);
      const classes = name === undefined ? [privateClass(user, number)] : namesUnder(name, known);
      return [at.join(), classes.map((one) => numbers.get(one) as number)];
    }),
  );
  return (phrases, at) => phrases.flatMap((_, i) => byPlace.get([...at, i].join()) ?? []);
}

function namesUnder(name: string, { names }: Known): string[] {
  return names.filter((other) => other === name || other.startsWith(`${name}.`));
}

/** Puts class numbers in place of phrases. */
function compileRule(rule: RuleData, ids: NumbersAt): CompiledRule {
  const frameTest = ({ says, lacks, ...rest }: FrameTest, at: DataPath): CompiledFrameTest => ({
    ...rest,
    ...(says && { says: ids(says, [...at, 'says']) }),
    ...(lacks && { lacks: ids(lacks, [...at, 'lacks']) }),
  });
  const evidence = ({ within, frame, says, link, for: trigger }: Evidence, i: number): CompiledEvidence => ({
    within,
    ...(frame && { frame: frameTest(frame, ['clearedBy', i, 'frame']) }),
    ...(says && { says: ids(says, ['clearedBy', i, 'says']) }),
    ...(link && { link: ids(link, ['clearedBy', i, 'link']) }),
    ...(trigger && { for: frameTest(trigger, ['clearedBy', i, 'for']) }),
  });
  return {
    ...withoutExamples(rule),
    given: rule.given.map((test, i) => frameTest(test, ['given', i])),
    clearedBy: rule.clearedBy.map(evidence),
  };
}

function withoutExamples<T extends RuleData | ProfileData>(file: T): T {
  const { examples: _, ...data } = file as T & { examples?: unknown };
  return data as T;
}
