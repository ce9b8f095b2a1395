import { matchesPattern } from './glob.js';
import type { Config } from './schema.js';

/** What a configuration asks for in one policy. */
export interface Settings extends Pick<Config, 'extends' | 'rules' | 'minConfidence'> {
  /** Indices in `overrides` of those that are in it; policies with equal ones share all settings. */
  readonly overrides: readonly number[];
}

/**
 * Puts a configuration and its overrides together for a policy; `path` starts from the configuration's folder, with slashes.
 * Overrides apply in their order: `extends` and `minConfidence` take the place of those before, `rules` are added to them.
 */
export function settingsFor(config: Config, path: string): Settings {
  const overrides = (config.overrides ?? []).flatMap(({ files }, i) => (fitsAny(files, path) ? [i] : []));
  let settings: Omit<Settings, 'overrides'> = config;
  for (const i of overrides) {
    const { files: _, rules, ...others } = config.overrides?.[i] ?? { files: [] };
    settings = { ...settings, ...others, rules: { ...settings.rules, ...rules } };
  }
  return {
    extends: settings.extends,
    rules: settings.rules,
    minConfidence: settings.minConfidence,
    overrides,
  };
}

/** The entries of `suppress` that are for a policy; `path` as for `settingsFor`. */
export function suppressionsFor({ suppress = [] }: Config, path: string): NonNullable<Config['suppress']> {
  return suppress.filter(({ files }) => files === undefined || fitsAny(files, path));
}

function fitsAny(patterns: readonly string[], path: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, path));
}
