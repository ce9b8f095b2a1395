import type { Config } from '../config/index.js';
import { readHtml } from '../document/html/index.js';
import { loadConfig, loadRules } from '../node/index.js';
import type { AnalyzerOptions, RuleSetting } from '../report/index.js';
import type { LexiconFile, Rule } from '../ruleset/index.js';
import { type Io, UsageError } from './io.js';

/** What a configuration file and the command line ask for together. */
export interface Setup {
  readonly config: Config;
  readonly options: AnalyzerOptions;
}

export interface SetupFlags {
  readonly config?: string;
  readonly rule?: readonly string[];
  readonly include?: readonly string[];
}

/** Reads the configuration and the rules it names; the command line wins over it. */
export async function prepare(flags: SetupFlags, io: Io): Promise<Setup> {
  const { config, folder } = await loadConfig({ cwd: io.cwd, file: flags.config });
  const extraRules: Rule[] = [];
  const extraLexicons: LexiconFile[] = [];
  for (const path of config.rulePaths ?? []) {
    const { rules, lexicons } = await loadRules(path, { cwd: folder });
    extraRules.push(...rules);
    extraLexicons.push(...lexicons);
  }
  const options: AnalyzerOptions = {
    readers: { html: readHtml },
    rules: { ...config.rules, ...ruleSettings(flags.rule ?? []) },
    minConfidence: config.minConfidence,
    // Checked by the analyzer, which knows the names.
    include: (flags.include as AnalyzerOptions['include']) ?? config.include,
    extraRules,
    extraLexicons,
  };
  return { config, options };
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
