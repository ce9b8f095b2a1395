import type { Clause } from '../report/index.js';
import { PRACTICES, PROMISES } from './scales.js';
import type { Change } from './schema.js';
import type { Difference } from './slots.js';
import { isOwn, type Value } from './taken-over.js';

/** How firmly a modal verb says that something is done. */
const STRENGTH = { must: 2, will: 2, none: 2, should: 1, may: 0 } as const;

/**
 * A practice or promise that is denied on one side alone. What is done or promised under conditions is told by its conditions,
 * and one that no words were read for cannot be told from others.
 */
export function polarityChange(before: Clause, after: Clause): Difference[] {
  if (!isToldWhy(before) || !isToldWhy(after)) return [];
  const practice = PRACTICES.includes(before.action);
  if (!practice && !PROMISES.includes(before.action)) return [];
  // Words that deny stand in both: what they deny was read otherwise ("we do not know of selling", "nor do we sell").
  if (DENIAL.test(before.quote) && DENIAL.test(after.quote)) return [];
  // The more of a practice is denied, the better; of what is promised, the worse.
  const gone = before.polarity === 'denied';
  return [
    {
      slot: 'polarity',
      change: gone === practice ? 'worse' : 'better',
      says: `${WORDS[before.polarity]} before, ${WORDS[after.polarity]} now`,
      lost: [],
      gained: [],
    },
  ];
}

const DENIAL = /\b(?:not|never|no|nor|neither|cannot)\b|n[’']t\b/i;

function isToldWhy({ polarity, slots }: Clause): boolean {
  return polarity !== 'conditional' || (slots.condition ?? []).length > 0;
}

const WORDS = { denied: 'denied', conditional: 'only under a condition', affirmed: 'affirmed' } as const;

/** How firmly the controller binds itself, or does something. */
export function modalityChange(before: Clause, after: Clause): Difference[] {
  // The modal verb of an item stands in its lead-in, which may have become another sentence.
  if (before.polarity !== after.polarity || !hasOwnActor(before) || !hasOwnActor(after)) return [];
  if (!isReplaced(before, after)) return [];
  const step = STRENGTH[after.modality] - STRENGTH[before.modality];
  if (step === 0) return [];
  const change: Change = isPromise(before) && isPromise(after) ? (step < 0 ? 'worse' : 'better') : 'other';
  const says = `${verb(before.modality)} before, ${verb(after.modality)} now`;
  return [{ slot: 'modality', change, says, lost: [], gained: [] }];
}

const MODALS = {
  must: /\bmust\b/i,
  will: /\b(?:will|shall)\b|’ll\b/i,
  should: /\bshould\b/i,
  may: /\b(?:may|might|can|could)\b/i,
} as const;

/** Whether a modal verb really came or went: it may stand in both, and be read of another verb in one. */
function isReplaced(before: Clause, after: Clause): boolean {
  const went = ({ modality }: Clause, { quote }: Clause): boolean =>
    modality !== 'none' && !MODALS[modality].test(quote);
  return went(before, after) || went(after, before);
}

function verb(modality: Clause['modality']): string {
  return modality === 'none' ? 'said to be so' : `"${modality}"`;
}

function hasOwnActor(clause: Clause): boolean {
  return clause.slots.actor?.some((actor) => isOwn(clause, actor)) ?? false;
}

/** Whether the controller binds itself; "you may ask us" is leave, and no weak promise. */
function isPromise({ action, polarity, slots }: Clause): boolean {
  if (polarity === 'denied') return PRACTICES.includes(action);
  if (action === 'protect' || action === 'honor-signal') return true;
  return PROMISES.includes(action) && (slots.actor?.some(byController) ?? false);
}

const byController = ({ class: name }: Value): boolean => name.startsWith('actor.controller');
