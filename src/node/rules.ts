import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { type LexiconFile, parseLexicon, parseRule, type Rule } from '../ruleset/index.js';
import { explain } from './find.js';

export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly lexicons: readonly LexiconFile[];
}

/**
 * Reads the rules and lexicons in a folder (`*.yml`, sub-folders too); a file with `classes:` is a lexicon. Throws one
 * Error that lists what is wrong with all files, each with file, line and column.
 */
export async function loadRules(folder: string, options: { cwd?: string } = {}): Promise<LoadedRules> {
  const cwd = resolve(options.cwd ?? '', folder);
  const found = await stat(cwd).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw explain(folder, found);
  if (!found.isDirectory()) throw new Error(`"${folder}" is no folder; name the folder that holds the rules`);
  const names = await glob('**/*.{yml,yaml}', { cwd, followSymbolicLinks: false });
  if (names.length === 0) throw new Error(`no rules in the folder "${folder}"; looked for *.yml`);
  const rules: Rule[] = [];
  const lexicons: LexiconFile[] = [];
  const errors: Error[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    try {
      const text = await readFile(join(cwd, name), 'utf8');
      if (/^classes\s*:/m.test(text)) lexicons.push(parseLexicon(text, path));
      else rules.push(parseRule(text, path));
    } catch (error) {
      errors.push(error as Error);
    }
  }
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'), { cause: errors });
  return { rules, lexicons };
}
