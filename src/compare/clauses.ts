import { SLOTS } from '../clause/index.js';
import type { Clause } from '../report/index.js';
import { differences } from './differences.js';
import { type Moves, movesOf } from './moves.js';
import { type Pair, type Pairing, pairUnits } from './pair.js';
import { type Places, placeOf } from './places.js';
import { isSaid, type Said } from './said.js';
import type { ChangedSlot, Comparison } from './schema.js';
import type { Difference } from './slots.js';
import { withoutTakenOver } from './taken-over.js';
import { foldHeading, type Unit, unitOf } from './unit.js';
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
  const denies = (clause: Clause | undefined): boolean => clause?.polarity === 'denied';
  const pairing = parting(
    pairUnits(unitsBefore, unitsAfter),
    ([i, j]) => denies(before[i]) !== denies(after[j]),
  );
  return { before, after, pairing, moves: movesOf(pairing, unitsBefore, unitsAfter) };
}

/** What is denied and what is done are not one clause that changed where they have little more in common than their place. */
function parting(pairing: Pairing, differs: (pair: Pair) => boolean): Pairing {
  const parted = new Set([...pairing.loose].filter(differs));
  const inOrder = (all: number[]): number[] => all.sort((a, b) => a - b);
  return {
    ...pairing,
    reworded: pairing.reworded.filter((pair) => !parted.has(pair)),
    onlyBefore: inOrder([...pairing.onlyBefore, ...Array.from(parted, ([i]) => i)]),
    onlyAfter: inOrder([...pairing.onlyAfter, ...Array.from(parted, ([, j]) => j)]),
  };
}

/** The words of a denial are not also what it denies: of two readings of the same words as one action the denial stands. */
function readOnce(clauses: readonly Clause[]): Clause[] {
  const nameOf = ({ action, position: { start, end } }: Clause): string =>
    `${action} ${start.offset} ${end.offset}`;
  const denials = new Set(clauses.filter(({ polarity }) => polarity === 'denied').map(nameOf));
  return clauses.filter((clause) => clause.polarity === 'denied' || !denials.has(nameOf(clause)));
}

/** Share of a clause's words that must stand where the other text says the same for it to be still said there. */
const STILL_SAID = 0.85;

/** Tells which clauses are new, gone or say something else. */
export function compareClauses(
  { before, after, pairing, moves }: PairedClauses,
  places: Places,
  said: Said,
): Comparison['clauses'] {
  const where = ([i, j]: Pair) => ({
    before: placeOf(before[i] as Clause),
    after: placeOf(after[j] as Clause),
  });
  // Words that stand in both texts and were read in one alone are no news.
  const added = pairing.onlyAfter
    .map((j) => after[j] as Clause)
    .filter(({ quote, position }) => !isSaid(quote, said.inBefore(position).words, STILL_SAID));
  const removed = pairing.onlyBefore
    .map((i) => before[i] as Clause)
    .filter(({ quote, position }) => !isSaid(quote, said.inAfter(position).words, STILL_SAID));
  return {
    added: added.map((clause) => ({ ...weigh(clause, 'added'), clause, near: places.inBefore(clause) })),
    removed: removed.map((clause) => ({ ...weigh(clause, 'removed'), clause, near: places.inAfter(clause) })),
    changed: merged(changedSlots(before, after, pairing, said)),
    reworded: pairing.reworded.map(where),
    moved: pairing.same.filter(moves.moved).map(where),
  };
}

function changedSlots(
  before: readonly Clause[],
  after: readonly Clause[],
  { same, reworded, loose, parts }: Pairing,
  said: Said,
): ChangedSlot[] {
  const wholeBefore = gathered(before, parts, 0);
  const wholeAfter = gathered(after, parts, 1);
  return [
    ...[...same, ...reworded].flatMap((pair) => {
      const [i, j] = pair;
      const [from, to] = [before[i] as Clause, after[j] as Clause];
      // What stands under another heading takes over other words; they did not change.
      const own = sameSection(from, to) ? (clause: Clause) => clause : withoutTakenOver;
      return changes(from, to, {
        old: own(wholeBefore(i, j)),
        now: own(wholeAfter(j, i)),
        said,
        wanted: loose.has(pair) ? CLEAR : ALL,
      });
    }),
    // A part need not repeat what the whole says, but it may not drop what the whole stands under.
    ...parts.flatMap(([i, j]) => {
      const [old, now] = [before[i] as Clause, after[j] as Clause];
      return changes(old, now, { old, now, said, wanted: LIMITS });
    }),
  ];
}

function sameSection(before: Clause, after: Clause): boolean {
  return foldHeading(before.section.at(-1) ?? '') === foldHeading(after.section.at(-1) ?? '');
}

const ALL = (): boolean => true;
/** Of clauses that have little more in common than their place, what was put in the place of something else. */
const CLEAR = ({ change, lost, gained }: Difference): boolean =>
  change !== 'other' && lost.length > 0 && gained.length > 0;
const LIMITS = ({ slot }: Difference): boolean => slot === 'condition' || slot === 'polarity';

/** A clause with the slots of those that were merged into, or split from, its partner beside it. */
function gathered(
  clauses: readonly Clause[],
  parts: readonly Pair[],
  side: 0 | 1,
): (index: number, partner: number) => Clause {
  const byPartner = new Map<number, number[]>();
  for (const pair of parts) {
    const partner = pair[1 - side] as number;
    byPartner.set(partner, [...(byPartner.get(partner) ?? []), pair[side]]);
  }
  return (index, partner) => {
    const clause = clauses[index] as Clause;
    const others = (byPartner.get(partner) ?? []).map((i) => clauses[i] as Clause);
    if (others.length === 0) return clause;
    const slots: Clause['slots'] = { ...clause.slots };
    for (const other of others) {
      for (const name of SLOTS) {
        const more = other.slots[name];
        if (more) slots[name] = [...(slots[name] ?? []), ...more];
      }
    }
    return { ...clause, slots };
  };
}

function changes(
  before: Clause,
  after: Clause,
  { old, now, said, wanted }: { old: Clause; now: Clause; said: Said; wanted: (d: Difference) => boolean },
): ChangedSlot[] {
  return differences(old, now, said)
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
    // Items share the words of their lead-in; what has no words of its own is told by its line.
    const lines = [before.position?.start.line, after.position?.start.line];
    const name = JSON.stringify([slot, change, lost.length + gained.length > 0 ? words : lines]);
    const known = byName.get(name);
    byName.set(
      name,
      known ? { ...known, actions: [...new Set([...known.actions, ...entry.actions])] } : entry,
    );
  }
  return [...byName.values()];
}
