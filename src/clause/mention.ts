import { isParticiple } from './english.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import { words } from './wording.js';

const WHICH = words('which whom');
const BEFORE_WHICH = words('with to of by for from');
const INCLUDE = words('include includes');
const FINITE = words('is are must will shall may');

const NOMINAL = /(ing|ures?|ers?|ions?|sales?|access|exchanges?|release)$/;
const NAMED = words('data information this that such the about our your any of');

/** What may stand before the recipients in a title: "The types of …". */
const OF_TITLE = words('the these categories category types kinds list of * - •');

/** Sharing that a noun phrase of some other statement only refers to: nobody says there that it is done. */
export function isMentioned(reading: SentenceReading, predicate: Predicate): boolean {
  if (predicate.action !== 'share' && predicate.action !== 'sell') return false;
  const { cell } = reading.block;
  // A column's header tells what its cells hold.
  if (cell) return cell.row === 0 && cell.header === undefined;
  if (reading.block.kind === 'heading') return false;
  if (isLabel(reading)) return true;
  return isRelative(reading, predicate) || isReduced(reading, predicate) || isNoun(reading, predicate);
}

/** "**Sharing data with partners.** We …": the label names what the rest of its block tells. */
function isLabel({ block, tokens }: SentenceReading): boolean {
  if (tokens.length <= SHORT && GERUND.test(tokens[0]?.word.lower ?? '') && isUnended(tokens))
    return block.kind === 'paragraph';
  const end = block.label?.end ?? 0;
  return end > 0 && end < block.text.length && (tokens.at(-1)?.start ?? 0) <= end;
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
  if (head === undefined) return which || isObject(slots.data, subject?.start);
  // "Third parties to which we disclose it:", "The companies we share it with include …": these are the recipients.
  const rest = tokens.slice(start);
  if (rest.some(({ word }) => INCLUDE.has(word.lower))) return false;
  const titled = tokens.slice(0, head.start).every(({ word }) => OF_TITLE.has(word.lower));
  return !titled || rest.some(({ word }) => FINITE.has(word.lower));
}

/** "treat the data we disclose to them as secret": which data is meant, behind the words that say what is done with it. */
function isObject(data: readonly Mark[] | undefined, subject: number | undefined): boolean {
  return data?.some((mark) => mark.end === subject && mark.start > OPENING) === true;
}

/** How many words may open a sentence before the data that it is about. */
const OPENING = 2;

/** "data shared with partners is protected", "parties receiving data are bound": a participle that only tells which. */
function isReduced({ tokens }: SentenceReading, predicate: Predicate): boolean {
  const { subject, passive, start, negated, manner } = predicate;
  const verb = tokens[start];
  if (passive || negated || verb === undefined || subject === undefined) return false;
  if (manner === 'received') return verb.word.lower.endsWith('ing') && subject.end === start;
  return isParticiple(verb) && subject.class.startsWith('data.');
}

/** How many words a title of its own paragraph has at most. */
const SHORT = 8;
const GERUND = /^(sharing|disclosing|disclosures?|transferring|transfers?|selling)$/;

function isUnended(tokens: SentenceReading['tokens']): boolean {
  return !/^[.:;!]$/.test(tokens.at(-1)?.word.lower ?? '');
}

/** "liability for the transfer of data to others", "by giving data to partners": no verb of its own, and nobody who does it. */
function isNoun(
  { tokens }: SentenceReading,
  { subject, passive, agent, start, negated }: Predicate,
): boolean {
  if (subject || passive || negated || start <= 2) return false;
  // "turn off data sharing with partners".
  if (tokens[start]?.word.lower === 'sharing' && NAMED.has(tokens[start - 1]?.word.lower ?? '')) return true;
  if (agent !== 'open' || !NOMINAL.test(tokens[start]?.word.lower ?? '')) return false;
  // "… reserves the right to share" has a doer, if none that is known; a bare infinitive may be an item of a list.
  return tokens[start - 1]?.word.lower !== 'to';
}
