import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import {
  type LexiconFile,
  parseLexicon,
  parseRule,
  type Rule,
  RuleError,
  type RuleProblem,
} from '../ruleset/index.js';
import { explain } from './find.js';
import { readUtf8 } from './read.js';

export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly lexicons: readonly LexiconFile[];
}

/**
 * Reads the rules and lexicons in a folder (`*.yml`, sub-folders too); a file with `classes:` is a lexicon. Throws one
 * RuleError that lists what is wrong with all files, each with file, line and column.
 */
export async function loadRules(folder: string, options: { cwd?: string } = {}): Promise<LoadedRules> {
  const cwd = resolve(options.cwd ?? '', folder);
  const found = await stat(cwd).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw explain(folder, found);
  if (!found.isDirectory()) throw new Error(`"${folder}" is no folder; name the folder that holds the rules`);
  // Presets, questions of the profile, the score and translations are data of other kinds, and the package's own.
  const ignore = ['presets/**', 'profile/**', 'score/**', 'locale/**', 'parity/**'];
  const names = await glob('**/*.{yml,yaml}', { cwd, ignore, followSymbolicLinks: false });
  if (names.length === 0) throw new Error(`no rules in the folder "${folder}"; looked for *.yml`);
  const rules: Rule[] = [];
  const lexicons: LexiconFile[] = [];
  const problems: RuleProblem[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    try {
      const text = await readUtf8(join(cwd, name), path);
      if (/^classes\s*:/m.test(text)) lexicons.push(parseLexicon(text, path));
      else rules.push(parseRule(text, path));
    } catch (error) {
      problems.push(...problemsOf(error));
    }
  }
  if (problems.length > 0) throw new RuleError(problems);
  return { rules, lexicons };
}

/** A file that could not be read is named by its error. */
function problemsOf(error: unknown): readonly RuleProblem[] {
  if (error instanceof RuleError) return error.problems;
  const message = error instanceof Error ? error.message : String(error);
  return [{ path: undefined, line: undefined, column: undefined, message }];
}
