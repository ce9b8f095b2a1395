import { isInfinitive } from './english.js';
import { SLOTS, type SlotName } from './frame.js';
import { periodsOf } from './periods.js';
import { destinationsOf } from './places.js';
import { jointWith } from './practice.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
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
    ...entrusted(dataOf(within(reading, 'data', predicate), predicate, reading), predicate, reading),
    ...meantData(reading, predicate),
  ],
  recipient: (reading, predicate) =>
    recipientsOf(reading, within(reading, 'recipient', predicate), predicate),
  purpose: (reading, predicate) => {
    const front = fronted(reading, predicate);
    const named = within(reading, 'purpose', predicate);
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

const GIVING: ReadonlySet<string> = new Set(['share', 'sell']);

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

const TOWARDS =
  /^(to|with|by|among|between|amongst|via|through|towards|within|for|including|as|like|or|and|,|\(|of|e\.g\.|from|on|behalf|both|either|:|other|our|the|their|its|whom|affiliated|any)$/;

/** Recipients: who stands after "to", "with", "by"; the subject, where it is the recipient that acts. */
function recipientsOf(
  reading: SentenceReading,
  marks: readonly Mark[],
  predicate: Predicate,
): readonly Mark[] {
  const { tokens } = reading;
  const acting =
    predicate.agent === 'third-party' && predicate.subject?.class.startsWith('recipient.')
      ? [predicate.subject]
      : [];
  const told = marks.map((mark) => named(mark, reading));
  const others = told.filter((mark) => {
    if (acting.includes(mark)) return false;
    if (inbound(reading, mark.start)) return false;
    if (mark.class !== 'recipient.named') return true;
    return mark.start > 0 && TOWARDS.test(tokens[mark.start - 1]?.word.lower ?? '');
  });
  const after = reached(
    others.filter((m) => m.start >= predicate.start),
    predicate,
    reading,
  );
  const before = others.filter((m) => m.start < predicate.start);
  return [...acting, ...after, ...before];
}

/** "our parent company, Acme Inc", "a service called Acme": one that the next words name. */
function named(mark: Mark, { tokens, slots, block }: SentenceReading): Mark {
  const last = tokens[mark.end - 1]?.word.lower ?? '';
  if (!UNKNOWN.test(mark.class) || last.endsWith('s') || /ies$/.test(last)) return mark;
  const names = slots.recipient ?? [];
  // "Acme Ltd, subsidiary of Brook Ltd".
  if (tokens[mark.start - 1]?.word.lower === ',' && tokens[mark.end]?.word.lower === 'of')
    if (names.some((m) => m.class === 'recipient.named' && m.end <= mark.start && mark.start - m.end <= 2))
      return { ...mark, class: 'recipient.named', specific: true };
  let at = mark.end;
  while (at < mark.end + 3 && NAMING.has(tokens[at]?.word.lower ?? '')) at++;
  const isName = (m: Mark): boolean => m.start === at && tokens[at]?.capital === true;
  const known =
    at > mark.end &&
    block.kind !== 'heading' &&
    (names.some((m) => m.class === 'recipient.named' && isName(m)) ||
      (slots.actor ?? []).some((m) => m.class === 'actor.controller' && isName(m)));
  return known ? { ...mark, class: 'recipient.named', specific: true } : mark;
}

const NAMING = words(', ( called named namely service');

/** Recipients that leave the reader to guess, and so have to be tied to the verb to count. */
const UNKNOWN = /^recipient\.(generic|affiliate|processor)/;
const PARTING = words('that which who whose if when because so ; .');

/** Of those after the verb, the ones that it gives to: "to partners, vendors and others", not "ads shown by others". */
function reached(marks: readonly Mark[], predicate: Predicate, reading: SentenceReading): readonly Mark[] {
  const { action, manner, end } = predicate;
  if (!GIVING.has(action) || !/^(strong|weak|)$/.test(manner)) return marks;
  let last = -1;
  return marks.filter((mark) => {
    const word = reading.tokens[mark.start - 1]?.word.lower ?? '';
    const tied =
      mark.start < end ||
      WITHIN.has(word) ||
      (last >= 0 && isListed(reading, last, mark.start)) ||
      isGiven(reading, predicate, mark);
    if (tied) last = mark.end;
    return tied || !UNKNOWN.test(mark.class);
  });
}

/** "share it within the family of companies", "provide it as necessary for vendors to do their work". */
const WITHIN = words('within across throughout for');

/** Does a list lead from one recipient to the next? What stands in brackets does not count. */
function isListed({ tokens }: SentenceReading, from: number, to: number): boolean {
  let distance = 0;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.word.lower ?? '';
    if (lower === '(') depth++;
    else if (lower === ')') depth--;
    else if (depth <= 0 && (PARTING.has(lower) || ++distance > 8)) return false;
  }
  return true;
}

const SUPPOSING = words('when whenever once where wherever before after while whom');

const HELD_TO = words('who that which with');
const DUTY = words('required must bound obliged obligated instructed trained contractually expected');

/** "once we share it", "parties to whom we disclosed it": the clause takes for granted what it does not state. */
function supposed({ tokens }: SentenceReading, { subject, start, manner, agent }: Predicate): Mark[] {
  // "vendors that have access to it are required to": whom it speaks of, and not that there are such.
  const after = subject && agent === 'third-party' ? start - 1 : -1;
  if (/^(received|weak)$/.test(manner) && HELD_TO.has(tokens[after]?.word.lower ?? '')) {
    const held = tokens.slice(start, start + 14).some(({ word }) => DUTY.has(word.lower));
    if (held)
      return [{ class: 'condition.supposed', classId: -1, specific: false, start: after, end: after + 1 }];
  }
  const at = (subject?.start ?? start) - 1;
  // "The companies with whom we share it include …": these are the recipients.
  if (
    at <= 6 &&
    tokens[at]?.word.lower === 'whom' &&
    tokens.slice(start).some(({ word }) => word.lower === 'include')
  )
    return [];
  if (!SUPPOSING.has(tokens[at]?.word.lower ?? '')) return [];
  return [{ class: 'condition.supposed', classId: -1, specific: false, start: at, end: at + 1 }];
}

/** Does a preposition of giving stand between the verb and this recipient ("to our partners, vendors and others")? */
export function isGiven(reading: SentenceReading, predicate: Predicate, mark: Mark): boolean {
  if (mark.start < predicate.start) return predicate.passive || mark === predicate.subject;
  for (let i = mark.start - 1; i >= predicate.end - 1 && i > mark.start - 16; i--) {
    const lower = reading.tokens[i]?.word.lower ?? '';
    if (lower === 'to' && /^relat/.test(reading.tokens[i - 1]?.word.stem ?? '')) return false;
    if (
      /^(to|with|by|among|between|amongst|towards)$/.test(lower) &&
      (i + 1 === mark.start || !(lower === 'to' && isInfinitive(reading.tokens, i)))
    )
      return true;
    if (/^(that|which|who|if|when|because|so|for|in|;)$/.test(lower)) return false;
  }
  return mark.start - predicate.end <= 2;
}

/** "from third parties": data comes in. */
function inbound(reading: SentenceReading, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const lower = reading.tokens[i]?.word.lower ?? '';
    if (lower === 'from') return true;
    if (/^(to|with|,|and|or)$/.test(lower)) return false;
  }
  return false;
}

