import { isInferred, isOnlyAlternative } from './agreement.js';
import { isChoice } from './choice.js';
import type { Action } from './frame.js';
import { isGrant } from './grant.js';
import { isAnnouncement } from './notice.js';
import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';
import { among, isHeadline, words } from './wording.js';

/** Whether a statement's words, said by whom they are said, amount to the statement. */
type StatementCheck = (predicate: Predicate, reading: SentenceReading) => boolean;

const MEASURES = words(
  'measures measure steps step procedures procedure precautions technology technologies safeguards secure server servers encryption encrypted encrypt standard standards efforts effort reasonable reasonably designed employ policies systems password passwords physical ssl against from practices controls firewall firewalls ensure commercially appropriate',
);

/** How far from the verb a means may be spoken of. */
const REACH = 40;
const DEFENDED = words('rights property legal claims copyright');

/** Protecting data is a measure only where some means is spoken of; "we value your privacy" is none. */
function isProtection(p: Predicate, reading: SentenceReading): boolean {
  if (p.agent === 'user' && (p.modality === 'must' || p.modality === 'should')) return false;
  if (among(reading, p.start, p.end, DEFENDED)) return false;
  return p.manner !== 'guard' || among(reading, p.start - REACH, p.end + REACH, MEASURES);
}

const PAST = words('was were been');

/** A change that is announced or kept open, not the date of the last one. */
function isChange(p: Predicate, reading: SentenceReading): boolean {
  if (p.manner === 'announce') return p.agent !== 'user' && isAnnouncement(reading);
  if (p.manner === 'check-back') return p.agent !== 'controller';
  if (p.agent === 'user') return false;
  return p.manner !== 'revise' || !among(reading, p.start, p.end, PAST);
}

/** A few words that stand alone; not those that end what their lead-in begins ("You can:" + "delete your account"). */
const isTitle: StatementCheck = (p, reading) => !p.completes && isHeadline(reading);

/** By action; those that are not here need no check. */
export const statementChecks: Partial<Record<Action, StatementCheck>> = {
  'grant-right': (p, reading) => !isTitle(p, reading) && isGrant(p, reading),
  protect: (p, reading) => !isTitle(p, reading) && isProtection(p, reading),
  choose: (p, reading) => !isTitle(p, reading) && isChoice(p, reading),
  'change-policy': (p, reading) => !isTitle(p, reading) && isChange(p, reading),
  consent: (p, reading) =>
    !isTitle(p, reading) && (p.manner === 'by-use' ? isInferred(p, reading) : isOnlyAlternative(p, reading)),
  'honor-signal': (p, reading) => !isTitle(p, reading),
};
