import type { Action } from './frame.js';
import { isRetention } from './periods.js';
import { isTransfer } from './places.js';
import { isGivenByUser, isListedData, isNoun, isPractice, jointWith, servesUs } from './practice.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import { isGiven, type SlotMarks } from './slots.js';
import { statementChecks } from './statements.js';

type Check = (predicate: Predicate, slots: SlotMarks, reading: SentenceReading) => boolean;

const has = (marks: readonly Mark[] | undefined, prefix?: string): boolean =>
  (marks ?? []).some((m) => prefix === undefined || m.class.startsWith(prefix));

/** "information you provide", "data we collect": the clause only says which data is meant. */
const isRelative = (p: Predicate, reading: SentenceReading): boolean => {
  const at = p.subject?.start ?? p.start;
  return (reading.slots.data ?? []).some(
    (m) =>
      m.end === at || (m.end === at - 1 && /^(that|which)$/.test(reading.tokens[at - 1]?.word.lower ?? '')),
  );
};

/** What is not knowingly collected from children tells nothing of what is collected from the reader. */
const aboutChildren = (reading: SentenceReading): boolean =>
  reading.tokens.some((t) => /^(child|minor|kid|knowingli)/.test(t.word.stem));

/** Data that the verb is about, not some that the sentence mentions later. */
const near = (p: Predicate, slots: SlotMarks, reach = 14): boolean =>
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
  if (word(p.end) === 'to' && word(p.end + 1) === 'you') return true;
  return (
    p.subject?.class.startsWith('data.') === true && !p.passive && /^(reveal|disclose)s?$/.test(word(p.start))
  );
};

