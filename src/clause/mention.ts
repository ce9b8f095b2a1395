import { isParticiple } from './english.js';
import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';
import { words } from './wording.js';

const WHICH = words('which whom');
const BEFORE_WHICH = words('with to of by for from');
const TELLS_WHO = words('include includes are is');

/** How many words may stand before the recipients in a title: "The types of …". */
const TITLE = 4;

/** Sharing that a noun phrase of some other statement only refers to: nobody says there that it is done. */
export function isMentioned(reading: SentenceReading, predicate: Predicate): boolean {
  if (predicate.action !== 'share' && predicate.action !== 'sell') return false;
  if (reading.block.cell || reading.block.kind === 'heading') return false;
  return isRelative(reading, predicate) || isReduced(reading, predicate) || isNoun(reading, predicate);
}

/** "entities with which we have shared it", "the entities we share it with". */
function isRelative({ tokens, slots }: SentenceReading, { subject, start }: Predicate): boolean {
  const word = (at: number): string => tokens[at]?.word.lower ?? '';
  let at = (subject?.start ?? start) - 1;
  // "with whom student data is shared": a word of the subject that its name leaves out.
  if (!WHICH.has(word(at)) && WHICH.has(word(at - 1))) at--;
  const which = WHICH.has(word(at)) && BEFORE_WHICH.has(word(at - 1));
  if (!which && subject?.class !== 'actor.controller') return false;
  const head = slots.recipient?.find((mark) => mark.end === (which ? at - 1 : subject?.start));
  if (head === undefined) return which;
  // "Third parties to which we disclose it:", "The companies we share it with include …": these are the recipients.
  return head.start > TITLE && !tokens.slice(start).some(({ word }) => TELLS_WHO.has(word.lower));
}

/** "data shared with partners is protected", "parties receiving data are bound": a participle that only tells which. */
function isReduced({ tokens }: SentenceReading, predicate: Predicate): boolean {
  const { subject, passive, start, negated, manner } = predicate;
  const verb = tokens[start];
  if (passive || negated || verb === undefined || subject === undefined) return false;
  if (manner === 'received') return verb.word.lower.endsWith('ing') && subject.end === start;
  return isParticiple(verb) && subject.class.startsWith('data.');
}

/** "liability for the transfer of data to others", "by giving data to partners": no verb of its own, and nobody who does it. */
function isNoun({ tokens }: SentenceReading, { subject, passive, agent, start, negated }: Predicate): boolean {
  if (subject || passive || negated || agent !== 'open' || start <= 2) return false;
  // "… reserves the right to share" has a doer, if none that is known; a bare infinitive may be an item of a list.
  return tokens[start - 1]?.word.lower !== 'to';
}
