import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import type { SlotMarks } from './slots.js';

const TOWARDS = /^(to|in|within|into|at|between|across|throughout|inside|via)$/;
const BETWEEN =
  /^(the|,|and|or|\/|\(|:|including|as|such|like|namely|e\.g\.|both|either|mainly|primarily|other|countries|country|states|places)$/;
/** How far a list of places may stand from its preposition, in tokens. */
const REACH = 24;

/** Of a clause's place names, those that tell where data goes or lies: no origin, no nationality, no law's home. */
export function destinationsOf(reading: SentenceReading, marks: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) {
    if (mark.class === 'place.home' || isOfPlace(reading, mark)) continue;
    if (
      mark.class === 'place.unspecified'
        ? !comesFrom(reading, mark.start)
        : isDestination(reading, mark, found)
    )
      found.push(mark);
  }
  return found;
}

/** "laws of Spain", "users in Spain", "you live outside Spain". */
function isOfPlace(reading: SentenceReading, mark: Mark): boolean {
  return reading.grammar.some(
    (m) => m.class === 'grammar.of-place' && m.end <= mark.start && mark.start - m.end <= 3,
  );
}

function comesFrom(reading: SentenceReading, at: number): boolean {
  const before = reading.tokens[at - 1]?.word.lower;
  return before === 'from' || before === 'of';
}

/** A preposition stands before the place, or before the list that it stands in. */
function isDestination(reading: SentenceReading, mark: Mark, earlier: readonly Mark[]): boolean {
  const { tokens } = reading;
  for (let i = mark.start - 1; i >= Math.max(0, mark.start - REACH); i--) {
    const lower = tokens[i]?.word.lower ?? '';
    if (TOWARDS.test(lower)) return true;
    if (BETWEEN.test(lower)) continue;
    return earlier.some((m) => m.start <= i && m.end > i);
  }
  // A cell or an item that begins with the name.
  return mark.start <= REACH;
}

const STANDS_FOR_DATA = /^(it|them|they|this|these|such|same)$/;

function speaksOfData(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  const { data = [] } = p.manner === 'seat' ? reading.slots : slots;
  if (data.some((m) => m.class !== 'data.location')) return true;
  const near = reading.tokens.slice(Math.max(0, p.start - 5), p.end + 2);
  return near.some((token) => STANDS_FOR_DATA.test(token.word.lower));
}

const destined = (p: Predicate, slots: SlotMarks, reach = 40): boolean =>
  (slots.place ?? []).some((m) => m.start >= p.end - 1 && m.start - p.end <= reach);

/** Does the clause say that data goes or lies abroad? `manner` tells by which kind of verb. */
export function isTransfer(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (!destined(p, slots, p.manner === 'seat' ? 8 : undefined)) return false;
  if (p.manner === 'seat') return p.agent !== 'user' && isSeat(p, slots, reading);
  if (p.manner === 'pass')
    return p.agent !== 'user' && speaksOfData(p, slots, reading) && (slots.recipient ?? []).length > 0;
  if (p.manner === 'hold')
    return p.agent !== 'user' && (speaksOfData(p, slots, reading) || hosted(reading, p.start));
  const noun = /^(transfer|transfers|transmission|export)$/.test(reading.tokens[p.start]?.word.lower ?? '');
  return noun || speaksOfData(p, slots, reading);
}

/** "servers located in", "our suppliers are based in", "the site is hosted in". */
function isSeat(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (hosted(reading, p.start)) return true;
  const near = (m: Mark): boolean => m.end <= p.start && p.start - m.end <= 8;
  if (/^host/.test(reading.tokens[p.start]?.word.lower ?? '')) return p.subject !== undefined;
  return speaksOfData(p, slots, reading) && (reading.slots.recipient ?? []).some(near);
}

function hosted(reading: SentenceReading, at: number): boolean {
  return reading.grammar.some((m) => m.class === 'grammar.host' && m.end <= at && at - m.end <= 5);
}
