import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import type { SlotMarks } from './slots.js';

const TOWARDS = /^(to|in|within|into|at|between|across|throughout|inside|via)$/;
/** Before an instance of a place that was told broadly. */
const INSTANCE = /^(including|includes|namely|e\.g\.|particularly|currently|as)$/;
const BETWEEN =
  /^(the|,|and|or|\/|\(|:|like|both|either|mainly|primarily|other|countries|country|states|places)$/;
/** How far a list of places may stand from its preposition, in tokens. */
const REACH = 24;

/**
 * Of a clause's place names, those that tell where data goes or lies: no origin, no nationality, no law's home, and
 * none behind a "not" that follows the verb. An item of a list has no predicate of its own.
 */
export function destinationsOf(reading: SentenceReading, marks: readonly Mark[], p?: Predicate): Mark[] {
  const found: Mark[] = [];
  const after = p?.end ?? 0;
  for (const mark of marks) {
    if (mark.class === 'place.home' || isInName(reading, mark) || isOfPlace(reading, mark)) continue;
    if (isDenied(reading, after, mark.start)) continue;
    const leads =
      mark.class === 'place.unspecified'
        ? !comesFrom(reading, mark.start, p)
        : isDestination(reading, mark, found);
    if (leads) found.push(mark);
  }
  return found;
}

/** "laws of Spain", "users in Spain", "you live outside Spain". */
function isOfPlace(reading: SentenceReading, mark: Mark): boolean {
  return reading.grammar.some(
    (m) =>
      m.class === 'grammar.of-place' &&
      (m.start === mark.end || (m.end <= mark.start && mark.start - m.end <= 3)),
  );
}

/** "from other countries"; but what is seen or opened from there is there. */
function comesFrom(reading: SentenceReading, at: number, p: Predicate | undefined): boolean {
  const before = reading.tokens[at - 1]?.word.lower;
  return before === 'of' || (before === 'from' && p?.manner !== 'hold');
}

/** "China Telecom", "the Brazil Office": the name goes on. */
function isInName(reading: SentenceReading, mark: Mark): boolean {
  const next = reading.tokens[mark.end];
  if (next === undefined || !next.capital || next.word.kind !== 'word') return false;
  return !(reading.slots.place ?? []).some((m) => m.start === mark.end);
}

/** "Place of processing:" */
function isLabel(reading: SentenceReading, at: number): boolean {
  return reading.actions.some((m) => m.class === 'action.transfer.label' && m.end === at + 1);
}

function isDenied(reading: SentenceReading, from: number, to: number): boolean {
  if (from === 0) return false;
  for (let i = from; i < to; i++)
    if (/^(not|never|nor)$/.test(reading.tokens[i]?.word.lower ?? '')) return true;
  return false;
}

/** A preposition stands before the place, or before the list that it stands in. */
function isDestination(reading: SentenceReading, mark: Mark, earlier: readonly Mark[]): boolean {
  const { tokens } = reading;
  for (let i = mark.start - 1; i >= Math.max(0, mark.start - REACH); i--) {
    const lower = tokens[i]?.word.lower ?? '';
    if (TOWARDS.test(lower) || INSTANCE.test(lower) || isLabel(reading, i)) return true;
    if (BETWEEN.test(lower)) continue;
    // One more place of a list; after "outside" none of the list is meant.
    const other = earlier.find((m) => m.start <= i && m.end > i);
    return other !== undefined && !/^(outside|beyond|out)$/.test(tokens[other.start]?.word.lower ?? '');
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

/** A place behind the verb, or one that a list's item gives to the sentence before the list. */
function isDestined(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  const reach = p.manner === 'seat' ? 8 : 40;
  const own = reading.slots.place ?? [];
  return (slots.place ?? []).some(
    (m) => (m.start >= p.end - 1 && m.start - p.end <= reach) || !own.includes(m),
  );
}

/** Does the clause say that data goes or lies abroad? `manner` tells by which kind of verb. */
export function isTransfer(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (/^(how|what|where)$/.test(reading.tokens[0]?.word.lower ?? '')) return false;
  if (!isDestined(p, slots, reading) || isRecourse(reading, p)) return false;
  if (p.manner === 'label') return true;
  if (p.manner === 'seat') return p.agent !== 'user' && isSeat(p, slots, reading);
  if (p.manner === 'pass')
    return p.agent !== 'user' && speaksOfData(p, slots, reading) && (slots.recipient ?? []).length > 0;
  if (p.manner === 'hold')
    return (
      (p.agent !== 'user' || agreed(reading, p)) && (speaksOfData(p, slots, reading) || hosted(reading, p))
    );
  const noun = /^(transfer|transfers|transmission|export)$/.test(reading.tokens[p.start]?.word.lower ?? '');
  // An item that begins with the verb speaks of the data of its lead-in.
  // What a message passes through on its way is no destination.
  if (p.manner === 'go')
    return isData(p.subject) && !/^(through|via|over)$/.test(reading.tokens[p.end]?.word.lower ?? '');
  return noun || p.start === 0 || speaksOfData(p, slots, reading);
}

/** "complaints about data transferred to" */
function isRecourse(reading: SentenceReading, p: Predicate): boolean {
  return reading.grammar.some((m) => m.class === 'grammar.recourse' && m.start >= p.from && m.end <= p.start);
}

const isData = (mark: Mark | undefined): boolean => mark?.class.startsWith('data.') ?? false;

/** "servers located in", "our suppliers are based in", "the site is hosted in". */
function isSeat(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (hosted(reading, p)) return true;
  const near = (m: Mark): boolean => m.end <= p.start && p.start - m.end <= 8;
  if (/^host/.test(reading.tokens[p.start]?.word.lower ?? '')) return p.subject !== undefined;
  const staff = reading.grammar.filter((m) => m.class === 'grammar.staff');
  return speaksOfData(p, slots, reading) && [...(reading.slots.recipient ?? []), ...staff].some(near);
}

/** Servers and the like stand before the verb, or the verb is "has servers". */
function hosted(reading: SentenceReading, p: Predicate): boolean {
  return reading.grammar.some((m) => m.class === 'grammar.host' && m.end <= p.end && p.start - m.end <= 5);
}

/** "you agree to the storage of", "you understand that we process": the user lets others act. */
function agreed(reading: SentenceReading, p: Predicate): boolean {
  for (let i = p.from; i < p.start; i++) {
    if (
      /^(consent|consenting|agree|authorize|authorise|acknowledge|understand|accept)$/.test(
        reading.tokens[i]?.word.lower ?? '',
      )
    )
      return true;
  }
  return false;
}
