import { buildRuleSet, type RuleSet } from './build.js';
import { builtin } from './builtin.generated.js';
import type { LanguagePack } from './language-pack.js';
import type { RuleData } from './parts.js';
import type { LexiconFile } from './schema.js';

/** Sets that were asked for last, by the ids of their rules; a process uses few, and compiling one takes a while. */
const compiled = new Map<string, RuleSet>();
const KEPT = 8;

/** The rules that come with the package, or those of them that are on, compiled on first use. */
export function builtinRuleSet(
  isOn: (rule: RuleData) => boolean = () => true,
  languages: readonly LanguagePack[] = [],
): RuleSet {
  const rules = builtin.rules.filter(isOn);
  const key = [...languages.map(({ language }) => language.code), ...rules.map(({ id }) => id)].join();
  const known = compiled.get(key);
  if (known) return known;
  const ruleSet = buildRuleSet(rules, lexiconsWith(languages), builtin.profiles, { languages });
  const oldest = compiled.keys().next().value;
  if (compiled.size >= KEPT && oldest !== undefined) compiled.delete(oldest);
  compiled.set(key, ruleSet);
  return ruleSet;
}

/** The lexicons that come with the package, and those of further languages. */
export function lexiconsWith(languages: readonly LanguagePack[]): readonly LexiconFile[] {
  return [...builtin.lexicons, ...languages.flatMap(({ lexicons }) => lexicons)];
}
