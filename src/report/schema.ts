import * as z from 'zod';
import { ACTIONS, MODALITIES, POLARITIES, SLOTS } from '../clause/index.js';
import { AUDIENCES } from '../document/index.js';
import { PROFILE_ANSWERS, type ProfileKey, reference, ruleId, severity } from '../ruleset/index.js';

const count = z.int().min(0);

const point = z.strictObject({ line: z.int().min(1), column: z.int().min(1), offset: count });

/** A place in the source: 1-based lines, 1-based columns and 0-based offsets in UTF-16 units; the end is exclusive. */
export const positionSchema = z.strictObject({ start: point, end: point });

const slotValue = z.strictObject({
  text: z.string(),
  class: z.string(),
  specific: z.boolean(),
  position: positionSchema,
});

const slots = z.partialRecord(z.enum(SLOTS), z.array(slotValue));

/** Stays when a clause moves: it is made of the rule, the clause's words and a count among equals. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{16}$/, 'write 16 hexadecimal digits');

/** What is told in English, with the name and values of the message for those who tell it in another language. */
const told = {
  message: z.string(),
  messageId: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
};

/** A place that a finding points at beside its own: what triggered it, what clears it. */
export const relatedSchema = z.strictObject({
  ...told,
  quote: z.string(),
  position: positionSchema,
  /** Of further words that the same rule finds there: what would identify them as a finding of their own. */
  fingerprint: fingerprintSchema.optional(),
});

export const findingSchema = z.strictObject({
  ruleId,
  category: z.string(),
  severity,
  confidence: z.number().min(0).max(1),
  message: z.string(),
  /** The words as a reader sees them; empty for a finding about the whole document. */
  quote: z.string(),
  /** The whole sentence around the quoted words; the fingerprint is made of it. */
  context: z.string(),
  /** Headings from the outermost to the one the finding stands under. */
  section: z.array(z.string()),
  /** Missing when the finding is about the whole document. */
  position: positionSchema.optional(),
  slots,
  references: z.array(reference),
  suggestion: z.string(),
  related: z.array(relatedSchema),
  fingerprint: fingerprintSchema,
});

export const clearedSchema = findingSchema.extend({ clearedBy: relatedSchema });

/** inline: a comment in the policy. config: an entry of the configuration. baseline: an entry of the baseline. */
const suppressionKind = z.enum(['inline', 'config', 'baseline']);

/** A day of the calendar, "2027-01-31". */
export const dateSchema = z.iso.date();

/** Why a finding is not held against the policy. */
export const suppressionSchema = z.strictObject({
  kind: suppressionKind,
  /** In the words of whoever suppressed it; an entry of a baseline may have none. */
  reason: z.string().optional(),
  /** The last day it holds. */
  expires: dateSchema.optional(),
  /** Where the comment stands, if it is one. */
  position: positionSchema.optional(),
});

export const suppressedSchema = findingSchema.extend({ suppression: suppressionSchema });

/**
 * A suppression that does not count, or is not needed any more. no-reason, unknown-rule, malformed: it was never one. expired: its
 * last day is over. unused: what it suppresses is not found.
 */
export const suppressionProblemSchema = z.strictObject({
  kind: suppressionKind,
  code: z.enum(['no-reason', 'unknown-rule', 'malformed', 'expired', 'unused']),
  ...told,
  /** Where the comment stands, if it is one. */
  position: positionSchema.optional(),
  /** Of the baseline's entry, if it is one. */
  fingerprint: fingerprintSchema.optional(),
});

export const clauseSchema = z.strictObject({
  action: z.enum(ACTIONS),
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  quote: z.string(),
  section: z.array(z.string()),
  /** Whom the section addresses; everybody if it is missing. */
  audience: z.enum(AUDIENCES).optional(),
  position: positionSchema,
  slots,
});

export const sentenceSchema = z.strictObject({
  text: z.string(),
  section: z.array(z.string()),
  position: positionSchema,
});

