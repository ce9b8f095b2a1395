import * as z from 'zod';
import { PROFILE_KEYS } from './profile-keys.js';
import { ruleTexts } from './schema.js';

/** What the rules of a category say in another language, by the second part of their ids. */
export const translationSchema = z.strictObject({
  /** What the category is called. */
  category: z.string().min(1),
  rules: z.record(z.string(), ruleTexts),
});

/** What the questions of the profile and their answers are called in another language. */
export const questionTextsSchema = z.record(
  z.enum(PROFILE_KEYS),
  z.strictObject({
    name: z.string().min(1),
    question: z.string().min(5),
    answers: z.record(z.string(), z.string().min(1)),
  }),
);
