import type { Clause, Finding, Sentence } from '../report/index.js';
import { movesOf } from './moves.js';
import { type Pairing, pairUnits } from './pair.js';
import { type Located, type Places, placeOf } from './places.js';
import { type Said, saidBy } from './said.js';
import type { Comparison } from './schema.js';
import { type Unit, unitOf } from './unit.js';

/** The sentences of two texts, paired, and what keeps its order among them. */
export interface PairedSentences {
  readonly before: readonly Located[];
  readonly after: readonly Located[];
  readonly pairing: Pairing;
  readonly ordered: ReturnType<typeof movesOf>['ordered'];
  readonly said: Said;
}

export function pairSentences(before: readonly Sentence[], after: readonly Sentence[]): PairedSentences {
  const units = (sentences: readonly Sentence[]): Unit[] =>
    sentences.map(({ text, section }) => unitOf('', text, section));
  const unitsBefore = units(before);
  const unitsAfter = units(after);
  const pairing = pairUnits(unitsBefore, unitsAfter);
  const located = ({ text, section, position }: Sentence): Located => ({ quote: text, section, position });
  const old = { sentences: before.map(located), units: unitsBefore };
  const now = { sentences: after.map(located), units: unitsAfter };
  return {
    before: old.sentences,
    after: now.sentences,
    pairing,
    ordered: movesOf(pairing, unitsBefore, unitsAfter).ordered,
    said: saidBy(old, now, pairing),
  };
}

/** Words that changed where nothing was read: the reader of a comparison is to see what it does not judge. */
export function unreadChanges(
  { before, after, pairing }: PairedSentences,
  read: { before: readonly (Clause | Finding)[]; after: readonly (Clause | Finding)[] },
  places: Places,
): NonNullable<Comparison['sentences']> {
  const readBefore = readAmong(before, read.before);
  const readAfter = readAmong(after, read.after);
  return {
    added: pairing.onlyAfter
      .filter((j) => !readAfter.has(j))
      .map((j) => after[j] as Located)
      .map((words) => ({ words: placeOf(words), near: places.inBefore(words) })),
    removed: pairing.onlyBefore
      .filter((i) => !readBefore.has(i))
      .map((i) => before[i] as Located)
      .map((words) => ({ words: placeOf(words), near: places.inAfter(words) })),
    reworded: pairing.reworded
      .filter(([i, j]) => !readBefore.has(i) && !readAfter.has(j))
      .map(([i, j]) => ({ before: placeOf(before[i] as Located), after: placeOf(after[j] as Located) })),
  };
}

/** The sentences in which a clause or finding stands; both come in the order of the text. */
function readAmong(sentences: readonly Located[], read: readonly (Clause | Finding)[]): Set<number> {
  const spans = read
    .flatMap(({ position }) => (position ? [[position.start.offset, position.end.offset] as const] : []))
    .sort(([a], [b]) => a - b);
  const found = new Set<number>();
  let first = 0;
  for (const [index, { position }] of sentences.entries()) {
    if (!position) continue;
    while (first < spans.length && (spans[first]?.[1] ?? 0) <= position.start.offset) first++;
    if ((spans[first]?.[0] ?? Number.POSITIVE_INFINITY) < position.end.offset) found.add(index);
  }
  return found;
}
