import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import type { SlotMarks } from './slots.js';

const PERIOD_REACH = 30;

/**
 * Lengths of time: those of the clause; for keeping, also those of the clauses that hang on it ("while you have an
 * account"); for deleting, else any in the sentence ("When it is no longer needed, we delete it").
 */
export function periodsOf(reading: SentenceReading, p: Predicate): readonly Mark[] {
  const marks = (reading.slots.period ?? []).filter((m) => !isDenied(reading, m));
  const within = marks.filter((m) => m.start >= p.from && m.end <= p.to);
  if (p.action !== 'retain') return within;
  if (p.manner === 'delete') return withoutVague(within.length > 0 ? within : marks);
  const next = reading.actions.find((m) => m.start >= p.to && m.class.startsWith('action.retain'))?.start;
  const limit = Math.max(p.to, Math.min(next ?? reading.tokens.length, p.end + PERIOD_REACH));
  return withoutEnded(
    reading,
    marks.filter((m) => m.start >= p.from && m.start < limit),
  );
}

/** "no retention period is required": none at all. */
function isDenied(reading: SentenceReading, { class: name, start }: Mark): boolean {
  if (!name.startsWith('period.vague')) return false;
  return wordAt(reading, start - 1) === 'no' || wordAt(reading, start - 2) === 'no';
}

/** What is deleted at an event is not kept for an open length, whatever else is said of it. */
function withoutVague(marks: readonly Mark[]): readonly Mark[] {
  return marks.some((m) => m.class === 'period.event')
    ? marks.filter((m) => !m.class.startsWith('period.vague'))
    : marks;
}

/** "As long as needed or until you delete it": the event puts an end to the open length before it. */
function withoutEnded(reading: SentenceReading, marks: readonly Mark[]): readonly Mark[] {
  const last = marks.at(-1);
  const ends =
    last?.class === 'period.event' &&
    /^(until|while|during|duration|term)$/.test(wordAt(reading, last.start));
  return ends ? marks.filter((m) => !m.class.startsWith('period.vague')) : marks;
}

const has = (marks: readonly Mark[] | undefined, test: (name: string) => boolean): boolean =>
  (marks ?? []).some((m) => test(m.class));

/** A purpose or a law that stands for a period tells something only of what is said to be kept. */
const isDuration = (name: string): boolean => name !== 'period.vague.purpose' && name !== 'period.legal';

/** Does the clause say how long data is kept, or that it is (not) kept? `manner` tells by which kind of verb. */
export function isRetention(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if ((p.agent === 'user' && !isLasting(reading, p)) || ofCookies(reading, p)) return false;
  const lasts = (slots.period ?? []).some(
    (m) => isDuration(m.class) && (p.manner !== 'hold' || goesWith(p, m)),
  );
  const data = (slots.data ?? []).length > 0;
  if (isNotKept(reading, p, lasts)) return false;
  if (p.manner === 'copy') return p.agent === 'controller';
  if (p.manner === 'keep') return lasts || keepsData(p, slots, reading);
  if (p.agent === 'third-party') return false;
  if (p.manner === 'delete')
    return lasts && (data || takesPronoun(reading, p)) && !onRequest(p, slots, reading);
  return (
    (lasts && data) || (p.negated && p.agent === 'controller' && isObject(p, slots) && !inRow(reading, p))
  );
}

/** The length of "hold", "process" and the like stands right before or behind the verb. */
function goesWith(p: Predicate, { start, end }: Mark): boolean {
  if (start < p.start) return p.start - end <= 2;
  return start - p.end <= (end <= p.to ? 10 : 6);
}

/** What "remains" is the data, whoever stands before the verb: "the letters you write remain on file". */
function isLasting(reading: SentenceReading, p: Predicate): boolean {
  return /^(remain|remains|persist|persists)$/.test(wordAt(reading, p.start));
}

/** Without a length: data is the verb's object, and the verb is not one of a row ("collect, retain and use"). */
function keepsData(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'third-party' || /^retention$/.test(wordAt(reading, p.start))) return false;
  if ((slots.period ?? []).length > 0) return (slots.data ?? []).length > 0;
  return isObject(p, slots) && (p.negated || !inRow(reading, p));
}

function isObject(p: Predicate, slots: SlotMarks): boolean {
  return (slots.data ?? []).some((m) =>
    m.start >= p.start ? m.start - p.end <= 4 : p.start - m.end <= (p.passive ? 6 : 3),
  );
}

const IN_ROW = /^action\.(collect|use|share)/;

/** Do a comma or "and" join the verb to one of collecting, using or sharing? */
function inRow(reading: SentenceReading, p: Predicate): boolean {
  return reading.actions.some((m) => {
    if (!IN_ROW.test(m.class)) return false;
    const gap = m.start >= p.end ? [p.end, m.start] : [m.end, p.start];
    const [from = 0, to = 0] = gap;
    return to > from && to - from <= 4 && joins(reading, from, to);
  });
}

function joins(reading: SentenceReading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(,|and|or)$/.test(wordAt(reading, i))) return true;
  return false;
}

function takesPronoun(reading: SentenceReading, p: Predicate): boolean {
  return /^(it|them|this|these)$/.test(wordAt(reading, p.end));
}

/** Deleting that somebody may ask for tells of a right; that it follows a request, only with an event beside it. */
function onRequest(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (reading.actions.some((m) => m.class.startsWith('action.grant-right') && m.start < p.start)) return true;
  if (asks(reading, 0, p.start)) return true;
  if (has(slots.period, (name) => name === 'period.event')) return false;
  return has(slots.condition, (name) => name === 'condition.user-request') || asks(reading, p.start, p.to);
}

function asks(reading: SentenceReading, from: number, to: number): boolean {
  return reading.tokens.slice(from, to).some(({ word }) => /^(request|ask|right)$/.test(word.stem));
}

/** "keep you informed"; "keep it confidential" too, if nobody says for how long. */
function isNotKept(reading: SentenceReading, p: Predicate, lasts: boolean): boolean {
  return reading.grammar.some(
    (m) =>
      m.start <= p.start &&
      m.end > p.start &&
      (m.class === 'grammar.not-kept' || (!lasts && m.class === 'grammar.kept-state' && m.start === p.start)),
  );
}

/** A sentence that begins with cookies tells how long they last on the reader's own device. */
function ofCookies(reading: SentenceReading, p: Predicate): boolean {
  if (p.subject?.class === 'data.cookie') return true;
  const first = reading.slots.data?.[0];
  return first?.class === 'data.cookie' && first.start <= 5;
}

function wordAt(reading: SentenceReading, at: number): string {
  return reading.tokens[at]?.word.lower ?? '';
}
