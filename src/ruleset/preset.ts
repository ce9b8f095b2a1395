import { originOf } from './origin.js';
import type { Preset } from './preset-schema.js';
import { RuleError } from './problem.js';

/** Throws a RuleError for selectors that choose nothing; their places are those of the preset's file. */
export function checkPreset(preset: Preset, ids: readonly string[]): void {
  const locate = originOf(preset, `preset "${preset.name}"`);
  const idle = (['rules', 'except'] as const).flatMap((key) =>
    preset[key].flatMap((selector, i) =>
      ids.some((id) => selects(selector, id))
        ? []
        : [locate([key, i], `"${selector}" names no rule; write an id, category/* or *`)],
    ),
  );
  if (idle.length > 0) throw new RuleError(idle);
}

/** Whether a preset switches a rule on. */
export function inPreset({ rules, except }: Pick<Preset, 'rules' | 'except'>, id: string): boolean {
  const chosen = (selector: string): boolean => selects(selector, id);
  return rules.some(chosen) && !except.some(chosen);
}

/** Whether a selector (an id, `category/*` or `*`) chooses a rule. */
export function selects(selector: string, id: string): boolean {
  return (
    selector === '*' || selector === id || (selector.endsWith('/*') && id.startsWith(selector.slice(0, -1)))
  );
}
