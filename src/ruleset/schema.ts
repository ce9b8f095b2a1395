import * as z from 'zod';
import { ACTIONS, MODALITIES, POLARITIES, SLOTS } from '../clause/index.js';
import { AUDIENCES } from '../document/index.js';
import { className } from './class-name.js';
import { density } from './density.js';

/** A phrase in the phrase language (see pattern/). */
export const phrase = z.string().min(1).max(4000);
export const ruleId = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/);
const SEVERITIES = ['error', 'warning', 'info'] as const;
export const severity = z.enum(SEVERITIES);
/** `list`: what a block leads in, the items of a list or the cells of a table. `lead-in`: what leads an item in. */
const SCOPES = ['clause', 'sentence', 'block', 'list', 'lead-in', 'section', 'document'] as const;

/** What a slot must hold. Every given condition has to be true. */
const slotTest = z.strictObject({
  /** Some value has one of these classes. */
  some: z.array(className).min(1).optional(),
  /** No value has any of these classes. */
  none: z.array(className).min(1).optional(),
  /** There is a value, and all have one of these classes. */
  only: z.array(className).min(1).optional(),
  /** The first value, the one nearest to the verb, has one of these classes. */
  first: z.array(className).min(1).optional(),
  /** true: some value identifies something. false: no value does. */
  specific: z.boolean().optional(),
  /** true: the slot has a value. false: it is empty. */
  present: z.boolean().optional(),
});

/** What a frame must be like. Every given condition has to be true. */
export const frameTest = z.strictObject({
  action: z.array(z.enum(ACTIONS)).min(1).optional(),
  polarity: z.array(z.enum(POLARITIES)).min(1).optional(),
  modality: z.array(z.enum(MODALITIES)).min(1).optional(),
  slots: z.partialRecord(z.enum(SLOTS), slotTest).optional(),
  /** false: the clause has a verb of its own. true: it takes its action over from a lead-in or column header. */
  inherited: z.boolean().optional(),
  /** The clause stands in a section for one of these audiences. */
  audience: z.array(z.enum(AUDIENCES)).min(1).optional(),
  /** The clause stands in no section for these audiences. */
  outside: z.array(z.enum(AUDIENCES)).min(1).optional(),
  /** One of these phrases stands in the clause's sentence. */
  says: z.array(phrase).min(1).optional(),
  /** None of these phrases stands in the clause's sentence. */
  lacks: z.array(phrase).min(1).optional(),
});

/** What a sentence must be like that no action describes ("we are not liable for …"). Every given condition has to be true. */
const sentenceTest = z.strictObject({
  /** Words of one of these classes stand in it; the classes are the lexicon's, so that the rule knows no language. */
  classes: z.array(className).min(1),
  audience: z.array(z.enum(AUDIENCES)).min(1).optional(),
  outside: z.array(z.enum(AUDIENCES)).min(1).optional(),
  says: z.array(phrase).min(1).optional(),
  lacks: z.array(phrase).min(1).optional(),
});

/** Where to look for what, to clear a finding. One of `frame`, `says`, `link`. */
const evidence = z
  .strictObject({
    within: z.enum(SCOPES),
    frame: frameTest.optional(),
    says: z.array(phrase).min(1).optional(),
    /** Words of a link's anchor or target. */
    link: z.array(phrase).min(1).optional(),
    /** Counts only for triggers like this. */
    for: frameTest.optional(),
  })
  .refine((e) => [e.frame, e.says, e.link].filter(Boolean).length === 1, {
    message: 'needs exactly one of frame, says, link; leave the others out',
  });

export const reference = z.strictObject({ law: z.string().min(2), article: z.string().min(1) });

const SLOT_NAMES: readonly string[] = SLOTS;

/** The names in a message's `{…}`. */
function placeholdersOf(message: string): string[] {
  return [...message.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
}

const fragment = z
  .string()
  .min(5)
  .refine((message) => placeholdersOf(message).every((name) => SLOT_NAMES.includes(name)), {
    message: `has a {…} that is no slot; use ${SLOTS.join(', ')}`,
  });

/** What a rule says, in another language; Chinese needs fewer characters. */
export const ruleTexts = z.strictObject({
  message: fragment,
  why: z.string().min(10),
  suggestion: z.string().min(5),
  /** Of a contradiction. */
  counterpart: z.string().min(2).optional(),
});

export const ruleFields = z.strictObject({
  id: ruleId,
  severity,
  confidence: z.number().min(0).max(1),
  /** A lower-case fragment; `{recipient}`, `{data}` … stand for the words of a slot. The quoted words come before it. */
  message: fragment,
  why: z.string().min(20),
  suggestion: z.string().min(10),
  references: z.array(reference),
  /** The same for readers of other languages; without it they are told in the rule's own. */
  translations: z.strictObject({ zh: ruleTexts.optional() }).optional(),
  /** A frame like any of these triggers the rule. */
  given: z.array(frameTest).default([]),
  /** A sentence like any of these triggers the rule; the sentence is quoted. Headings and questions state nothing. */
  stated: z.array(sentenceTest).default([]),
  /** The clauses of `given` trigger the rule only together: once a policy, if their sentences are crowded with these words. */
  density: density.optional(),
  /** true: one finding a policy, at the first clause that triggers it; for what is missing from the policy as a whole. */
  once: z.boolean().default(false),
  /** What to quote: a slot's first value that fits the test, or the clause. */
  quote: z.enum(['clause', ...SLOTS]),
  clearedBy: z.array(evidence),
  examples: z.strictObject({
    /** Each holds one `[[…]]` or more around what must be found, exactly. */
    bad: z.array(z.string()).min(5),
    good: z.array(z.string()).min(5),
    /** The same in Chinese. */
    zh: z.strictObject({ bad: z.array(z.string()).min(3), good: z.array(z.string()).min(3) }).optional(),
    /** By language, instead of examples in it: why the rule does not apply to policies in that language. */
    notApplicable: z.strictObject({ zh: z.string().min(20) }).optional(),
  }),
});

export const ruleSchema = ruleFields
  .refine(({ given, stated }) => given.length + stated.length > 0, {
    message: 'needs something that triggers it; give a frame in "given" or a sentence in "stated"',
  })
  .refine(({ given, stated, density }) => !density || (given.length > 0 && stated.length === 0), {
    message: 'counts words in the sentences of clauses; give the clauses in "given" and nothing in "stated"',
    path: ['density'],
  })
  .refine(({ message, translations }) => slotsIn(translations?.zh?.message ?? message) === slotsIn(message), {
    message: 'does not tell the same slots as the message; put the same {…} into both',
    path: ['translations', 'zh', 'message'],
  });

function slotsIn(message: string): string {
  return placeholdersOf(message).sort().join();
}

/** A lexicon file: classes of phrases. */
export const lexiconSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/),
  classes: z.record(
    className,
    z.strictObject({
      /** Whether a match identifies something (a payment processor) or leaves it open (our partners). */
      specific: z.boolean().default(false),
      phrases: z.array(phrase).min(1),
    }),
  ),
});

export type Rule = z.output<typeof ruleSchema>;
export type LexiconFile = z.output<typeof lexiconSchema>;
export type FrameTest = z.output<typeof frameTest>;
export type SentenceTest = z.output<typeof sentenceTest>;
export type SlotTest = z.output<typeof slotTest>;
export type Evidence = z.output<typeof evidence>;
export type Severity = z.output<typeof severity>;
export type Reference = z.output<typeof reference>;
