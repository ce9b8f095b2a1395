import { type Analyzer, type AnalyzerOptions, createAnalyzer } from '../report/index.js';
import type { Config } from './schema.js';
import { type Settings, settingsFor } from './settings.js';

/** Options as a configuration completes them; those given win, rules one by one. */
export function optionsFrom(
  { extends: presets, rules, minConfidence }: Pick<Settings, 'extends' | 'rules' | 'minConfidence'>,
  given: AnalyzerOptions,
): AnalyzerOptions {
  return {
    ...given,
    presets: given.presets ?? presets,
    rules: { ...rules, ...given.rules },
    minConfidence: given.minConfidence ?? minConfidence,
  };
}

/**
 * The analyzer for a policy, by its path from the configuration's folder, with slashes. Policies that the same overrides are for
 * share one. Throws OptionError or RuleError.
 */
export function analyzersBy(config: Config, given: AnalyzerOptions): (path: string) => Analyzer {
  const analyzers = new Map<string, Analyzer>();
  return (path) => {
    const settings = settingsFor(config, path);
    const key = settings.overrides.join();
    const analyzer = analyzers.get(key) ?? createAnalyzer(optionsFrom(settings, given));
    analyzers.set(key, analyzer);
    return analyzer;
  };
}
