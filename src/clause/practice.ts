import { isInfinitive, type VerbGroup, verbGroupBefore } from './english.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import { words } from './wording.js';

const wordAt = (reading: SentenceReading, at: number): string => reading.tokens[at]?.word.lower ?? '';

/** Does the sentence say, as its own statement, that the controller collects or uses data? */
export function isPractice(p: Predicate, reading: SentenceReading): boolean {
  if (isNoun(p, reading)) return false;
  const group = verbGroupBefore(reading.tokens, p.start);
  if (isSubordinate(p, group, reading)) return false;
  if (/^retain/.test(wordAt(reading, p.start - 2)) && wordAt(reading, p.start - 1) === 'and') return false;
  if (isLocated(p, reading)) return false;
  if (p.passive) return isOpen(p) && !group.relative && isActedOn(p, reading);
  return isDoneByUs(p, group, reading) && hasObject(p, reading);
}

const isOpen = (p: Predicate): boolean => p.agent !== 'user' && p.agent !== 'third-party';

/** "stored and processed in the United States": where it is done, not what for. */
function isLocated({ start, end }: Predicate, reading: SentenceReading): boolean {
  if (reading.tokens[start]?.word.stem !== 'process') return false;
  return (reading.slots.place ?? []).some((mark) => mark.start >= end && mark.start - end < 16);
}

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
  'if when whenever wherever want wish prefer once where unless until before after while believe believes believed event case assure ensure ways manner learn aware extent time policy statement notice because as than although which whose whom under in',
);
const ASKING = words('how what whether ways way manner');

/** "if we collect", "believe that we collected", "in which data is used", "how we and our partners use". */
function isSubordinate(p: Predicate, group: VerbGroup, reading: SentenceReading): boolean {
  const subject = jointWith(p, reading)?.start ?? p.subject?.start ?? group.start;
  const first = Math.min(subject, group.start);
  let i = first - 1;
  if (wordAt(reading, i) === 'that') i--;
  if (wordAt(reading, i) === 'as' && wordAt(reading, i - 1) === 'such') return false;
  if (SUBORDINATE.has(wordAt(reading, i))) return true;
  if (SUBORDINATE.has(wordAt(reading, p.from)) && !commaBetween(p.from, first, reading)) return true;
  for (i = first - 1; i >= 0 && i >= first - 10; i--) {
    const word = wordAt(reading, i);
    if (ASKING.has(word)) return true;
    if (/^[,;:.]$/.test(word)) return false;
  }
  return false;
}

function commaBetween(from: number, to: number, reading: SentenceReading): boolean {
  for (let i = from; i < to; i++) if (wordAt(reading, i) === ',') return true;
  return false;
}

/** The controller is the verb's subject, alone or with others, or governs the infinitive that it is. */
function isDoneByUs(p: Predicate, group: VerbGroup, reading: SentenceReading): boolean {
  if (isReduced(p, group, reading)) return false;
  if (p.agent === 'third-party') return jointWith(p, reading) !== undefined;
  if (p.agent === 'open') return reading.block.kind === 'item' && p.start <= 2;
  if (p.agent !== 'controller') return false;
  if (p.subject !== undefined) return true;
  return enablesUs(group, reading);
}

/** "information collected by", "aggregated data": a participle without a verb of its own. */
function isReduced(p: Predicate, group: VerbGroup, reading: SentenceReading): boolean {
  if (p.subject?.class === 'actor.controller' || !/ed$/.test(wordAt(reading, p.start))) return false;
  return !/^(have|has|had|we've)$/.test(wordAt(reading, p.start - 1)) && group.modality === 'none';
}

/** "we and our vendors collect": the controller that stands before the recipient, joined to it. */
export function jointWith({ subject, from, agent }: Predicate, reading: SentenceReading): Mark | undefined {
  if (subject === undefined || agent !== 'third-party') return undefined;
  return (reading.slots.actor ?? []).find((us) => {
    if (
      us.class !== 'actor.controller' ||
      us.start < from ||
      us.end > subject.start ||
      subject.start - us.end > 8
    )
      return false;
    if (reading.actions.some((m) => m.start >= us.end && m.end <= subject.start)) return false;
    for (let i = us.end; i <= subject.start; i++) if (/^(and|or|well)$/.test(wordAt(reading, i))) return true;
    return false;
  });
}

/** "cookies allow us to collect", "help us track". */
function enablesUs({ start }: VerbGroup, reading: SentenceReading): boolean {
  return (
    wordAt(reading, start - 1) === 'us' &&
    /^(allow|help|enabl|let|permit|assist)/.test(wordAt(reading, start - 2))
  );
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
  if (p.action === 'collect' && namesData(from, reading)) return true;
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

/** "collect information about how you use it": of what we collect, no data is about something else. */
function namesData(from: number, reading: SentenceReading): boolean {
  const at = wordAt(reading, from) === 'for' ? from + 1 : from;
  for (let i = at; i < at + 3; i++) if (/^(information|data|details)$/.test(wordAt(reading, i))) return true;
  return false;
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
  if (p.agent !== 'user' || p.subject === undefined || p.negated) return false;
  const group = verbGroupBefore(reading.tokens, p.start);
  return !isSubordinate(p, group, reading) && hasObject(p, reading);
}

/**
 * "The information we collect includes …", an item "Details you give us when you register": what is collected, said
 * with the data as subject and the verb in a relative clause.
 */
export function isListedData(p: Predicate, reading: SentenceReading): boolean {
  if (p.negated || p.agent !== (p.manner === 'given' ? 'user' : 'controller')) return false;
  const at = p.subject?.start ?? -1;
  const head = (reading.slots.data ?? []).find((m) => m.start <= 2 && m.end <= at + 2 && m.end >= at - 1);
  if (head === undefined) return false;
  if (reading.block.kind === 'item' || wordAt(reading, reading.tokens.length - 1) === ':') return true;
  const rest = reading.tokens.slice(p.end, p.end + 25);
  return rest.some((token) => /^(includ|consist|contain|fall)/.test(token.word.stem));
}

/** "your address allows us to deliver", "cookies help us": what serves the controller is used. */
export function servesUs(p: Predicate, reading: SentenceReading): boolean {
  if (p.negated || p.agent === 'third-party') return false;
  const head = (m: Mark): boolean => (p.agent === 'user' ? m.start <= 1 : p.start - m.end <= 4);
  return (reading.slots.data ?? []).some((m) => m.end <= p.start && head(m));
}
