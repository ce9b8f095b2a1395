import type { PatternIndex } from '../pattern/index.js';
import { ACTIONS, type Action, SLOTS, type SlotName } from './frame.js';

/** What part a lexicon class plays in a clause. */
export type Role =
  | { readonly kind: 'action'; readonly action: Action; readonly manner: string }
  /** neutral: looks like a filler of the slot and is none. */
  | { readonly kind: 'slot'; readonly slot: SlotName; readonly neutral: boolean }
  | { readonly kind: 'grammar'; readonly word: string }
  | { readonly kind: 'other' };

/** The lexicon of one language, seen as the clause engine needs it: a role for every class id. */
export interface Grammar {
  readonly index: PatternIndex;
  readonly roles: readonly Role[];
  /** By class number: 1 for what only other phrases are built from. Half of all matches, and nobody asks for them. */
  readonly hidden: Uint8Array;
}

const OTHER: Role = { kind: 'other' };

/** Roles follow from the class names of rules/lexicon: `action.<action>.<manner>`, `<slot>.<…>`, `grammar.<word>`. */
export function grammarOf(index: PatternIndex): Grammar {
  const hidden = Uint8Array.from(index.classes, (name) => (HELPER.test(name) ? 1 : 0));
  return { index, roles: index.classes.map(roleOf), hidden };
}

/** Terms and function words; of the terms, those of notice are read by name. */
const HELPER =
  /^(?:term\.(?!notice-|without-notice)|grammar\.(?:auxiliary|be|modal|negation|if|such-as)(?:\.|$))/;

function roleOf(name: string): Role {
  const [head = '', second = '', ...rest] = name.split('.');
  if (head === 'action') {
    const action = ACTIONS.find((a) => a === second);
    return action ? { kind: 'action', action, manner: rest.join('.') } : OTHER;
  }
  if (head === 'grammar') return { kind: 'grammar', word: [second, ...rest].join('.') };
  // "neutral.recipient" takes its words from the slot: they look like a filler and are none.
  const slot = SLOTS.find((s) => s === (head === 'neutral' ? second : head));
  return slot ? { kind: 'slot', slot, neutral: head === 'neutral' } : OTHER;
}
