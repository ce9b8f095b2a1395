import type { Span } from '../source/index.js';

/** What a clause says that somebody does with personal data, or grants about it. */
export const ACTIONS = [
  'collect',
  'use',
  'share',
  'sell',
  'transfer',
  'store',
  'retain',
  'protect',
  'choose',
  'grant-right',
  'change-policy',
  'honor-signal',
  'consent',
] as const;
export type Action = (typeof ACTIONS)[number];

export const SLOTS = [
  'actor',
  'data',
  'recipient',
  'purpose',
  'place',
  'period',
  'safeguard',
  'control',
  'condition',
] as const;
export type SlotName = (typeof SLOTS)[number];

/** affirmed: it is done. denied: it is said not to be done. conditional: only if something holds ("only with your consent"). */
export const POLARITIES = ['affirmed', 'denied', 'conditional'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** none: plain present or past. The others by the modal verb that governs the action. */
export const MODALITIES = ['none', 'may', 'will', 'must', 'should'] as const;
export type Modality = (typeof MODALITIES)[number];

/** One filler of a slot: its words, its lexicon class ("recipient.generic") and whether it identifies something. */
export interface SlotValue {
  readonly text: string;
  readonly class: string;
  readonly specific: boolean;
  /** In the source. */
  readonly span: Span;
  /** Index of the block it stands in: a list item's frame takes slots from its lead-in and the other way round. */
  readonly block: number;
}

export type Slots = Readonly<Partial<Record<SlotName, readonly SlotValue[]>>>;

/** One clause of the policy, read as an action with its slots. */
export interface ClauseFrame {
  readonly action: Action;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** The clause in the source. */
  readonly span: Span;
  /** Index of the block it stands in. */
  readonly block: number;
  /** Number of the sentence within the block, from 0. */
  readonly sentence: number;
  /** An item that says only part ("with our partners"): index of the block whose action it takes over. */
  readonly leadIn: number | undefined;
  readonly slots: Slots;
}
