import * as z from 'zod';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const points = z.number().min(0).max(100);

/** rules/score/score.yml: what a policy's score is made of. */
export const scoreSchema = z.strictObject({
  categories: z.record(
    name,
    z.strictObject({
      /** Its part of the total. */
      weight: z.number().positive(),
      /** Questions of the profile that belong to it. */
      questions: z.array(name).default([]),
    }),
  ),
  /** Points of a hundred that a finding takes, by severity. */
  deductions: z.strictObject({ error: points, warning: points, info: points }),
  /** The least total for each grade; F is below. */
  grades: z.strictObject({ A: points, B: points, C: points, D: points }),
});

export type ScoreScheme = z.output<typeof scoreSchema>;