const NO_PURPOSE =
  /^(example|instance|as|more|further|details|information|any|a|the|all|each|both|which|whom|you|us|up|at|longer|so|this|these|that|our|your|other|such)$/;

/** "to deliver your order", "for fraud prevention", "who help us …": purposes that the grammar shows. */
function statedPurposes(reading: SentenceReading, predicate: Predicate): Mark[] {
  return statedBetween(reading, predicate.end, predicate.to);
}

const FRONTED = words('to in for as');

/** "To keep the service running, we …": a purpose that stands before its clause. */
function fronted(reading: SentenceReading, { from }: Predicate): Mark[] {
  if (from === 0 || !FRONTED.has(reading.tokens[0]?.word.lower ?? '')) return [];
  const named = (reading.slots.purpose ?? []).filter((m) => m.end <= from);
  return [...named, ...statedBetween(reading, 0, from)];
}

/** What recipients are held to is not what they get the data for: "to honor this policy". */
const DUTIES =
  /^(honor|honour|requir|compli|follow|respect|keep|abid|adher|protect|maintain|ensur|safeguard)/;

/** Words that may begin a purpose. */
const STARTERS = words('to for who that which help assist behalf');

function statedBetween(reading: SentenceReading, from: number, to: number): Mark[] {
  const { tokens } = reading;
  const marks: Mark[] = [];
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.word.lower ?? '';
    if (!STARTERS.has(lower)) continue;
    const starts =
      (lower === 'to' && opensPurpose(reading, i) && !DUTIES.test(tokens[i + 1]?.word.stem ?? '')) ||
      (lower === 'for' && isPurpose(reading, i + 1)) ||
      ((lower === 'who' || lower === 'that' || lower === 'which') && helps(reading, i + 1)) ||
      lower === 'help' ||
      lower === 'assist' ||
      lower === 'behalf';
    if (!starts) continue;
    const end = purposeEnd(reading, i + 1, to);
    const empty = (reading.slots.purpose ?? []).some(
      (m) => m.class !== 'purpose.improve' && !m.specific && m.start < end && m.end > i,
    );
    if (!empty) marks.push({ class: 'purpose.stated', classId: -1, specific: true, start: i, end });
    i = end - 1;
  }
  return marks;
}

