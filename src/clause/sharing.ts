import { isNoun, jointWith } from './practice.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import { isGiven } from './recipients.js';
import type { SlotMarks } from './slots.js';
import { words } from './wording.js';

/** Whether a predicate's words add up to its action. */
export type Check = (predicate: Predicate, slots: SlotMarks, reading: SentenceReading) => boolean;

export const has = (marks: readonly Mark[] | undefined, prefix?: string): boolean =>
  (marks ?? []).some((m) => prefix === undefined || m.class.startsWith(prefix));

/** Data that the verb is about, not some that the sentence mentions later. */
export const near = (p: Predicate, slots: SlotMarks, reach = 14): boolean =>
  (slots.data ?? []).some(
    (m) => m.start < p.from || (m.start >= p.start ? m.start - p.end <= reach : p.start - m.end <= reach),
  );

const given = (p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean =>
  (slots.recipient ?? []).some((m) => isGiven(reading, p, m));

/** A list item or a nominal has no subject; a finite verb without one is an order or talks of something else. */
const subjectless = (p: Predicate, reading: SentenceReading): boolean =>
  p.subject === undefined && !reading.slots.actor?.some((m) => m.end <= p.start);

/** "We share your data with:" and the list follows. */
const leadsIn = (reading: SentenceReading): boolean =>
  /^[:：]$/.test(reading.tokens.at(-1)?.word.lower ?? '') ||
  /^(to|with)$/.test(reading.tokens.at(-1)?.word.lower ?? '');

/** "Please send requests to", "do not share your password": what the reader is told to do. */
const isOrder = (p: Predicate, reading: SentenceReading): boolean => {
  const word = (at: number): string => reading.tokens[at]?.word.lower ?? '';
  if (p.subject !== undefined || p.passive || /(ing|ed)$/.test(word(p.start))) return false;
  if (word(p.start - 1) === 'please') return true;
  const first = word(p.start - 1) === 'not' || word(p.start - 1) === 'never' ? p.start - 1 : p.start;
  if (first < p.start)
    return first === 0 || word(first - 1) === 'please' || (word(first - 1) === 'do' && p.agent === 'open');
  return first === 0 && reading.block.kind === 'paragraph';
};

/** "disclosed to you", "information that reveals who you are": nobody else hears of it. */
const isTold = (p: Predicate, reading: SentenceReading): boolean => {
  const word = (at: number): string => reading.tokens[at]?.word.lower ?? '';
  if (/^(to|with)$/.test(word(p.end)) && word(p.end + 1) === 'you') return true;
  return (
    p.subject?.class.startsWith('data.') === true && !p.passive && /^(reveal|disclose)s?$/.test(word(p.start))
  );
};

/** "release data where the law asks for it": who gets it goes without saying. */
const isReleased = (p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean =>
  /^(releas|transfer)/.test(reading.tokens[p.start]?.word.stem ?? '') &&
  (has(slots.condition, 'condition.legal') || has(slots.condition, 'condition.merger'));

/** "we and they share the same address": what both have, unless it is data that they pass on. */
const haveInCommon = (p: Predicate, slots: SlotMarks, { tokens }: SentenceReading): boolean =>
  /^(the|a)$/.test(tokens[p.end]?.word.lower ?? '') &&
  /^(same|common)$/.test(tokens[p.end + 1]?.word.lower ?? '') &&
  !(slots.data ?? []).some((m) => m.class === 'data.generic' && m.start >= p.end && m.start - p.end <= 2);

/** "Persistent Cookies": the capital names a kind of cookie, and nobody. */
const namesCookie = (recipient: Mark, slots: SlotMarks): boolean =>
  (slots.data ?? []).some(
    (m) => m.class === 'data.cookie' && m.start >= recipient.end && m.start - recipient.end <= 2,
  );

/** "share it with us": the data comes in. */
export function isInbound(predicate: Predicate, reading: SentenceReading): boolean {
  return (reading.slots.actor ?? []).some(
    (m) =>
      m.class === 'actor.controller' &&
      !/^(our|the|this)$/.test(reading.tokens[m.start]?.word.lower ?? '') &&
      m.start > predicate.start &&
      m.start - predicate.end < 12 &&
      /^(with|to)$/.test(reading.tokens[m.start - 1]?.word.lower ?? '') &&
      !reading.slots.recipient?.some((r) => r.start >= predicate.end && r.end <= m.start),
  );
}

/** By manner of sharing: do the words add up to it? */
export const sharingChecks: Readonly<Record<string, Check>> = {
  'share/strong': (p, slots, reading) => {
    if (p.agent === 'user' || isOrder(p, reading) || isTold(p, reading)) return false;
    if (jointWith(p, reading) !== undefined && haveInCommon(p, slots, reading)) return false;
    if (p.agent === 'third-party' && jointWith(p, reading) === undefined)
      return (slots.recipient?.length ?? 0) > 1 && given(p, slots, reading);
    if (isInbound(p, reading)) return false;
    if (
      (slots.recipient?.length ?? 0) === 0 &&
      has(slots.condition, 'condition.pointer') &&
      !leadsIn(reading)
    )
      return false;
    if (p.agent === 'open' && !p.passive && p.subject !== undefined && !p.subject.class.startsWith('data.'))
      return false;
    return near(p, slots) || given(p, slots, reading);
  },
  'share/weak': (p, slots, reading) => {
    if (p.agent === 'user' || isOrder(p, reading) || isTold(p, reading) || !near(p, slots)) return false;
    if (isInbound(p, reading)) return false;
    // "we provide you with offers": it goes to the reader.
    if (reading.tokens[p.end]?.word.lower === 'you' && !p.passive) return false;
    if (TELLING.has(reading.tokens[p.end]?.word.lower ?? '')) return false;
    const access = reading.tokens[p.end - 1]?.word.lower === 'access';
    // "we have access to" brings data in; "we give access" lets it out.
    if (
      access &&
      p.agent === 'controller' &&
      /^(have|gain|obtain)/.test(reading.tokens[p.start]?.word.stem ?? '')
    )
      return false;
    const joint = jointWith(p, reading) !== undefined;
    if (p.agent === 'third-party' && !joint)
      return access || ((slots.recipient?.length ?? 0) > 1 && given(p, slots, reading));
    // "we and our partners may transfer your data abroad": they do it, nobody is said to get it.
    const apart = joint && !reading.tokens[p.start]?.word.stem.startsWith('exchang');
    const reaches = (slots.recipient ?? []).some(
      (m) => !(apart && m === p.subject) && isGiven(reading, p, m),
    );
    return (
      (p.agent === 'controller' || joint || p.passive || subjectless(p, reading)) &&
      (reaches || leadsIn(reading) || isReleased(p, slots, reading))
    );
  },
  'share/received': (p, slots, reading) =>
    p.agent === 'third-party' &&
    near(p, slots) &&
    has(slots.recipient) &&
    !isNoun(p, reading) &&
    // "the map can be read by anyone": what is read stands before a passive.
    (!p.passive || (slots.data ?? []).some((m) => m.end <= p.start)),
  'share/engage': (p, slots) =>
    p.agent === 'controller' &&
    (slots.recipient ?? []).some(
      (m) => m.start - p.end >= 0 && m.start - p.end <= 2 && !namesCookie(m, slots),
    ) &&
    has(slots.purpose),
  // "the disclosure of your name to our partners takes place".
  'share/nominal': (p, slots, reading) =>
    p.start <= 1 &&
    // "the transmission of your data to partners is encrypted": how it travels, not that it does.
    !reading.tokens.some((t) => /^(encrypt|secur)/.test(t.word.stem)) &&
    (slots.recipient ?? []).some((m) => m.start >= p.end && isGiven(reading, p, m)),
  'share/handed-over': (p, slots, reading) =>
    has(slots.recipient) &&
    saysBefore(p, reading, 14, HANDED_OVER) &&
    !reading.tokens.some((t) => /^(link|click|site|websit)/.test(t.word.stem)),
  'share/with-assets': (p, _slots, reading) => isAboutData(p, reading),
  'share/public': (p, _slots, reading) =>
    !p.negated && saysBefore(p, reading, 4, BECOMES) && saysBefore(p, reading, 18, POSTED),
};

const TELLING = words('notification notifications notice notices confirmation confirmations');
const HANDED_OVER = words('information data use cookies relationship');
const BECOMES = words('becomes become made be is are');
const POSTED = words('information data comment comments profile profiles content contents posting postings');
const DATA = words('information data');

/** Does one of the words stand within reach before the predicate? */
function saysBefore(
  p: Predicate,
  { tokens }: SentenceReading,
  reach: number,
  of: ReadonlySet<string>,
): boolean {
  for (let i = p.start - 1; i >= 0 && i >= p.start - reach; i--)
    if (of.has(tokens[i]?.word.lower ?? '')) return true;
  return false;
}

/** "your information may be among the transferred assets", "assets, including your data". */
function isAboutData(p: Predicate, reading: SentenceReading): boolean {
  const { tokens } = reading;
  if (p.end - p.start > 1 && saysBefore(p, reading, 16, DATA)) return true;
  for (let i = p.end; i < Math.min(tokens.length, p.end + 11); i++)
    if (DATA.has(tokens[i]?.word.lower ?? '')) return true;
  return false;
}
