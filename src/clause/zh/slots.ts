import { SLOTS, type SlotName } from '../frame.js';
import type { Predicate } from '../predicate.js';
import type { Mark, SentenceReading } from '../reading.js';
import type { SlotMarks } from '../slots.js';
import type { Segment } from './clause-bounds.js';
import { isRelative, type Sentence } from './predicate.js';
import { recipientsOf } from './recipients.js';
import { FOR } from './words.js';

const NONE: readonly Mark[] = [];

type ReadSlot = (sentence: Sentence, p: Predicate) => readonly Mark[];

/** How each slot is read: data and places from the clauses nearest to the verb, most others from its sentence. */
const READ: Readonly<Record<SlotName, ReadSlot>> = {
  actor: ({ reading }, p) => actorsOf(reading, p),
  data: dataOf,
  recipient: ({ reading }, p) => recipientsOf(reading, p),
  purpose: purposesOf,
  place: (sentence, p) => nearest(sentence, 'place', p),
  period: ({ reading }) => reading.slots.period ?? NONE,
  safeguard: ({ reading }) => reading.slots.safeguard ?? NONE,
  control: ({ reading }) => reading.slots.control ?? NONE,
  condition: ({ reading }, p) => [...(reading.slots.condition ?? NONE), ...supposed(reading, p)],
};

/** The slots of a predicate. Each is read when it is first asked for: most predicates fall with the first. */
export function slotsOf(sentence: Sentence, p: Predicate): SlotMarks {
  return new LazySlots(sentence, p) as SlotMarks;
}

class LazySlots {
  private readonly known: { [S in SlotName]?: readonly Mark[] } = {};

  constructor(
    private readonly sentence: Sentence,
    private readonly predicate: Predicate,
  ) {}

  of(slot: SlotName): readonly Mark[] {
    let marks = this.known[slot];
    if (marks === undefined) {
      marks = READ[slot](this.sentence, this.predicate);
      this.known[slot] = marks;
    }
    return marks;
  }
}

for (const slot of SLOTS) {
  Object.defineProperty(LazySlots.prototype, slot, {
    get(this: LazySlots) {
      return this.of(slot);
    },
  });
}

function actorsOf({ slots }: SentenceReading, { subject, agent }: Predicate): readonly Mark[] {
  if (subject?.class.startsWith('actor.')) return [subject];
  if (agent === 'third-party' && subject) return [{ ...subject, class: 'actor.third-party' }];
  const actors = (slots.actor ?? []).filter((mark) => mark.class.startsWith(`actor.${agent}`));
  return actors.slice(0, 1);
}

/** Marks of the predicate's own clause, else of the nearest one before that has any, else of the next behind. */
function nearest({ reading, segments }: Sentence, slot: SlotName, p: Predicate): readonly Mark[] {
  const marks = reading.slots[slot];
  if (marks === undefined) return NONE;
  const own = segments.findIndex(({ from }) => from === p.from);
  for (let i = own; i >= 0; i--) {
    const found = marksIn(marks, segments[i] as Segment);
    if (found.length > 0) return found;
  }
  for (let i = own + 1; i < segments.length; i++) {
    const found = marksIn(marks, segments[i] as Segment);
    if (found.length > 0) return found;
  }
  return NONE;
}

function marksIn(marks: readonly Mark[], { from, to }: Segment): readonly Mark[] {
  return marks.some((mark) => mark.start >= from && mark.start < to)
    ? marks.filter((mark) => mark.start >= from && mark.start < to)
    : NONE;
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

/** "如果我们共享": only what follows is stated. Not 当 and 在, behind which the statement often stands without a comma. */
const SUPPOSING = /^(?:如|如果|若|倘若|假如|如若|如我们|如需|如因)$/;

/** That data is shared is known where one speaks of what recipients have to do, or sorts them. */
const TAKEN_FOR_GRANTED: ReadonlySet<string> = new Set(['bound', 'obliged', 'sorted', 'equal']);

const BUT = /^(?:但|但是|而|且|并|同时)$/;

/** "我们共享的信息", "如果我们共享": takes for granted what it does not state. */
function supposed(reading: SentenceReading, p: Predicate): readonly Mark[] {
  const first = reading.tokens.slice(p.from, p.to).find(({ word }) => !BUT.test(word.lower));
  const isCase = first !== undefined && SUPPOSING.test(first.word.lower);
  const isOccasion = reading.tokens[p.to - 1]?.word.lower === '时';
  if (!isCase && !isOccasion && !isRelative(reading, p) && !TAKEN_FOR_GRANTED.has(p.manner)) return NONE;
  return [{ class: 'condition.supposed', classId: -1, specific: false, start: p.start, end: p.end }];
}
