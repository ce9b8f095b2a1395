import * as z from 'zod';
import { ACTIONS, SLOTS } from '../clause/index.js';
import { clauseSchema, findingSchema, noteSchema, positionSchema, relatedSchema } from '../report/index.js';

/** For the people whom a policy is about; `other` where it is neither, or cannot be told. */
export const CHANGES = ['worse', 'better', 'other'] as const;
const change = z.enum(CHANGES);

/** Words of one of the texts, and where they stand. */
const place = z.strictObject({
  quote: z.string(),
  section: z.array(z.string()),
  /** Missing for a finding about the whole document. */
  position: positionSchema.optional(),
});

/** The place in the other text that the words would have: the end of what stands before them and is in both. */
const near = positionSchema.optional();

/** What answers the same words in the other text, if they stand there. */
const clearedBy = relatedSchema.optional();

const present = z.strictObject({ before: findingSchema, after: findingSchema });

const answer = z.strictObject({
  key: z.string(),
  before: z.string(),
  after: z.string(),
  change,
  evidence: z.strictObject({
    before: z.array(z.strictObject({ quote: z.string(), position: positionSchema })),
    after: z.array(z.strictObject({ quote: z.string(), position: positionSchema })),
  }),
});

const standing = z.strictObject({
  change,
  /** What it means, where that can be told. */
  says: z.string().optional(),
  clause: clauseSchema,
  near,
});

const term = z.strictObject({ text: z.string(), class: z.string(), position: positionSchema });

const changed = z.strictObject({
  /** A slot, or how the clause says it. */
  slot: z.enum([...SLOTS, 'polarity', 'modality']),
  change,
  says: z.string(),
  /** One change may be read in several ways: "transfer" is sharing too. */
  actions: z.array(z.enum(ACTIONS)),
  lost: z.array(term),
  gained: z.array(term),
  before: place,
  after: place,
});

const pair = z.strictObject({ before: place, after: place });
const lone = z.strictObject({ words: place, near });

export const comparisonSchema = z.strictObject({
  schemaVersion: z.literal(1),
  before: z.strictObject({ path: z.string().optional() }),
  after: z.strictObject({ path: z.string().optional() }),
  /** mixed: something got worse and something got better. neutral: neither. */
  verdict: z.enum(['worse', 'better', 'mixed', 'neutral']),
  /** What got worse, then what got better, each with its places. */
  reasons: z.array(z.string()),
  /** Present if both reports have a score. */
  score: z.strictObject({ before: z.number(), after: z.number(), delta: z.number() }).optional(),
  findings: z.strictObject({
    introduced: z.array(z.strictObject({ after: findingSchema, near, clearedBy })),
    resolved: z.array(z.strictObject({ before: findingSchema, near, clearedBy })),
    persisting: z.array(present),
    reworded: z.array(present),
    /** In the same words at another place. */
    moved: z.array(present),
  }),
  /** Answers that changed. */
  profile: z.array(answer),
  clauses: z.strictObject({
    added: z.array(standing),
    removed: z.array(standing),
    changed: z.array(changed),
    reworded: z.array(pair),
    moved: z.array(pair),
  }),
  /** Words that changed and from which neither a clause nor a finding was read; present if both reports have their sentences. */
  sentences: z
    .strictObject({ added: z.array(lone), removed: z.array(lone), reworded: z.array(pair) })
    .optional(),
  /** What a reader must know of how either text was read. */
  notes: z.array(noteSchema.extend({ of: z.enum(['before', 'after']) })),
});

export type Comparison = z.output<typeof comparisonSchema>;
export type Change = z.output<typeof change>;
export type Place = z.output<typeof place>;
export type Near = z.output<typeof positionSchema> | undefined;
export type StandingClause = z.output<typeof standing>;
export type ChangedSlot = z.output<typeof changed>;
export type ChangedAnswer = z.output<typeof answer>;
