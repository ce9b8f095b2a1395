import { SLOTS, type SlotName } from './frame.js';
import { isMentioned } from './mention.js';
import { periodsOf } from './periods.js';
import { destinationsOf } from './places.js';
import { jointWith } from './practice.js';
import type { Predicate } from './predicate.js';
import { fronted, isAim, statedPurposes } from './purposes.js';
import type { Mark, SentenceReading } from './reading.js';
import { GIVING, recipientsOf } from './recipients.js';
import { words } from './wording.js';

/** Slot fillers of one clause, still as marks of its sentence. */
export type SlotMarks = Partial<Record<SlotName, readonly Mark[]>>;

const NONE: readonly Mark[] = [];

type ReadSlot = (reading: SentenceReading, predicate: Predicate) => readonly Mark[];

const within = (reading: SentenceReading, slot: SlotName, { from, to }: Predicate): readonly Mark[] =>
  reading.slots[slot]?.filter((m) => m.start >= from && m.end <= to) ?? NONE;

/** How each slot of a predicate is read from its stretch of the sentence. */
const READ: Readonly<Record<SlotName, ReadSlot>> = {
  actor: (reading, predicate) => actorsOf(reading, predicate),
  data: (reading, predicate) => [
    ...entrusted(
      dataOf(aboutPeople(within(reading, 'data', predicate), reading), predicate, reading),
      predicate,
      reading,
    ),
    ...meantData(reading, predicate),
  ],
  recipient: (reading, predicate) =>
    recipientsOf(reading, within(reading, 'recipient', predicate), predicate),
  purpose: (reading, predicate) => {
    const front = fronted(reading, predicate);
    const named = within(reading, 'purpose', predicate).filter(
      (mark) => !/^purpose\.(vague|open)/.test(mark.class) || isAim(reading, mark),
    );
    const stated = statedPurposes(reading, predicate);
    if (front.length + stated.length === 0) return named;
    return [...front, ...named, ...stated].sort((a, b) => a.start - b.start);
  },
  place: (reading, predicate) => destinationsOf(reading, within(reading, 'place', predicate), predicate),
  period: (reading, predicate) => periodsOf(reading, predicate),
  safeguard: (reading) => reading.slots.safeguard ?? NONE,
  control: (reading) => reading.slots.control ?? NONE,
  condition: (reading, predicate) => [...(reading.slots.condition ?? NONE), ...supposed(reading, predicate)],
};

/** The slots of a predicate. Each is read when it is first asked for: most predicates fall with the first. */
export function slotsOf(reading: SentenceReading, predicate: Predicate): SlotMarks {
  return new LazySlots(reading, predicate) as SlotMarks;
}

class LazySlots {
  private readonly known: SlotMarks = {};

  constructor(
    private readonly reading: SentenceReading,
    private readonly predicate: Predicate,
  ) {}

