import * as z from 'zod';
import { ruleId } from '../ruleset/index.js';
import { dateSchema, fingerprintSchema } from './schema.js';

/** A finding that is known and let pass. */
export const baselineEntrySchema = z.strictObject({
  ruleId,
  fingerprint: fingerprintSchema,
  /** For who reads the file; nothing is told by it. */
  quote: z.string(),
  /** Fingerprints of the further places of the finding. */
  related: z.array(fingerprintSchema).optional(),
  /** Why it is let pass. */
  reason: z.string().optional(),
  /** The last day it is let pass, "2027-01-31". */
  expires: dateSchema.optional(),
});

/** What a baseline file holds: by policy the findings that are let pass. */
export const baselineSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('fineprint'), version: z.string() }),
  policies: z.array(
    z.strictObject({
      /** From the baseline's folder, with slashes; missing for a text without a path. */
      path: z.string().optional(),
      /** The rule set that the findings were made with; others would find others. */
      ruleset: z.string(),
      findings: z.array(baselineEntrySchema),
    }),
  ),
});

export type Baseline = z.output<typeof baselineSchema>;
export type BaselineEntry = z.output<typeof baselineEntrySchema>;
