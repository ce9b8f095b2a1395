import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildRuleSet, parseLexicon, parseRule } from '../src/index.js';
import { examplesOf, testRule } from '../src/testing/index.js';

const folder = fileURLToPath(new URL('../rules/', import.meta.url));
const read = (path: string): string => readFileSync(folder + path, 'utf8');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yml') && !/^(?:presets|profile)\//.test(path))
  .sort();

const isLexicon = (path: string): boolean => path.startsWith('lexicon/');
const lexicons = files.filter(isLexicon).map((path) => parseLexicon(read(path), `rules/${path}`));
const rules = files
  .filter((path) => !isLexicon(path))
  .map((path) => ({ path, rule: parseRule(read(path), `rules/${path}`) }));
const ruleSet = buildRuleSet(
  rules.map(({ rule }) => rule),
  lexicons,
);

it.each(rules)('$path is named as its rule', ({ path, rule }) => {
  expect(path).toBe(`${rule.id}.yml`);
});

describe.each(rules.map(({ rule }) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const failures = testRule(rule, ruleSet);
  it.each(examplesOf(rule))('$kind $index: $example', ({ kind, index }) => {
    const failure = failures.find((candidate) => candidate.kind === kind && candidate.index === index);
    expect(failure?.message).toBeUndefined();
  });
});
