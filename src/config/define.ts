import type { Config } from './schema.js';

/** Returns its argument; gives editors the types of a configuration. */
export function defineConfig(config: Config): Config {
  return config;
}
