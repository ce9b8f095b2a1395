import { relative, resolve } from 'node:path';
import type { Config } from '../config/index.js';
import { readHtml } from '../document/html/index.js';
import { loadConfig, loadRules } from '../node/index.js';
import { type AnalyzerOptions, type RuleSetting, unknownRule } from '../report/index.js';
import {
  builtin,
  type DataPath,
  type LexiconFile,
  originOf,
  type Rule,
  RuleError,
} from '../ruleset/index.js';
import { type Io, UsageError } from './io.js';

/** What a configuration file and the command line ask for together. */
export interface Setup {
  readonly config: Config;
  /** What relative paths in the configuration start from. */
  readonly folder: string;
  readonly options: AnalyzerOptions;
}

export interface SetupFlags {
  readonly config?: string;
  readonly preset?: readonly string[];
  readonly rule?: readonly string[];
  readonly include?: readonly string[];
}

/** Reads the configuration and the rules it names; the command line wins over it. */
export async function prepare(flags: SetupFlags, io: Io): Promise<Setup> {
  const { config, folder } = await loadConfig({ cwd: io.cwd, file: flags.config });
  const extraRules: Rule[] = [];
  const extraLexicons: LexiconFile[] = [];
  for (const [i, path] of (config.rulePaths ?? []).entries()) {
    // Errors name the files as seen from where the command runs.
    const seen = relative(io.cwd, resolve(folder, path)) || '.';
    const { rules, lexicons } = await loadRules(seen, { cwd: io.cwd }).catch((error: Error) => {
      throw error instanceof RuleError ? error : problemIn(config, ['rulePaths', i], error.message);
    });
    extraRules.push(...rules);
    extraLexicons.push(...lexicons);
  }
  const ids = [...builtin.rules, ...extraRules].map(({ id }) => id);
  for (const id of Object.keys(config.rules ?? {})) {
    if (!ids.includes(id)) throw problemIn(config, ['rules', id], unknownRule(id, ids));
  }
  const presets = builtin.presets.map(({ name }) => name);
  for (const [i, name] of (config.extends ?? []).entries()) {
    if (!presets.includes(name))
      throw problemIn(
        config,
        ['extends', i],
        `unknown preset "${name}"; known presets: ${presets.join(', ')}`,
      );
  }
  const options: AnalyzerOptions = {
    presets: flags.preset ?? config.extends,
    readers: { html: readHtml },
    rules: { ...config.rules, ...ruleSettings(flags.rule ?? []) },
    minConfidence: config.minConfidence,
    // Checked by the analyzer, which knows the names.
    include: (flags.include as AnalyzerOptions['include']) ?? config.include,
    extraRules,
    extraLexicons,
  };
  return { config, folder, options };
}

/** An error with the place in the configuration file. */
function problemIn(config: Config, at: DataPath, message: string): RuleError {
  return new RuleError([originOf(config, 'configuration')(at, message)]);
}

/** `id=severity` pairs; whether the rules exist is for the analyzer to say. */
function ruleSettings(pairs: readonly string[]): Record<string, RuleSetting> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [id, setting, ...rest] = pair.split('=');
      if (!id || !setting || rest.length > 0) {
        throw new UsageError(
          `--rule ${pair}: write it as id=severity, for example retention/vague-period=off`,
        );
      }
      return [id, setting as RuleSetting];
    }),
  );
}
