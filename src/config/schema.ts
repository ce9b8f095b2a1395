import * as z from 'zod';
import { ruleId, severity } from '../ruleset/index.js';

export const configSchema = z.strictObject({
  /** Presets whose rules are on; `recommended` if none is named. */
  extends: z.array(z.string()).optional(),
  /** Switches a rule off, or on with a severity of its own. */
  rules: z.record(ruleId, z.union([z.literal('off'), severity])).optional(),
  /** Leaves out findings of rules that are less sure. */
  minConfidence: z.number().min(0).max(1).optional(),
  include: z.array(z.enum(['clauses', 'cleared', 'sentences'])).optional(),
  /** Folders with rules and lexicons of your own, relative to the configuration file. */
  rulePaths: z.array(z.string().min(1)).optional(),
  /** Patterns of paths that folders and globs leave out, relative to the configuration file. */
  ignore: z.array(z.string().min(1)).optional(),
  /** The least severity that makes the command line fail. */
  failOn: z.union([severity, z.literal('never')]).optional(),
  /** Warnings that are let pass. */
  maxWarnings: z.int().min(0).optional(),
});

/** What a configuration file holds. */
export type Config = z.output<typeof configSchema>;