/** "release data where the law asks for it": who gets it goes without saying. */
const isReleased = (p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean =>
  /^(releas|transfer)/.test(reading.tokens[p.start]?.word.stem ?? '') &&
  (has(slots.condition, 'condition.legal') || has(slots.condition, 'condition.merger'));

/** "Persistent Cookies": the capital names a kind of cookie, and nobody. */
const namesCookie = (recipient: Mark, slots: SlotMarks): boolean =>
  (slots.data ?? []).some(
    (m) => m.class === 'data.cookie' && m.start >= recipient.end && m.start - recipient.end <= 2,
  );

const byManner: Readonly<Record<string, Check>> = {
  'share/strong': (p, slots, reading) => {
    if (p.agent === 'user' || isOrder(p, reading) || isTold(p, reading)) return false;
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
    if (p.agent === 'user' || isOrder(p, reading) || !near(p, slots)) return false;
    if (isInbound(p, reading)) return false;
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
    return (
      (p.agent === 'controller' || joint || p.passive || subjectless(p, reading)) &&
      (given(p, slots, reading) || leadsIn(reading) || isReleased(p, slots, reading))
    );
  },
  'share/received': (p, slots, reading) =>
    p.agent === 'third-party' && near(p, slots) && has(slots.recipient) && !isNoun(p, reading),
  'share/engage': (p, slots) =>
    p.agent === 'controller' &&
    (slots.recipient ?? []).some(
      (m) => m.start - p.end >= 0 && m.start - p.end <= 2 && !namesCookie(m, slots),
    ) &&
    has(slots.purpose),
  'use/serves': (p, _slots, reading) => servesUs(p, reading),
  'use/contact': (p, slots, reading) =>
    p.agent === 'controller' &&
    p.subject !== undefined &&
    !p.negated &&
    (has(slots.purpose, 'purpose.marketing') ||
      has(slots.purpose, 'purpose.targeted-ads') ||
      (p.modality === 'may' &&
        /^(contact|email|mail|send)$/.test(reading.tokens[p.start]?.word.lower ?? ''))),
  // "the disclosure of your name to our partners takes place".
  'share/nominal': (p, slots, reading) =>
    p.start <= 1 && (slots.recipient ?? []).some((m) => m.start >= p.end && isGiven(reading, p, m)),
  'use/analysis': (p, _slots, reading) =>
    p.subject !== undefined && (p.agent === 'controller' || jointWith(p, reading) !== undefined),
  'use/place': (p, slots, reading) =>
    p.agent === 'controller' &&
    !p.passive &&
    has(slots.data, 'data.cookie') &&
    isPractice(p, reading) &&
    !has(slots.recipient),
  'share/handed-over': (_p, slots, reading) =>
    has(slots.recipient) && !reading.tokens.some((t) => /^(link|click|site|websit)/.test(t.word.stem)),
  'share/with-assets': () => true,
  'share/public': (p) => !p.negated,
  'collect/given': (p, _slots, reading) =>
    (isListedData(p, reading) || (isGivenByUser(p, reading) && !isRelative(p, reading))) &&
    (/^(disclos|share)/.test(reading.tokens[p.start]?.word.stem ?? '') ? isInbound(p, reading) : true),
};

const byAction: Partial<Record<Action, Check>> = {
  sell: (p, slots) =>
    near(p, slots, 8) && (p.agent === 'controller' || p.passive || (p.negated && p.agent !== 'user')),
  collect: (p, _slots, reading) =>
    (isPractice(p, reading) || isListedData(p, reading)) && !aboutChildren(reading),
  use: (p, _slots, reading) => isPractice(p, reading),
  transfer: isTransfer,
  store: (p, slots) => p.agent !== 'user' && (has(slots.data) || has(slots.place)),
  retain: isRetention,
};

/** Do the words add up to the action? A verb alone says little: "provide" is sharing only with data and somebody who gets it. */
export function holds(
  predicate: Predicate,
  slots: SlotMarks,
  reading: SentenceReading,
  introduces = false,
): boolean {
  const statement = statementChecks[predicate.action];
  if (statement) return statement(predicate, reading);
  // A heading only names its topic, and its list says the rest.
  const named = predicate.topicOnly || isTitle(reading) || isReported(predicate, reading);
  if ((named && !(introduces && reading.block.kind === 'heading')) || isWish(predicate, reading))
    return false;
  const check = byManner[`${predicate.action}/${predicate.manner}`] ?? byAction[predicate.action];
  return check === undefined || check(predicate, slots, reading);
}

/** Title Case without a full stop: a heading that no markup shows as one. */
function isTitle({ tokens, block }: SentenceReading): boolean {
  if (tokens.length > 14 || block.kind !== 'paragraph' || /^[.!:;]$/.test(tokens.at(-1)?.word.lower ?? ''))
    return false;
  const long = tokens.filter((t) => t.word.kind === 'word' && t.word.lower.length > 3);
  return long.length > 1 && long.filter((t) => t.capital).length * 4 >= long.length * 3;
}

/** "share it with us": the data comes in. */
function isInbound(predicate: Predicate, reading: SentenceReading): boolean {
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

const ASKING = /^(request|ask|prefer|wish|want|demand|tell|instruct|direct)/;

/** "ask that we not share", "want us to share": the user's wish, not what is done. */
function isAsked(predicate: Predicate, reading: SentenceReading): boolean {
  const { tokens } = reading;
  const stemAt = (i: number): string => tokens[i]?.word.stem ?? '';
  // "want us to share": who is asked stands before the infinitive.
  const infinitive = stemAt(predicate.start - 1) === 'to' ? predicate.start - 1 : undefined;
  const asked = reading.slots.actor?.find((m) => m.end === infinitive);
  const at = asked?.start ?? predicate.subject?.start ?? predicate.start;
  if (stemAt(at - 1) === 'that') return ASKING.test(stemAt(at - 2));
  if (asked !== undefined) return ASKING.test(stemAt(at - 1));
  // "do not want your data shared".
  const participle = predicate.subject?.class.startsWith('data.') === true && !predicate.passive;
  return (tokens[at]?.word.lower === 'us' || participle) && ASKING.test(stemAt(at - 1));
}

/** What somebody chooses to allow or refuse is no statement that it is done. */
const CHOSEN = new Set<Action>(['share', 'sell', 'collect', 'use', 'transfer']);

const TOLD = new Set<Action>(['share', 'sell', 'collect', 'use']);

/** The sentence reports a law or disclaims what others do. */
function isReported({ action, manner, start }: Predicate, reading: SentenceReading): boolean {
  if (!TOLD.has(action) || manner === 'handed-over') return false;
  return reading.grammar.some(
    (m) =>
      m.class === 'grammar.reported' ||
      (m.class === 'grammar.listed' && m.start > 3) ||
      (m.class === 'grammar.disclaimed' && m.start <= start + 1),
  );
}

/** "you may opt out of sharing", "if you do not wish to have your data shared". */
function isWish(predicate: Predicate, reading: SentenceReading): boolean {
  if (!CHOSEN.has(predicate.action)) return false;
  if (isAsked(predicate, reading)) return true;
  if (predicate.subject?.class === 'actor.controller') return false;
  return reading.actions.some(
    (m) =>
      /^action\.choose\.(opt-out|decline|withdraw)/.test(m.class) &&
      m.start >= predicate.from &&
      m.start < predicate.start,
  );
}
