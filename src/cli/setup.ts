import { relative, resolve } from 'node:path';
import { type Config, optionsFrom } from '../config/index.js';
import { readHtml } from '../document/html/index.js';
import { type Locale, type LocaleName, localeOf } from '../locale/index.js';
import { loadConfig, loadRules } from '../node/index.js';
import { type AnalyzerOptions, type RuleSetting, unknownRule } from '../report/index.js';
import {
  builtin,
  type DataPath,
  type LexiconFile,
  originOf,
  type Rule,
  RuleError,
  selects,
} from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';
import { type Io, UsageError } from './io.js';

/** What a configuration file and the command line ask for together. */
export interface Setup {
  readonly config: Config;
  /** What relative paths in the configuration start from. */
  readonly folder: string;
  /** For policies that no override is for. */
  readonly options: AnalyzerOptions;
  /** What is asked for of all policies, whatever overrides say: by the command line, or by what no override can change. */
  readonly asked: AnalyzerOptions;
  /** The language of the reader. */
  readonly locale: Locale;
}

export interface SetupFlags {
  readonly config?: string;
  readonly preset?: readonly string[];
  readonly rule?: readonly string[];
  readonly include?: readonly string[];
  readonly locale?: LocaleName;
}

/** Reads the configuration and the rules it names; the command line wins over it. */
export async function prepare(flags: SetupFlags, io: Io): Promise<Setup> {
  const { config, folder } = await loadConfig({ cwd: io.cwd, file: flags.config });
  const { extraRules, extraLexicons } = await ownRules(config, folder, io);
  checkNames(
    config,
    [...builtin.rules, ...extraRules].map(({ id }) => id),
  );
  const asked: AnalyzerOptions = {
    presets: flags.preset,
    languages: [chinese],
    readers: { html: readHtml },
    rules: ruleSettings(flags.rule ?? []),
    // Checked by the analyzer, which knows the names.
    include: (flags.include as AnalyzerOptions['include']) ?? config.include,
    extraRules,
    extraLexicons,
  };
  const locale = localeOf(flags.locale ?? config.locale);
  return { config, folder, options: optionsFrom(config, asked), asked, locale };
}

async function ownRules(
  config: Config,
  folder: string,
  { cwd }: Io,
): Promise<{ extraRules: Rule[]; extraLexicons: LexiconFile[] }> {
  const extraRules: Rule[] = [];
  const extraLexicons: LexiconFile[] = [];
  for (const [i, path] of (config.rulePaths ?? []).entries()) {
    // Errors name the files as seen from where the command runs.
    const seen = relative(cwd, resolve(folder, path)) || '.';
    const { rules, lexicons } = await loadRules(seen, { cwd }).catch((error: Error) => {
      throw error instanceof RuleError ? error : problemIn(config, ['rulePaths', i], error.message);
    });
    extraRules.push(...rules);
    extraLexicons.push(...lexicons);
  }
  return { extraRules, extraLexicons };
}

/** Checks what a configuration names against the rules and presets there are. */
function checkNames(config: Config, ids: readonly string[]): void {
  checkSettings(config, config, [], ids);
  for (const [i, override] of (config.overrides ?? []).entries())
    checkSettings(config, override, ['overrides', i], ids);
  for (const [i, { rule }] of (config.suppress ?? []).entries()) {
    if (!ids.some((id) => selects(rule, id)))
      throw problemIn(config, ['suppress', i, 'rule'], unknownRule(rule, ids));
  }
}

function checkSettings(
  config: Config,
  settings: Pick<Config, 'extends' | 'rules'>,
  at: DataPath,
  ids: readonly string[],
): void {
  for (const id of Object.keys(settings.rules ?? {})) {
    if (!ids.includes(id)) throw problemIn(config, [...at, 'rules', id], unknownRule(id, ids));
  }
  if (settings.extends?.length === 0 && Object.keys(settings.rules ?? {}).length === 0 && !config.rulePaths)
    throw problemIn(
      config,
      [...at, 'extends'],
      'names no preset, and no rule is switched on; leave it out for "recommended"',
    );
  const presets = builtin.presets.map(({ name }) => name);
  for (const [i, name] of (settings.extends ?? []).entries()) {
    if (!presets.includes(name))
      throw problemIn(
        config,
        [...at, 'extends', i],
        `unknown preset "${name}"; known presets: ${presets.join(', ')}`,
      );
  }
}

/** An error with the place in the configuration file. */
export function problemIn(config: Config, at: DataPath, message: string): RuleError {
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
