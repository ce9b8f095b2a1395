import type { Clause } from '../report/index.js';
import { modalityChange, polarityChange } from './firmness.js';
import type { Said } from './said.js';
import { opposite, SCALES } from './scales.js';
import { type Difference, slotChange } from './slots.js';
import { isMispaired, isOwn, isUntouched } from './taken-over.js';
import { foldText } from './unit.js';

/** What changed from one wording of a clause to the other, by the scales. */
export function differences(before: Clause, after: Clause, said: Said): Difference[] {
  if (isUntouched(before, after, said) || isMispaired(before, after, said)) return [];
  // The lead-in of an item that stands in the same words is told of by itself; what it limits, it limits in every item.
  const stands = foldText(before.quote) === foldText(after.quote);
  const isTold = ({ slot, lost, gained }: Difference): boolean =>
    !stands ||
    slot === 'condition' ||
    lost.some((value) => isOwn(before, value)) ||
    gained.some((value) => isOwn(after, value));
  const denied = before.polarity === 'denied';
  // What a denial covers and what a practice covers cannot be held against each other.
  if (denied !== (after.polarity === 'denied')) return polarityChange(before, after);
  const slots = SCALES.filter(({ actions }) => actions.includes(before.action)).flatMap((scale) => {
    const found = slotChange(scale, before, after, said);
    return found && isTold(found) ? [denied ? { ...found, change: opposite(found.change) } : found] : [];
  });
  return [...modalityChange(before, after), ...slots];
}
