import { builtin, type RuleData } from '../ruleset/index.js';
import type { Told } from './told.js';

/** What a page tells of a rule. */
export type RuleTexts = Pick<RuleData, 'id' | 'why' | 'clearedBy'>;

const builtinById = new Map(builtin.rules.map((rule) => [rule.id, rule]));

/** Looks rules up by their ids, one's own before the built-in ones. */
export function rulesBy(own: readonly RuleTexts[] = []): (id: string) => Told['rule'] {
  const ownById = new Map(own.map((rule) => [rule.id, rule]));
  return (id) => ownById.get(id) ?? builtinById.get(id);
}
