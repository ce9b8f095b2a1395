import type { z } from 'zod';
import { PatternError, parsePhrase } from '../pattern/index.js';
import { asRule, contradictionSchema, isContradiction } from './contradiction.js';
import { explainIssue } from './issues.js';
import { type Locate, rememberOrigin } from './origin.js';
import { type Part, phrasesOfLexicon, phrasesOfRule } from './parts.js';
import { type Preset, presetSchema } from './preset-schema.js';
import { RuleError, type RuleProblem } from './problem.js';
import { phrasesOfProfile } from './profile-build.js';
import { type Profile, profileSchema } from './profile-schema.js';
import { type LexiconFile, lexiconSchema, type Rule, ruleSchema } from './schema.js';
import { type ScoreScheme, scoreSchema } from './score-schema.js';
import { splitWords } from './words.js';
import { readYaml } from './yaml.js';

/**
 * Reads one rule from YAML. Throws a RuleError that lists every problem as `file:line:column: problem; remedy`;
 * `path` names the file in it.
 */
export function parseRule(text: string, path = 'rule'): Rule {
  const { data, locate } = readYaml(text, path);
  const rule = isContradiction(data)
    ? asRule(checked(data, contradictionSchema, locate))
    : checked(data, ruleSchema, locate);
  return remembered(rule, locate, phrasesOfRule);
}

/** Reads one lexicon file from YAML; errors are those of `parseRule`. */
export function parseLexicon(text: string, path = 'lexicon'): LexiconFile {
  return parseFile(text, path, lexiconSchema, phrasesOfLexicon);
}

/** Reads one preset from YAML; errors are those of `parseRule`. */
export function parsePreset(text: string, path = 'preset'): Preset {
  return parseFile(text, path, presetSchema, () => []);
}

/** Reads one question of the profile from YAML; errors are those of `parseRule`. */
export function parseProfile(text: string, path = 'profile'): Profile {
  return parseFile(text, path, profileSchema, phrasesOfProfile);
}

/** Reads how policies are scored from YAML; errors are those of `parseRule`. */
export function parseScore(text: string, path = 'score'): ScoreScheme {
  return parseFile(text, path, scoreSchema, () => []);
}

/** Reads other data from YAML or JSON, such as a configuration; errors are those of `parseRule`. */
export function parseData<T extends object>(text: string, path: string, schema: z.ZodType<T>): T {
  return parseFile(text, path, schema, () => []);
}

function parseFile<T extends object>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
  phrasesOf: (data: T) => readonly Part[],
): T {
  const { data, locate } = readYaml(text, path);
  return remembered(checked(data, schema, locate), locate, phrasesOf);
}

function checked<T>(data: unknown, schema: z.ZodType<T>, locate: Locate): T {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return result.data;
  throw new RuleError(result.error.issues.flatMap((issue) => explainIssue(issue, schema, locate)));
}

/** Checks the phrases too, and remembers where the data came from. */
function remembered<T extends object>(data: T, locate: Locate, phrasesOf: (data: T) => readonly Part[]): T {
  const problems = phraseProblems(phrasesOf(data), locate);
  if (problems.length > 0) throw new RuleError(problems);
  rememberOrigin(data, locate);
  return data;
}

/** What is wrong with the syntax of phrases. */
function phraseProblems(parts: readonly Part[], locate: Locate): RuleProblem[] {
  return parts.flatMap(({ at, text }) => {
    try {
      parsePhrase(text, splitWords);
      return [];
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return [locate(at, error.message, error.column)];
    }
  });
}
