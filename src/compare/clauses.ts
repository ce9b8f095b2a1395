import type { Clause } from '../report/index.js';
import { type Moves, movesOf } from './moves.js';
import { type Pair, type Pairing, pairUnits } from './pair.js';
import { type Places, placeOf } from './places.js';
import type { ChangedSlot, Comparison } from './schema.js';
import { type Difference, differences } from './slots.js';
import { type Unit, unitOf } from './unit.js';
import { weigh } from './weights.js';

/** The clauses of two texts, paired. */
export interface PairedClauses {
  readonly before: readonly Clause[];
  readonly after: readonly Clause[];
  readonly pairing: Pairing;
  readonly moves: Moves;
}

export function pairClauses(readBefore: readonly Clause[], readAfter: readonly Clause[]): PairedClauses {
  const before = readOnce(readBefore);
  const after = readOnce(readAfter);
  const units = (clauses: readonly Clause[]): Unit[] =>
    clauses.map(({ action, quote, section }) => unitOf(action, quote, section));
  const unitsBefore = units(before);
  const unitsAfter = units(after);
  const pairing = pairUnits(unitsBefore, unitsAfter);
  return { before, after, pairing, moves: movesOf(pairing, unitsBefore, unitsAfter) };
}

/** The words of a denial are not also what it denies: of two readings of the same words as one action the denial stands. */
function readOnce(clauses: readonly Clause[]): Clause[] {
  const nameOf = ({ action, position: { start, end } }: Clause): string =>
    `${action} ${start.offset} ${end.offset}`;
  const denials = new Set(clauses.filter(({ polarity }) => polarity === 'denied').map(nameOf));
  return clauses.filter((clause) => clause.polarity === 'denied' || !denials.has(nameOf(clause)));
}

/** Tells which clauses are new, gone or say something else. */
export function compareClauses(
  { before, after, pairing, moves }: PairedClauses,
  places: Places,
): Comparison['clauses'] {
  const both = ([i, j]: Pair) => ({ before: before[i] as Clause, after: after[j] as Clause });
  const where = (pair: Pair) => {
    const { before: old, after: now } = both(pair);
    return { before: placeOf(old), after: placeOf(now) };
  };
  return {
    added: pairing.onlyAfter
      .map((j) => after[j] as Clause)
      .map((clause) => ({ ...weigh(clause, 'added'), clause, near: places.inBefore(clause) })),
    removed: pairing.onlyBefore
      .map((i) => before[i] as Clause)
      .map((clause) => ({ ...weigh(clause, 'removed'), clause, near: places.inAfter(clause) })),
    changed: merged([
      ...[...pairing.same, ...pairing.reworded].flatMap((pair) => changes(both(pair), ALL)),
      // A part need not repeat what the whole says, but it may not drop what the whole stands under.
      ...pairing.parts.flatMap((pair) => changes(both(pair), LIMITS)),
    ]),
    reworded: pairing.reworded.map(where),
    moved: pairing.same.filter(moves.moved).map(where),
  };
}

const ALL = (): boolean => true;
const LIMITS = ({ slot }: Difference): boolean => slot === 'condition' || slot === 'polarity';

function changes(
  { before, after }: { before: Clause; after: Clause },
  wanted: (difference: Difference) => boolean,
): ChangedSlot[] {
  return differences(before, after)
    .filter(wanted)
    .map(({ lost, gained, ...rest }) => ({
      ...rest,
      actions: [before.action],
      lost: lost.map(term),
      gained: gained.map(term),
      before: placeOf(before),
      after: placeOf(after),
    }));
}

function term({ text, class: name, position }: Difference['lost'][number]): ChangedSlot['lost'][number] {
  return { text, class: name, position };
}

/** One sentence is often read as several actions ("use or disclose"); what changed in all of them changed once. */
function merged(all: readonly ChangedSlot[]): ChangedSlot[] {
  const byName = new Map<string, ChangedSlot>();
  for (const entry of all) {
    const { slot, change, lost, gained, before, after } = entry;
    const words = [lost, gained].map((terms) => terms.map(({ position }) => position.start.offset));
    const lines = [before.position?.start.line, after.position?.start.line];
    const name = JSON.stringify([slot, change, words, lines]);
    const known = byName.get(name);
    byName.set(
      name,
      known ? { ...known, actions: [...new Set([...known.actions, ...entry.actions])] } : entry,
    );
  }
  return [...byName.values()];
}
