import type { Clause } from '../report/index.js';
import { modalityChange, polarityChange } from './firmness.js';
import type { Said } from './said.js';
import { opposite, SCALES } from './scales.js';
import { type Difference, slotChange } from './slots.js';
import { isUntouched } from './taken-over.js';

/** What changed from one wording of a clause to the other, by the scales. */
export function differences(before: Clause, after: Clause, said: Said): Difference[] {
  if (isUntouched(before, after, said)) return [];
  const denied = before.polarity === 'denied';
  // What a denial covers and what a practice covers cannot be held against each other.
  if (denied !== (after.polarity === 'denied')) return polarityChange(before, after);
  const slots = SCALES.filter(({ actions }) => actions.includes(before.action)).flatMap((scale) => {
    const found = slotChange(scale, before, after, said);
    return found ? [denied ? { ...found, change: opposite(found.change) } : found] : [];
  });
  return [...modalityChange(before, after), ...slots];
}
