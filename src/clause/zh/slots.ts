import type { SlotName } from '../frame.js';
import type { Predicate } from '../predicate.js';
import type { Mark, SentenceReading } from '../reading.js';
import type { SlotMarks } from '../slots.js';
import { isRelative, type Sentence } from './predicate.js';
import { recipientsOf } from './recipients.js';
import { FOR } from './words.js';

const NONE: readonly Mark[] = [];

/** The slots of a predicate: data, places and periods from the clauses nearest to it, the rest from its sentence. */
export function slotsOf(sentence: Sentence, p: Predicate): SlotMarks {
  const { reading } = sentence;
  const { slots } = reading;
  return {
    actor: actorsOf(reading, p),
    data: dataOf(sentence, p),
    recipient: recipientsOf(reading, p),
    purpose: purposesOf(sentence),
    place: nearest(sentence, 'place', p),
    period: slots.period ?? NONE,
    safeguard: slots.safeguard ?? NONE,
    control: slots.control ?? NONE,
    condition: [...(slots.condition ?? NONE), ...supposed(reading, p)],
  };
}

function actorsOf({ slots }: SentenceReading, { subject, agent }: Predicate): readonly Mark[] {
  if (subject?.class.startsWith('actor.')) return [subject];
  if (agent === 'third-party' && subject) return [{ ...subject, class: 'actor.third-party' }];
  const actors = (slots.actor ?? []).filter((mark) => mark.class.startsWith(`actor.${agent}`));
  return actors.slice(0, 1);
}

/** Marks of the predicate's own clause, else of the next one that has any, those before it first. */
function nearest({ reading, segments }: Sentence, slot: SlotName, p: Predicate): readonly Mark[] {
  const marks = reading.slots[slot] ?? NONE;
  if (marks.length === 0) return marks;
  const own = segments.findIndex(({ from }) => from === p.from);
  const order = [own, ...range(own - 1, -1), ...range(own + 1, segments.length)];
  for (const i of order) {
    const segment = segments[i];
    const found = segment && marks.filter((mark) => mark.start >= segment.from && mark.start < segment.to);
    if (found && found.length > 0) return found;
  }
  return NONE;
}

function range(from: number, to: number): number[] {
  const length = Math.abs(to - from);
  return Array.from({ length }, (_, i) => (to > from ? from + i : from - i));
}

/** The data nearest to the verb first; if that is about nobody, all of it is. */
function dataOf(sentence: Sentence, p: Predicate): readonly Mark[] {
  const marks = [...nearest(sentence, 'data', p)].sort((a, b) => distance(a, p) - distance(b, p));
  const personal = marks.filter((mark) => mark.class !== 'data.non-personal');
  return marks[0]?.class === 'data.non-personal'
    ? marks.filter((mark) => !personal.includes(mark))
    : personal;
}

function distance(mark: Mark, p: Predicate): number {
  return mark.start >= p.end ? mark.start - p.end : p.start - mark.end;
}

/** Purposes that the lexicon knows, and what stands behind 为了 and 用于. */
function purposesOf({ reading, segments }: Sentence): readonly Mark[] {
  const known = reading.slots.purpose ?? NONE;
  const stated: Mark[] = [];
  for (const { from, to } of segments) {
    for (let at = from; at < to; at++) {
      const lower = reading.tokens[at]?.word.lower ?? '';
      if (!FOR.has(lower) || to - at < 3 || !isFor(reading, at, from)) continue;
      const overlaps = known.some((mark) => mark.start < to && mark.end > at);
      if (!overlaps)
        stated.push({ class: 'purpose.stated', classId: -1, specific: true, start: at, end: to });
      break;
    }
  }
  return stated.length === 0 ? known : [...known, ...stated].sort((a, b) => a.start - b.start);
}

/** A short word that may be a preposition of another kind: "为您", "以下". */
function isFor({ tokens }: SentenceReading, at: number, from: number): boolean {
  const lower = tokens[at]?.word.lower ?? '';
  if (lower === '为') return at === from;
  return lower !== '以' || at > from;
}

/** "我们共享的信息": takes for granted what it does not state. */
function supposed(reading: SentenceReading, p: Predicate): readonly Mark[] {
  if (!isRelative(reading, p) && p.manner !== 'bound') return NONE;
  return [{ class: 'condition.supposed', classId: -1, specific: false, start: p.start, end: p.end }];
}
