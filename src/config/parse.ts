import { parseData } from '../ruleset/index.js';
import { type Config, configSchema } from './schema.js';

/**
 * Reads a configuration from YAML or JSON text; one without any fields is as by default. Throws a RuleError that lists
 * every problem as `file:line:column: problem; remedy`; `path` names the file in it.
 */
export function parseConfig(text: string, path: string): Config {
  const bare = text.replace(/^\ufeff/, '');
  const isEmpty = bare.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
  return isEmpty ? {} : parseData(bare, path, configSchema);
}
