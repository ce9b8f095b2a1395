import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';
import { among, REACHING, words } from './wording.js';

const TAKING_BACK = words('withdraw withdrawing revoke revoking');
const OFFERING = words(
  'give gives offer offers provide provides allow allows let lets enable choice choices option',
);
const WISHING = words('wish want choose elect prefer ask request');
const CONSEQUENCE = words('exercised if when once after even unless although');
const UNTIL = words('until');
const SUBJECTS = words('you they users customers');
const OPTING = words('opting');
const DETERMINERS = words('this the these such your our its any advertising behavioral');
const OPTED = words('opted');
/** Verbs that are a choice only if the user is their subject. */
const GOVERNED = words('limit limiting restrict restricting control prevent managing cannot');

/**
 * A choice that the user is offered. What the controller itself limits or decides is none, nor is what follows once
 * it is made ("if you opt out, we keep your address"), nor one that is withheld ("you cannot opt out").
 */
export function isChoice(p: Predicate, reading: SentenceReading): boolean {
  if (p.manner === 'opt-in') return !among(reading, p.start, p.end, TAKING_BACK);
  if (p.negated && !p.passive && p.agent === 'user') return false;
  if (p.agent === 'controller' || p.agent === 'third-party') {
    return among(reading, p.start - 8, p.end, OFFERING) || among(reading, p.start - 6, p.start, WISHING);
  }
  if (p.negated && p.passive) return false;
  if (among(reading, p.start, p.end, GOVERNED) && p.agent !== 'user') return false;
  return (p.manner !== 'opt-out' && p.manner !== 'withdraw') || !isConsequence(p, reading);
}

function isConsequence(p: Predicate, reading: SentenceReading): boolean {
  // "until you withdraw your consent": said of the act, not of the right to it.
  if (p.modality === 'none' && among(reading, p.start - 1, p.start, SUBJECTS)) {
    return !among(reading, p.end, p.end + 25, REACHING);
  }
  // "this opt-out does not …": the word as a noun, of a choice made elsewhere.
  if (among(reading, p.start - 1, p.start, DETERMINERS) && !among(reading, p.end, p.end + 25, REACHING))
    return true;
  if (
    among(reading, p.start, p.start + 1, OPTED) ||
    (among(reading, p.start, p.start + 1, OPTING) && p.start <= 2)
  )
    return true;
  // "we keep it until you close the account or withdraw your consent".
  if (among(reading, p.start - 10, p.start, UNTIL)) return !among(reading, p.end, p.end + 25, REACHING);
  if (!among(reading, p.start - 4, p.start + 1, CONSEQUENCE) || among(reading, p.start - 4, p.start, WISHING))
    return false;
  return !among(reading, p.end, p.end + 25, REACHING);
}
