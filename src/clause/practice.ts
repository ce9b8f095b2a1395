import { isInfinitive, type VerbGroup, verbGroupBefore } from './english.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const wordAt = (reading: SentenceReading, at: number): string => reading.tokens[at]?.word.lower ?? '';

/** Does the sentence say, as its own statement, that the controller collects or uses data? */
export function isPractice(p: Predicate, reading: SentenceReading): boolean {
  if (isNoun(p, reading)) return false;
  const group = verbGroupBefore(reading.tokens, p.start);
  if (isSubordinate(p, group, reading)) return false;
  if (/^retain/.test(wordAt(reading, p.start - 2)) && wordAt(reading, p.start - 1) === 'and') return false;
  if (p.passive) return isOpen(p) && !group.relative && isActedOn(p, reading);
  return isDoneByUs(p, group, reading) && hasObject(p, reading);
}

const isOpen = (p: Predicate): boolean => p.agent !== 'user' && p.agent !== 'third-party';

/** Verbs that are nouns too. */
const NOUNS = words(
  'use uses request requests access process processes record records log logs link links match track tracks',
);
const BEFORE_NOUN = words(
  'the our your their its his her this that any a an of for such own in by upon no repeat continued each every to',
);
const VERBAL = words('to may will can could might would shall not we they who also');
const NOMINAL = words(
  'collection access retention disclosure storage processing sharing collecting disclosures alteration destruction transfer maintenance',
);

/** "your request", "collection, use and disclosure", "the use of": the word is no verb here. */
export function isNoun({ start, end }: Predicate, reading: SentenceReading): boolean {
  if (NOMINAL.has(wordAt(reading, start))) return true;
  if (end - start > 1 && wordAt(reading, start + 1) === 'of') return true;
  if (!NOUNS.has(wordAt(reading, start))) return false;
  if (wordAt(reading, end) === 'of' || (wordAt(reading, start) === 'access' && wordAt(reading, end) === 'to'))
    return true;
  let i = start - 1;
  const before = wordAt(reading, i);
  if (before === 'to') return !isInfinitive(reading.tokens, i);
  if (BEFORE_NOUN.has(before)) return true;
  for (; i >= 0 && i > start - 6; i--) {
    const word = wordAt(reading, i);
    if (!NOMINAL.has(word) && !/^(,|and|or|\/)$/.test(word)) break;
  }
  const beside = reading.tokens.slice(i + 1, start).some((t) => NOMINAL.has(t.word.lower));
  return beside && !VERBAL.has(wordAt(reading, i));
}

const SUBORDINATE = words(
  'if when whenever once where unless until before after while believe believes believed event case assure ensure ways manner learn aware extent time policy statement notice because as than although which whose whom under in',
);
const ASKING = words('how what whether ways way manner');

/** "if we collect", "believe that we collected", "in which data is used", "how we and our partners use". */
function isSubordinate(p: Predicate, group: VerbGroup, reading: SentenceReading): boolean {
  const first = Math.min(p.subject?.start ?? group.start, group.start);
  let i = first - 1;
  if (wordAt(reading, i) === 'that') i--;
  if (SUBORDINATE.has(wordAt(reading, i))) return true;
  for (i = first - 1; i >= 0 && i >= first - 10; i--) {
    const word = wordAt(reading, i);
    if (ASKING.has(word)) return true;
    if (/^[,;:.]$/.test(word)) return false;
  }
  return false;
}

/** The controller is the verb's subject, alone or with others, or governs the infinitive that it is. */
function isDoneByUs(p: Predicate, group: VerbGroup, reading: SentenceReading): boolean {
  if (isReduced(p, group, reading)) return false;
  if (p.agent === 'third-party') return isJoint(p, reading);
  if (p.agent === 'open') return reading.block.kind === 'item' && p.start <= 2;
  if (p.agent !== 'controller') return false;
  return p.subject !== undefined || !actsBetween(p, reading);
}

