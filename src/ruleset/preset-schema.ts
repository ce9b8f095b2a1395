import * as z from 'zod';

/** "retention/not-stated", "retention/*" for a category, "*" for all. */
export const selector = z
  .string()
  .regex(/^(?:\*|[a-z][a-z0-9-]*\/(?:\*|[a-z][a-z0-9-]*))$/, 'write an id, category/* or *');

/** A preset file: a named choice of rules. */
export const presetSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  description: z.string().min(10),
  rules: z.array(selector).min(1),
  /** What the selectors of `rules` choose and the preset leaves out. */
  except: z.array(selector).default([]),
});

export type Preset = z.output<typeof presetSchema>;
