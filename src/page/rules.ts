import { ruleTextsIn, type TranslatedRule } from '../report/index.js';
import { builtin, type RuleData } from '../ruleset/index.js';
import type { Reader } from './reader.js';
import type { Told } from './told.js';

/** What a page tells of a rule. */
export type RuleTexts = Pick<RuleData, 'id' | 'why' | 'clearedBy'> & TranslatedRule;

const builtinById = new Map(builtin.rules.map((rule) => [rule.id, rule]));

/** Looks rules up by their ids, one's own before the built-in ones, with their reasons in the reader's language. */
export function rulesBy(own: readonly RuleTexts[] = [], { locale }: Reader): (id: string) => Told['rule'] {
  const ownById = new Map(own.map((rule) => [rule.id, rule]));
  const textsOf = ruleTextsIn(locale, own);
  return (id) => {
    const rule = ownById.get(id) ?? builtinById.get(id);
    return rule && { clearedBy: rule.clearedBy, why: textsOf(id)?.why ?? rule.why };
  };
}
