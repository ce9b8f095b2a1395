import * as z from 'zod';
import { frameTest, type Rule, ruleFields } from './schema.js';

const { id, severity, confidence, message, why, suggestion, references, translations, examples } =
  ruleFields.shape;
const about = { id, severity, confidence, message, why, suggestion, references, translations };
const phrases = z.array(z.string().min(1).max(4000)).min(1);

/** A clause like any of these; without an action, a sentence that says this, whatever its clauses are. */
const test = frameTest.refine(({ action, says }) => action ?? says, {
  message: 'has neither action nor says; give it one, or the rule would ask of every sentence',
});
const side = z.array(test).min(1);

/**
 * covered: the claim's own words reach the other's. A slot that the claim leaves empty, or fills with a generic class
 * ("personal information"), reaches everything; another its own class and what stands below, where a word is shared.
 * related: one covers the other, whichever. apart: both are told, and differ.
 */
const ALIGNMENTS = ['covered', 'related', 'apart'] as const;
const alignment = z.enum(ALIGNMENTS);

/** A rule on two places of one policy, of which one denies what the other says. */
export const contradictionSchema = z.strictObject({
  ...about,
  /** What the finding quotes: a promise, a denial. */
  claim: side,
  /** What it cannot stand beside. */
  against: side,
  /** Says of the other place what it does: "shares it after all". */
  counterpart: z.string().min(5),
  /** How the two have to fit to be about the same. Clauses for children and of other regions never meet the rest. */
  same: z.strictObject({
    data: alignment.optional(),
    recipient: alignment.optional(),
    purpose: alignment.optional(),
    place: alignment.optional(),
    period: alignment.optional(),
    /** Both sentences name the same `topic.` classes. */
    topic: z.literal('alike').optional(),
  }),
  /** The claim is none if its sentence, one beside it, the one that introduces it or the heading says one of these. */
  unless: phrases.optional(),
  examples,
});

export type Alignment = z.output<typeof alignment>;
type Contradiction = z.output<typeof contradictionSchema>;
/** What a contradiction has and other rules have not. */
export type ContradictionParts = Pick<Contradiction, 'claim' | 'against' | 'counterpart' | 'same' | 'unless'>;

/** A contradiction is a rule as all others that no single clause triggers. */
export function asRule(contradiction: Contradiction): Rule & ContradictionParts {
  return { ...contradiction, given: [], stated: [], once: false, quote: 'clause', clearedBy: [] };
}

/** Whether data that was read is meant as a contradiction, well written or not. */
export function isContradiction(data: unknown): boolean {
  return typeof data === 'object' && data !== null && ('claim' in data || 'against' in data);
}
