import type { Action } from './frame.js';
import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';

/** Whether a statement's words, said by whom they are said, amount to the statement. */
type StatementCheck = (predicate: Predicate, reading: SentenceReading) => boolean;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const MODAL = words(
  'may might can could will shall would must should do does is are was were has have reserve please',
);

/** "Changes to this policy", "How do I opt out?": a title, an entry of a table of contents, a question. */
export function isHeadline(reading: SentenceReading): boolean {
  let count = 0;
  for (const { word } of reading.tokens) {
    if (word.lower === '?') return true;
    if (word.kind !== 'word') continue;
    if (++count > 12 || MODAL.has(word.lower)) return hasQuestionMark(reading);
  }
  const last = reading.tokens.at(-1)?.word.lower;
  return last !== '.' && last !== ';' && !(reading.slots.actor ?? []).some((m) => m.class === 'actor.user');
}

function hasQuestionMark(reading: SentenceReading): boolean {
  return reading.tokens.slice(-3).some((token) => token.word.lower === '?');
}

/** Is one of the words within `reach` tokens before or after a place? */
function among(reading: SentenceReading, from: number, to: number, list: ReadonlySet<string>): boolean {
  const end = Math.min(to, reading.tokens.length);
  for (let i = Math.max(0, from); i < end; i++)
    if (list.has(reading.tokens[i]?.word.lower ?? '')) return true;
  return false;
}

const ENABLING = words(
  'allow allows enable enables let lets ability opportunity option able right rights entitled way ways request requests requesting requested ask asks asking wish want like need prefer how tools instructions',
);
const REACHING = words(
  'please contact contacting visit click clicking email e-mail mail go call write log logging sign send use follow page settings online by here at through',
);
const NOT_RECORDS = words('cookie cookies browser policy notice practices terms software device website');
const HEARING = words('request requests requested ask wish want choose elect prefer opt opted');

/** Seeing, correcting or deleting one's data: the user does it, may do it, or is let do it. */
function isGrant(p: Predicate, reading: SentenceReading): boolean {
  if (among(reading, p.start, p.end, NOT_RECORDS)) return false;
  if (p.manner === 'right') return p.agent !== 'controller' || among(reading, p.from, p.end, HEARING);
  if (p.manner === 'passive') return among(reading, p.from, p.to, ENABLING) || p.agent === 'user';
  if (p.agent === 'user' && p.modality === 'may') return true;
  if (among(reading, p.start - 10, p.start, ENABLING)) return true;
  if (p.agent === 'controller' || p.agent === 'third-party') return false;
  const before = reading.tokens[p.start - 1]?.word.lower;
  const leads = p.start <= 2 || before === 'to' || before === ':';
  return leads && p.modality === 'none' && among(reading, p.end, p.end + 25, REACHING);
}

const MEASURES = words(
  'measures measure steps step procedures procedure precautions technology technologies safeguards secure server servers encryption encrypted encrypt standard standards efforts effort reasonable reasonably designed employ policies systems password passwords physical ssl against from practices controls firewall firewalls ensure commercially appropriate',
);

/** Protecting data is a measure only where some means is spoken of; "we value your privacy" is none. */
function isProtection(p: Predicate, reading: SentenceReading): boolean {
  if (p.agent === 'user' && (p.modality === 'must' || p.modality === 'should')) return false;
  return p.manner !== 'guard' || among(reading, 0, reading.tokens.length, MEASURES);
}

const OFFERING = words(
  'give gives offer offers provide provides allow allows let lets enable choice choices option honor respect ask obtain request seek require receive get consent',
);

/** A choice is the user's: what the controller opts, limits or decides is none, unless it offers or asks. */
function isChoice(p: Predicate, reading: SentenceReading): boolean {
  if (p.manner === 'opt-in' || p.manner === 'withdraw') return true;
  if (p.agent === 'controller' || p.agent === 'third-party')
    return among(reading, p.from, p.end, OFFERING) || among(reading, p.from, p.start, HEARING);
  return true;
}

function isChange(p: Predicate): boolean {
  return p.agent !== 'user' || p.manner === 'check-back';
}

/** By action; those that are not here need no check. */
export const statementChecks: Partial<Record<Action, StatementCheck>> = {
  'grant-right': (p, reading) => !isHeadline(reading) && isGrant(p, reading),
  protect: (p, reading) => !isHeadline(reading) && isProtection(p, reading),
  choose: (p, reading) => !isHeadline(reading) && isChoice(p, reading),
  'change-policy': (p, reading) => !isHeadline(reading) && isChange(p),
  'honor-signal': (_p, reading) => !isHeadline(reading),
};
