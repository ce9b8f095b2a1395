import * as z from 'zod';
import { noteSchema, positionSchema } from '../report/index.js';
import { KINDS } from './facts.js';

/** Words of one of the versions, and where they stand. */
const place = z.strictObject({ quote: z.string(), section: z.array(z.string()), position: positionSchema });

const version = z.strictObject({ path: z.string().optional(), language: z.string() });

/** Which of the two versions. */
const side = z.enum(['first', 'second']);

export const paritySchema = z.strictObject({
  schemaVersion: z.literal(1),
  first: version,
  second: version,
  /** What one version says and the other does not, in the order of the first. */
  differences: z.array(
    z.strictObject({
      /**
       * passage: a paragraph or section without a counterpart. denial: what one version says is not done, the other does not deny. The
       * others name what is told in one version alone.
       */
      kind: z.enum(['passage', 'denial', ...KINDS]),
      /** What it is, with one name in all languages: "india", "30 days"; the action of a denial; missing for a passage. */
      name: z.string().optional(),
      /** The version that says it. */
      in: side,
      says: place,
      /** Where the other version would say it; missing where nothing around it has a counterpart. */
      near: place.optional(),
    }),
  ),
  /** Paragraphs, headings, items and cells with a counterpart, of all there are. */
  aligned: z.strictObject({ first: z.int(), second: z.int(), ofFirst: z.int(), ofSecond: z.int() }),
  notes: z.array(noteSchema.extend({ of: side })),
});

/** What two language versions of a policy do not share. */
export type Parity = z.output<typeof paritySchema>;
export type ParityDifference = Parity['differences'][number];
