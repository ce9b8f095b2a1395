import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import type { SlotMarks } from './slots.js';

const has = (marks: readonly Mark[] | undefined, test: (name: string) => boolean): boolean =>
  (marks ?? []).some((m) => test(m.class));

/** A purpose or a law that stands for a period tells something only of what is said to be kept. */
const isDuration = (name: string): boolean => name !== 'period.vague.purpose' && name !== 'period.legal';

/** Does the clause say how long data is kept, or that it is (not) kept? `manner` tells by which kind of verb. */
export function isRetention(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'user' || isNotKept(reading, p) || ofCookies(reading)) return false;
  const lasts = has(slots.period, isDuration);
  const data = (slots.data ?? []).length > 0;
  if (p.manner === 'keep') return lasts || keepsData(p, slots, reading);
  if (p.agent === 'third-party') return false;
  if (p.manner === 'delete') return lasts && data && !onRequest(p, slots, reading);
  return (
    (lasts && data) || (p.negated && p.agent === 'controller' && isObject(p, slots) && !inRow(reading, p))
  );
}

/** Without a length: data is the verb's object, and the verb is not one of a row ("collect, retain and use"). */
function keepsData(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'third-party' || /^retention$/.test(wordAt(reading, p.start))) return false;
  if ((slots.period ?? []).length > 0) return true;
  return isObject(p, slots) && (p.negated || !inRow(reading, p));
}

function isObject(p: Predicate, slots: SlotMarks): boolean {
  return (slots.data ?? []).some((m) => (m.start >= p.start ? m.start - p.end <= 4 : p.start - m.end <= 6));
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

/** Deleting that somebody asks for tells of a right, unless an event ends the keeping. */
function onRequest(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (has(slots.period, (name) => name === 'period.event')) return false;
  if (has(slots.condition, (name) => name === 'condition.user-request')) return true;
  return reading.tokens.slice(p.from, p.to).some((token) => token.word.stem === 'request');
}

/** "keep it confidential", "keep you informed". */
function isNotKept(reading: SentenceReading, p: Predicate): boolean {
  return reading.grammar.some((m) => m.class === 'grammar.not-kept' && m.start === p.start);
}

/** A sentence that begins with cookies tells how long they last on the reader's own device. */
function ofCookies(reading: SentenceReading): boolean {
  const first = reading.slots.data?.[0];
  return first?.class === 'data.cookie' && first.start <= 5;
}

function wordAt(reading: SentenceReading, at: number): string {
  return reading.tokens[at]?.word.lower ?? '';
}
