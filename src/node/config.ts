import { dirname, resolve } from 'node:path';
import { lilconfig } from 'lilconfig';
import { type Config, parseConfig } from '../config/index.js';
import { explain } from './find.js';
import { readUtf8 } from './read.js';

const PLACES = ['fineprint.config.yml', 'fineprint.config.yaml', 'fineprint.config.json'];

/** A configuration and where it was found. */
export interface FoundConfig {
  readonly config: Config;
  /** Path of the file; undefined when there is none and all is as by default. */
  readonly path: string | undefined;
  /** What relative paths in it start from. */
  readonly folder: string;
}

/**
 * Loads the configuration from a file, or from the nearest `fineprint.config.yml`, `.yaml` or `.json` in `cwd` and the
 * folders above. It is data: nothing in it is run. Throws an Error with file, line and column.
 */
export async function loadConfig(
  options: { cwd?: string; file?: string | undefined } = {},
): Promise<FoundConfig> {
  const cwd = options.cwd ?? process.cwd();
  if (options.file !== undefined) {
    const path = resolve(cwd, options.file);
    const text = await readUtf8(path, options.file);
    return { config: parseConfig(text, options.file), path, folder: dirname(path) };
  }
  const load = async (path: string): Promise<Config> => parseConfig(await readUtf8(path), path);
  const found = await lilconfig('fineprint', {
    searchPlaces: PLACES,
    loaders: { '.yml': load, '.yaml': load, '.json': load },
    // An empty file is a configuration too.
    ignoreEmptySearchPlaces: false,
  })
    .search(cwd)
    .catch((error: NodeJS.ErrnoException) => {
      // Not every failed read tells which file it was.
      throw error.syscall === undefined ? error : explain(error.path ?? 'fineprint.config.*', error);
    });
  if (!found) return { config: {}, path: undefined, folder: cwd };
  return { config: found.isEmpty ? {} : found.config, path: found.filepath, folder: dirname(found.filepath) };
}
