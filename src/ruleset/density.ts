import * as z from 'zod';
import { className } from './class-name.js';

/**
 * Words of these classes, counted per hundred words of the sentences whose clauses fit the rule's `given`. One finding
 * a policy, at the sentence that is fullest of them: a word alone says little, their crowd much.
 */
export const density = z.strictObject({
  /** What is counted. */
  classes: z.array(className).min(1),
  /** What only looks like it: words of `classes` that overlap words of these are not counted. */
  except: z.array(className).min(1).optional(),
  /** Least words of the classes, per hundred words, for a finding. */
  per100: z.number().positive(),
  /** Least words that those sentences must have together, so that a few lines do not make a rate. */
  words: z.number().int().positive(),
  /** Least words of the classes in one sentence for its words to count. */
  together: z.number().int().positive().default(2),
});

export type Density = z.output<typeof density>;
