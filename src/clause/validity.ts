import type { Action, SlotName } from './frame.js';
import { isRetention } from './periods.js';
import { isTransfer } from './places.js';
import { isGivenByUser, isListedData, isPractice, jointWith, servesUs } from './practice.js';
import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';
import { type Check, has, isInbound, near, sharingChecks } from './sharing.js';
import type { SlotMarks } from './slots.js';
import { statementChecks } from './statements.js';
import type { Verb } from './verbs.js';

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

const byManner: Readonly<Record<string, Check>> = {
  ...sharingChecks,
  'use/serves': (p, _slots, reading) => servesUs(p, reading),
  'use/contact': (p, slots, reading) =>
    p.agent === 'controller' &&
    p.subject !== undefined &&
    !p.negated &&
    (has(slots.purpose, 'purpose.marketing') ||
      has(slots.purpose, 'purpose.targeted-ads') ||
      (p.modality === 'may' &&
        /^(contact|email|mail|send)$/.test(reading.tokens[p.start]?.word.lower ?? ''))),
  // The heading of a list may be no more than these words.
  'use/purposes': (p) => p.start <= 2 && !p.negated,
  'use/advertise': (p) => p.agent === 'controller' && p.subject !== undefined && !p.negated,
  'use/analysis': (p, _slots, reading) =>
    p.subject !== undefined && (p.agent === 'controller' || jointWith(p, reading) !== undefined),
  'use/train': (p, slots) => !p.negated && (slots.data ?? []).some((m) => m.start <= 2 && m.end <= p.start),
  'use/observe': (p) => p.agent === 'controller' && p.subject !== undefined && !p.negated,
  'use/place': (p, slots, reading) =>
    p.agent === 'controller' &&
    !p.passive &&
    has(slots.data, 'data.cookie') &&
    isPractice(p, reading) &&
    !has(slots.recipient),
  'collect/given': (p, _slots, reading) =>
    (isListedData(p, reading) || (isGivenByUser(p, reading) && !isRelative(p, reading))) &&
    (/^(disclos|share)/.test(reading.tokens[p.start]?.word.stem ?? '') ? isInbound(p, reading) : true),
};

const byAction: Partial<Record<Action, Check>> = {
  sell: (p, slots) =>
    near(p, slots, 8) &&
    // "if the company is sold": what comes later in the sentence is not what is sold.
    (!p.passive || (slots.data ?? []).some((m) => m.end <= p.start || m.start < p.from)) &&
    (p.agent === 'controller' || p.passive || (p.negated && p.agent !== 'user')),
  collect: (p, _slots, reading) =>
    (isPractice(p, reading) || isListedData(p, reading)) && !aboutChildren(reading),
  use: (p, _slots, reading) => isPractice(p, reading),
  transfer: isTransfer,
  store: (p, slots) => p.agent !== 'user' && (has(slots.data) || has(slots.place)),
  retain: isRetention,
};

/** Slots that an action cannot do without, by action or action and manner: one of them the sentence has to fill. */
const NEEDED: Readonly<Record<string, readonly SlotName[]>> = {
  transfer: ['place'],
  store: ['data', 'place'],
  sell: ['data'],
  'share/strong': ['data', 'recipient'],
  'share/weak': ['data'],
  'share/received': ['data'],
  'use/': ['data'],
  'use/place': ['data'],
  'use/serves': ['data'],
};

/** A glance at the sentence that spares reading the verb's grammar. What a lead-in lacks, its items may bring. */
export function lacksNeeded({ action, manner }: Verb, { slots }: SentenceReading): boolean {
  const needed = NEEDED[action] ?? NEEDED[`${action}/${manner}`];
  return needed !== undefined && !needed.some((slot) => slots[slot] !== undefined);
}

/** Is the predicate a statement of its own, whatever its slots hold? */
export function mayHold(predicate: Predicate, reading: SentenceReading, introduces = false): boolean {
  const statement = statementChecks[predicate.action];
  if (statement) return statement(predicate, reading);
  // A heading only names its topic, and its list says the rest.
  const named = predicate.topicOnly || isTitle(reading) || isReported(predicate, reading);
  return !(named && !(introduces && reading.block.kind === 'heading')) && !isWish(predicate, reading);
}

/** Do the words add up to the action? A verb alone says little: "provide" is sharing only with data and somebody who gets it. */
export function holds(stated: Stated): boolean {
  const { predicate, reading } = stated;
  if (statementChecks[predicate.action]) return true;
  const check = byManner[`${predicate.action}/${predicate.manner}`] ?? byAction[predicate.action];
  return check === undefined || check(predicate, stated.slots, reading);
}

interface Stated {
  readonly predicate: Predicate;
  readonly slots: SlotMarks;
  readonly reading: SentenceReading;
}

/** Title Case without a full stop: a heading that no markup shows as one. */
function isTitle({ tokens, block }: SentenceReading): boolean {
  if (tokens.length > 14 || block.kind !== 'paragraph' || /^[.!:;]$/.test(tokens.at(-1)?.word.lower ?? ''))
    return false;
  let long = 0;
  let capital = 0;
  for (const token of tokens) {
    if (token.word.kind !== 'word' || token.word.lower.length <= 3) continue;
    long++;
    if (token.capital) capital++;
  }
  return long > 1 && capital * 4 >= long * 3;
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
  const above = /^(your|my|the|any)$/.test(tokens[at - 1]?.word.lower ?? '') ? at - 2 : at - 1;
  return (tokens[at]?.word.lower === 'us' || participle) && ASKING.test(stemAt(above));
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
      m.start >= predicate.from &&
      m.start < predicate.start &&
      /^action\.choose\.(opt-out|decline|withdraw)/.test(m.class),
  );
}
