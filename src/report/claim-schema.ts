import * as z from 'zod';
import { ACTIONS, MODALITIES, POLARITIES } from '../clause/index.js';
import { AUDIENCES } from '../document/index.js';
import { positionSchema } from './schema.js';

/** Words of the policy with their class in the lexicon ("recipient.generic"); `specific` if they identify something. */
const term = z.strictObject({ text: z.string(), class: z.string(), specific: z.boolean() });

/**
 * One assertion of a policy, to be held against lists of SDKs or logs of network traffic. An empty list: the clause does not say.
 */
export const claimSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The same words about the same action keep their id when they move. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  source: z.strictObject({ path: z.string().optional(), ruleset: z.string() }),
  /** Who acts. */
  actor: z.enum(['controller', 'third-party', 'user', 'unstated']),
  action: z.enum(ACTIONS),
  /** affirmed: it is done. denied: it is said not to be done. conditional: only if something holds. */
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  data: z.array(term),
  recipient: z.array(term),
  purpose: z.array(term),
  place: z.array(term),
  period: z.array(term),
  safeguard: z.array(term),
  /** By what means people choose. */
  control: z.array(term),
  condition: z.array(term),
  /** Whom the section addresses; everybody if there is none. */
  audience: z.enum(AUDIENCES).optional(),
  section: z.array(z.string()),
  quote: z.string(),
  position: positionSchema,
});

export type Claim = z.output<typeof claimSchema>;
