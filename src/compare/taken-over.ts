import { SLOTS } from '../clause/index.js';
import type { Clause } from '../report/index.js';
import type { Said } from './said.js';
import { stemsOf } from './unit.js';

/** Words of a clause that were read as one of its slots. */
export type Value = NonNullable<Clause['slots']['data']>[number];

function takenOver(clause: Clause): Value[] {
  return Object.values(clause.slots)
    .flat()
    .filter((value) => !isOwn(clause, value));
}

/** Whether words stand in the clause itself, and not in its lead-in, its heading or its row. */
export const isOwn = ({ position: { start, end } }: Clause, { position }: Value): boolean =>
  position.start.offset >= start.offset && position.end.offset <= end.offset;

/** A clause without what is lent to it. */
export function withoutTakenOver(clause: Clause): Clause {
  const slots: Clause['slots'] = {};
  for (const name of SLOTS) {
    const own = clause.slots[name]?.filter((value) => isOwn(clause, value));
    if (own && own.length > 0) slots[name] = own;
  }
  return { ...clause, slots };
}

/** Whether both clauses and what they take over from elsewhere stand in the same words: read otherwise or not, nothing changed. */
export function isUntouched(before: Clause, after: Clause, said: Said): boolean {
  return (
    stemsOf(before.quote).join(' ') === stemsOf(after.quote).join(' ') &&
    takenOver(before).every(({ position }) => said.inAfter(position).same) &&
    takenOver(after).every(({ position }) => said.inBefore(position).same)
  );
}

/** Whether the sentence of one stands word for word in the other text, in another place than its partner's: they are no partners. */
export function isMispaired(before: Clause, after: Clause, said: Said): boolean {
  return (
    stemsOf(before.quote).join(' ') !== stemsOf(after.quote).join(' ') &&
    (said.inAfter(before.position).same || said.inBefore(after.position).same)
  );
}
