import * as z from 'zod';
import { LOCALES } from '../locale/index.js';
import { dateSchema } from '../report/index.js';
import { ruleId, selector, severity } from '../ruleset/index.js';
import { whyNoPattern } from './glob.js';

/** A pattern of paths below the configuration's folder. */
const pattern = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const why = whyNoPattern(text);
    if (why !== undefined) context.addIssue({ code: 'custom', message: why, input: text });
  });

/** What can be set for all policies and for some. */
const settings = {
  /** Presets whose rules are on; `recommended` if none is named. */
  extends: z.array(z.string()).optional(),
  /** Switches a rule off, or on with a severity of its own. */
  rules: z.record(ruleId, z.union([z.literal('off'), severity])).optional(),
  /** Leaves out findings of rules that are less sure. */
  minConfidence: z.number().min(0).max(1).optional(),
};

/** Other settings for some policies; of several that fit one policy the later win. */
const override = z.strictObject({ files: z.array(pattern).min(1), ...settings });

/** Findings that are known and let pass. */
const suppression = z.strictObject({
  /** An id, `category/*` or `*`. */
  rule: selector,
  /** The policies it is for; all without it. */
  files: z.array(pattern).min(1).optional(),
  reason: z.string().regex(/\S/, 'say why the findings are let pass'),
  /** The last day it holds, "2027-01-31". */
  expires: dateSchema.optional(),
});

export const configSchema = z.strictObject({
  ...settings,
  overrides: z.array(override).optional(),
  suppress: z.array(suppression).optional(),
  /** File of findings that are known and let pass, below the configuration's folder. */
  baseline: pattern.optional(),
  /** What suppressions that are not needed or do not count are: left out, told, or a failure. */
  reportUnused: z.enum(['off', 'warning', 'error']).optional(),
  include: z.array(z.enum(['clauses', 'cleared', 'sentences'])).optional(),
  /** Folders with rules and lexicons of your own, relative to the configuration file. */
  rulePaths: z.array(z.string().min(1)).optional(),
  /** Patterns of paths that folders and globs leave out, relative to the configuration file. */
  ignore: z.array(z.string().min(1)).optional(),
  /** The least severity that makes the command line fail. */
  failOn: z.union([severity, z.literal('never')]).optional(),
  /** Warnings that are let pass. */
  maxWarnings: z.int().min(0).optional(),
  /** The language of messages, whatever that of the policies. */
  locale: z.enum(LOCALES).optional(),
});

/** What a configuration file holds. */
export type Config = z.output<typeof configSchema>;
