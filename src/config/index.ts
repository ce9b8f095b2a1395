export { analyzersBy, optionsFrom } from './analyzers.js';
export { defineConfig } from './define.js';
export { parseConfig } from './parse.js';
export { type Config, configSchema } from './schema.js';
export { type Settings, settingsFor, suppressionsFor } from './settings.js';
