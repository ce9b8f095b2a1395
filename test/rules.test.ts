import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze, buildRuleSet, parseLexicon, parseRule } from '../src/index.js';
import { PROFILE_KEYS, parseProfile } from '../src/ruleset/index.js';
import { phrasesOfRule } from '../src/ruleset/parts.js';
import { phrasesOfProfile } from '../src/ruleset/profile-build.js';
import { chinese } from '../src/ruleset/zh/index.js';
import { examplesOf, testRule } from '../src/testing/index.js';

const folder = fileURLToPath(new URL('../rules/', import.meta.url));
const read = (path: string): string => readFileSync(folder + path, 'utf8');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yml') && !/^(?:presets|score|locale|parity)\//.test(path))
  .sort();

const isLexicon = (path: string): boolean => path.startsWith('lexicon/');
const lexicons = files.filter(isLexicon).map((path) => parseLexicon(read(path), `rules/${path}`));
const isProfile = (path: string): boolean => path.startsWith('profile/');
const profiles = files
  .filter(isProfile)
  .map((path) => ({ path, profile: parseProfile(read(path), `rules/${path}`) }));
const rules = files
  .filter((path) => !isLexicon(path) && !isProfile(path))
  .map((path) => ({ path, rule: parseRule(read(path), `rules/${path}`) }));
const ruleSet = buildRuleSet(
  rules.map(({ rule }) => rule),
  lexicons,
  [],
  { languages: [chinese] },
);

it.each(rules)('$path is named as its rule', ({ path, rule }) => {
  expect(path).toBe(`${rule.id}.yml`);
});

/** Letters and digits of a phrase that belong to no class, gap or capture: words of one language. */
const wordsOf = (phrase: string): string =>
  phrase.replace(/@[a-z0-9.-]+|\.\.\d+|<[a-z][a-z0-9-]*:/g, '').replace(/[^\p{L}\p{N}]+/gu, '');

describe('languages', () => {
  it.each([
    ...rules.map(({ path, rule }) => ({ path, phrases: phrasesOfRule(rule) })),
    ...profiles.map(({ path, profile }) => ({ path, phrases: phrasesOfProfile(profile) })),
  ])('$path names classes and no words', ({ phrases }) => {
    expect(phrases.filter(({ text }) => wordsOf(text) !== '')).toEqual([]);
  });

  it.each(rules)('$path has examples in Chinese, or says why it does not apply there', ({ rule }) => {
    const { zh, notApplicable } = rule.examples;
    expect(Boolean(zh) !== Boolean(notApplicable?.zh)).toBe(true);
  });
});

describe.each(rules.map(({ rule }) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const failures = testRule(rule, ruleSet);
  it.each(examplesOf(rule))('$kind $index: $example', ({ kind, index }) => {
    const failure = failures.find((candidate) => candidate.kind === kind && candidate.index === index);
    expect(failure?.message).toBeUndefined();
  });
});

describe('questions of the profile', () => {
  it.each(profiles)('$path is named as its key', ({ path, profile }) => {
    expect(path).toBe(`profile/${profile.key}.yml`);
  });

  it('are all there', () => {
    expect(profiles.map(({ profile }) => profile.key).sort()).toEqual([...PROFILE_KEYS].sort());
  });

  const examples = profiles.flatMap(({ profile: { key, examples } }) =>
    Object.entries(examples).flatMap(([answer, texts]) => texts.map((text) => ({ key, answer, text }))),
  );
  it.each(examples)('$key: $answer: $text', ({ key, answer, text }) => {
    expect(analyze({ text, format: 'markdown' }, { profileOnly: true }).profile[key]?.answer).toBe(answer);
  });
});