  of(slot: SlotName): readonly Mark[] {
    let marks = this.known[slot];
    if (marks === undefined) {
      marks = READ[slot](this.reading, this.predicate);
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

/** The slots read out, with some replaced. */
export function withSlots(slots: SlotMarks, replaced: SlotMarks): SlotMarks {
  const all: { -readonly [S in SlotName]?: readonly Mark[] } = {};
  for (const slot of SLOTS) {
    const marks = replaced[slot] ?? slots[slot];
    if (marks) all[slot] = marks;
  }
  return all;
}

function actorsOf(reading: SentenceReading, predicate: Predicate): readonly Mark[] {
  const { subject, agent } = predicate;
  // "your photos train our models": it is not the photos that act.
  if (predicate.manner === 'train') return [];
  // "what we hold on you may be disclosed": nobody but the one named after "by" acts in a passive.
  const acts = !(predicate.passive && GIVING.has(predicate.action));
  if (acts && subject?.class.startsWith('actor.')) return [subject];
  if (agent === 'third-party' && subject) {
    // "we and our partners share": the controller shares too.
    const us = predicate.manner === 'received' ? undefined : jointWith(predicate, reading);
    return [us ?? { ...subject, class: actingAs(reading, subject, predicate) }];
  }
  if (agent !== 'controller' && agent !== 'user') return [];
  const marks = (reading.slots.actor ?? []).filter(
    (m) => m.class === `actor.${agent}` && m.end <= predicate.start,
  );
  return marks.slice(-1);
}

/** "vendors can see your data", "banks receive it from us": whoever holds it let them. */
function actingAs({ tokens, slots }: SentenceReading, subject: Mark, { start, end }: Predicate): string {
  if (isLet({ tokens }, subject)) return 'actor.permitted';
  // Who reads what was published was let in by the reader.
  if (/^(they|anyone|public|people|users?)$/.test(tokens[subject.end - 1]?.word.lower ?? ''))
    return 'actor.third-party';
  const admitted = /^(access|see|view|seen)$/.test(tokens[end - 1]?.word.lower ?? '');
  const supplied =
    /^(receiv|obtain)/.test(tokens[start]?.word.stem ?? '') &&
    !(slots.data ?? []).some((m) => m.class === 'data.cookie');
  return admitted || supplied ? 'actor.recipient' : 'actor.third-party';
}

/** "we allow partners to collect": the controller opens the door. */
function isLet({ tokens }: Pick<SentenceReading, 'tokens'>, subject: Mark): boolean {
  return [0, 1, 2, 3].some((back) =>
    /^(allow|permit|enabl|let|author|invit)/.test(tokens[subject.start - back]?.word.stem ?? ''),
  );
}

/** "we do not sell your address, but provide it to banks": what "it" means, said before in the sentence. */
function meantData({ tokens, slots }: SentenceReading, { start, end, from }: Predicate): readonly Mark[] {
  const lower = tokens[end]?.word.lower;
  if (lower !== 'it' && lower !== 'them') return [];
  const meant = slots.data?.findLast((mark) => mark.end <= start);
  return meant && meant.start < from ? [meant] : [];
}

/** "Information about our partners": nothing about people. */
function aboutPeople(marks: readonly Mark[], { tokens, slots }: SentenceReading): readonly Mark[] {
  const told = marks.some(({ end }) => ABOUT.has(tokens[end]?.word.lower ?? ''));
  if (!told) return marks;
  const businesses = (slots.recipient ?? []).filter(({ class: name }) => name !== 'recipient.user');
  return marks.filter(({ end }) => {
    if (!ABOUT.has(tokens[end]?.word.lower ?? '')) return true;
    return !businesses.some(({ start }) => start > end && start - end <= SOON);
  });
}

const ABOUT = words('about regarding concerning');
/** Words that may stand before the noun: "about our trusted delivery partners". */
const SOON = 4;

/** The data nearest to the verb decides whether the clause is about people or about statistics. */
function dataOf(marks: readonly Mark[], predicate: Predicate, reading: SentenceReading): readonly Mark[] {
  if (marks.length === 0) return marks;
  const after = marks.filter((m) => m.start >= predicate.end);
  const before = marks.filter((m) => m.end <= predicate.start);
  const inside = marks.filter((m) => m.start >= predicate.start && m.start < predicate.end);
  const order = predicate.passive
    ? [...before.reverse(), ...inside, ...after]
    : [...inside, ...after, ...before.reverse()];
  const main = order[0];
  if (main === undefined) return [];
  if (order.some((mark) => isBesideStatistics(mark, order, reading)))
    return order.filter((m) => m.class !== 'data.non-personal');
  const statistics =
    main.class === 'data.non-personal' ||
    (main.class === 'data.generic' &&
      order.some((m) => m.class === 'data.non-personal' && Math.abs(m.start - main.end) < 14));
  return order.filter((m) => (m.class === 'data.non-personal') === statistics);
}

/** "we engage vendors who process your data": what they work on, not all that we hold; nor what they "provide us". */
function entrusted(
  marks: readonly Mark[],
  { manner }: Predicate,
  { tokens }: SentenceReading,
): readonly Mark[] {
  if (manner !== 'engage') return marks;
  const supplied = ({ start }: Mark): boolean =>
    tokens.slice(Math.max(0, start - 3), start).some(({ word }) => word.lower === 'us');
  const worked = marks.filter((mark) => !supplied(mark));
  return worked.map((mark) => (mark.class === 'data.generic' ? { ...mark, class: 'data.referred' } : mark));
}

/** "aggregate statistics and your address": people are told of beside the figures. */
function isBesideStatistics(mark: Mark, all: readonly Mark[], { tokens }: SentenceReading): boolean {
  if (!mark.specific || mark.class === 'data.bounded') return false;
  const figures = all.find(
    (m) => m.class === 'data.non-personal' && m.end < mark.start && mark.start - m.end <= 3,
  );
  if (figures === undefined) return false;
  return tokens
    .slice(figures.end, mark.start)
    .every(({ word }) => /^(and|or|,|your|other|as|well)$/.test(word.lower));
}

const SUPPOSING = words('extent if when whenever once where wherever before after while whom');

const HELD_TO = words('who that which with');
const DUTY = words('required must bound obliged obligated instructed trained contractually expected');

/** "once we share it", "parties to whom we disclosed it": the clause takes for granted what it does not state. */
function supposed(reading: SentenceReading, predicate: Predicate): Mark[] {
  const at = supposedAt(reading, predicate);
  return at < 0
    ? []
    : [{ class: 'condition.supposed', classId: -1, specific: false, start: at, end: at + 1 }];
}

/** The word that shows it, or -1. */
function supposedAt(reading: SentenceReading, predicate: Predicate): number {
  const { tokens } = reading;
  const { subject, start, manner, agent } = predicate;
  // "vendors that have access to it are required to": whom it speaks of, and not that there are such.
  const after = subject && agent === 'third-party' ? start - 1 : -1;
  if (/^(received|weak)$/.test(manner) && HELD_TO.has(tokens[after]?.word.lower ?? '')) {
    const held = tokens.slice(start, start + 14).some(({ word }) => DUTY.has(word.lower));
    if (held) return after;
  }
  const at = (subject?.start ?? start) - 1;
  const lower = tokens[at]?.word.lower ?? '';
  // "The companies with whom we share it include …": these are the recipients.
  if (at <= 6 && lower === 'whom' && tokens.slice(start).some(({ word }) => word.lower === 'include'))
    return -1;
  if (SUPPOSING.has(lower) || isMentioned(reading, predicate)) return Math.max(0, at);
  return -1;
}
