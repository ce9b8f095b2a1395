export { defineConfig } from './define.js';
export { ConfigError, parseConfig } from './parse.js';
export { type Config, configSchema } from './schema.js';