/** "information collected by", "aggregated data": a participle without a verb of its own. */
function isReduced(p: Predicate, group: VerbGroup, reading: SentenceReading): boolean {
  if (p.subject?.class === 'actor.controller' || !/ed$/.test(wordAt(reading, p.start))) return false;
  return !/^(have|has|had|we've)$/.test(wordAt(reading, p.start - 1)) && group.modality === 'none';
}

/** "we and our vendors collect": the controller stands before the recipient, joined to it. */
function isJoint({ subject, from }: Predicate, reading: SentenceReading): boolean {
  if (subject === undefined) return false;
  const us = (reading.slots.actor ?? []).findLast(
    (m) => m.class === 'actor.controller' && m.end <= subject.start && m.start >= from,
  );
  if (us === undefined || subject.start - us.end > 8) return false;
  if (reading.actions.some((m) => m.start >= us.end && m.end <= subject.start)) return false;
  for (let i = us.end; i < subject.start; i++) if (/^(and|or|well)$/.test(wordAt(reading, i))) return true;
  return false;
}

/** "we require vendors not to use": somebody else stands nearer to the verb. */
function actsBetween(p: Predicate, reading: SentenceReading): boolean {
  const { actor = [], recipient = [] } = reading.slots;
  const us = actor.findLast((m) => m.class === 'actor.controller' && m.end <= p.start);
  const between = (m: Mark): boolean => m.end <= p.start && m.start >= (us?.end ?? 0);
  return recipient.some(between) || actor.some((m) => m.class === 'actor.user' && between(m));
}

const BARRIER = words('for by if when that which who where because so in on unless about before after at');
const POINTING = words('it them this these');

/** The verb's object, in words that come right behind it, is data. */
function hasObject(p: Predicate, reading: SentenceReading): boolean {
  const data = reading.slots.data ?? [];
  if (data.some((m) => m.start >= p.start && m.start < p.end)) return true;
  if (POINTING.has(wordAt(reading, p.end)) && data.some((m) => m.end <= p.start)) return true;
  const from = chainEnd(p.end, reading);
  if (isAnnounced(p, from, reading)) return true;
  const next = data.find((m) => m.start >= from);
  if (next === undefined || next.start - from > 8) return false;
  const asks = wordAt(reading, p.start).startsWith('ask');
  for (let i = from; i < next.start; i++) {
    if (asks && /^(for|to)$/.test(wordAt(reading, i))) continue;
    if (BARRIER.has(wordAt(reading, i)) || isInfinitive(reading.tokens, i)) return false;
  }
  return true;
}

/** "collect, use and store your data": the object of the first verb stands behind the last. */
function chainEnd(at: number, reading: SentenceReading): number {
  let end = at;
  for (let i = at; i < at + 14; i++) {
    if (reading.actions.some((m) => m.start === i)) end = i + 1;
    else if (!/^(,|and|or|\/)$/.test(wordAt(reading, i))) break;
  }
  return end;
}

/** "we collect the following:" */
function isAnnounced(p: Predicate, from: number, reading: SentenceReading): boolean {
  if (p.action !== 'collect' || reading.tokens.at(-1)?.word.lower !== ':') return false;
  return wordAt(reading, from) === 'following' || wordAt(reading, from + 1) === 'following';
}

/** Data stands before a passive: "the data that you enter will be used". */
function isActedOn(p: Predicate, reading: SentenceReading): boolean {
  return (reading.slots.data ?? []).some((m: Mark) => m.end <= p.start && p.start - m.end <= 12);
}

/** "you provide your name": the user gives data, as the clause's own statement. */
export function isGivenByUser(p: Predicate, reading: SentenceReading): boolean {
  if (p.agent !== 'user' || p.negated) return false;
  const group = verbGroupBefore(reading.tokens, p.start);
  return !isSubordinate(p, group, reading) && hasObject(p, reading);
}