/** Words that an answer rests on. */
export const evidenceSchema = z.strictObject({ quote: z.string(), position: positionSchema });

const answered = <K extends ProfileKey>(key: K) =>
  z
    .strictObject({
      answer: z.enum(PROFILE_ANSWERS[key]),
      /** What the answer earns in the score, 1 at best; missing where the question does not apply. */
      points: z.number().min(0).max(1).optional(),
      evidence: z.array(evidenceSchema),
    })
    .optional();

/** By question: its answer. Empty when the language is not supported. */
export const profileAnswersSchema = z.strictObject({
  recipients: answered('recipients'),
  'sharing-purpose': answered('sharing-purpose'),
  'sale-or-ad-sharing': answered('sale-or-ad-sharing'),
  'storage-location': answered('storage-location'),
  'cross-border-transfer': answered('cross-border-transfer'),
  'transfer-safeguards': answered('transfer-safeguards'),
  'marketing-opt-out': answered('marketing-opt-out'),
  'ads-or-sale-opt-out': answered('ads-or-sale-opt-out'),
  'tracking-control': answered('tracking-control'),
  'stop-collection': answered('stop-collection'),
  deletion: answered('deletion'),
  retention: answered('retention'),
  encryption: answered('encryption'),
  audit: answered('audit'),
  'change-notice': answered('change-notice'),
} satisfies Record<ProfileKey, unknown>);

const outOf100 = z.int().min(0).max(100);

/** How much the policy discloses and leaves to people's choice; rules/score/README.md says how it is made. */
export const scoreReportSchema = z.strictObject({
  total: outOf100,
  grade: z.enum(['A', 'B', 'C', 'D', 'F']),
  /** By category of rules. */
  categories: z.record(z.string(), outOf100),
});

export const noteSchema = z.strictObject({
  code: z.enum([
    'empty',
    'language',
    'languages',
    'fallback',
    'limit',
    'encoding',
    'no-policy-text',
    'profile-only',
  ]),
  ...told,
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('fineprint'), version: z.string(), ruleset: z.string() }),
  source: z.strictObject({
    path: z.string().optional(),
    format: z.enum(['markdown', 'html', 'text']),
    /** ISO 639-1, or "und" when the text is too short to tell. */
    language: z.string(),
    /** Of the policy's text as it was read, markup and page furniture left out. */
    characters: count,
    words: count,
    sentences: count,
  }),
  /** By place; those about the whole document come last. */
  findings: z.array(findingSchema),
  profile: profileAnswersSchema,
  /** Missing where nothing was judged: an unsupported language, or only the profile asked for. */
  score: scoreReportSchema.optional(),
  /** Found too, but not held against the policy: comments, the configuration or a baseline say so. By place. */
  suppressed: z.array(suppressedSchema),
  /** Suppressions that do not count or are not needed any more. */
  suppressionProblems: z.array(suppressionProblemSchema),
  /** Filled on request (`include: ['cleared']`). */
  cleared: z.array(clearedSchema),
  /** Present on request (`include: ['clauses']`). */
  clauses: z.array(clauseSchema).optional(),
  /** Every sentence outside headings, present on request (`include: ['sentences']`). */
  sentences: z.array(sentenceSchema).optional(),
  /** What a reader of the report must know: fallback parsing, limits, an unsupported language. */
  notes: z.array(noteSchema),
});

export type Report = z.output<typeof reportSchema>;
export type Finding = z.output<typeof findingSchema>;
export type Suppression = z.output<typeof suppressionSchema>;
export type SuppressedFinding = z.output<typeof suppressedSchema>;
export type SuppressionProblem = z.output<typeof suppressionProblemSchema>;
export type ClearedFinding = z.output<typeof clearedSchema>;
export type Clause = z.output<typeof clauseSchema>;
export type Sentence = z.output<typeof sentenceSchema>;
export type Profile = z.output<typeof profileAnswersSchema>;
export type ReportNote = z.output<typeof noteSchema>;