/** "to deliver"; not "to group companies", "from time to time". */
function opensPurpose({ tokens, slots }: SentenceReading, to: number): boolean {
  if (!isInfinitive(tokens, to) || tokens[to - 1]?.word.lower === 'time') return false;
  // "to collect information": what is done with it then remains unsaid.
  if (TAKING.test(tokens[to + 1]?.word.stem ?? ''))
    return !(slots.data ?? []).some((mark) => mark.start > to + 1 && mark.start <= to + 6);
  return !(slots.recipient ?? []).some((mark) => mark.start === to + 1);
}

const TAKING = /^(collect|gather|obtain|receiv|acquir|captur|record)/;

function isPurpose(reading: SentenceReading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.word.kind !== 'word') return false;
  if ((reading.slots.period ?? []).some((m) => m.start <= at + 1 && m.end > at)) return false;
  if (token.word.lower === 'the' || token.word.lower === 'our' || token.word.lower === 'your') {
    return true;
  }
  return !NO_PURPOSE.test(token.word.lower);
}

function helps(reading: SentenceReading, at: number): boolean {
  const stem = reading.tokens[at]?.word.stem ?? '';
  if (/^(provid|offer|deliv)/.test(stem) && isOwnBusiness(reading, at + 1)) return false;
  return /^(help|assist|perform|provid|process|support|act|work|deliv|host|manag|offer|oper|do|carri|enabl|facilit|run|maintain|handl|fulfil|conduct|collabor|specialis|special)/.test(
    stem,
  );
}

/** "who offer products you may like": what they do for a living, and nothing that they do for us or for you. */
function isOwnBusiness({ tokens }: SentenceReading, at: number): boolean {
  let goods = false;
  for (let i = at; i < at + 14; i++) {
    const lower = tokens[i]?.word.lower ?? '';
    if (FOR_US.has(lower)) return false;
    if (i < at + 5 && GOODS.has(lower)) goods = true;
    if (/^[;.]$/.test(lower)) break;
  }
  return goods;
}

const FOR_US = words('us our behalf site website platform request requested');
const GOODS = words('products product goods offers offerings promotions discounts deals');

const ENDS_PURPOSE = words(', ; . : ( )');

function purposeEnd(reading: SentenceReading, from: number, to: number): number {
  let i = from;
  for (const stop = Math.min(to, from + 14); i < stop; i++) {
    if (ENDS_PURPOSE.has(reading.tokens[i]?.word.lower ?? '')) break;
  }
  return Math.max(i, from);
}
