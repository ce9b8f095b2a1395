import type { Action } from './frame.js';
import { isAnnouncement } from './notice.js';
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
  'allow allows enable enables let lets ability opportunity option able right rights entitled way ways request requests requesting requested ask asks asking wish want like need prefer tools instructions procedures',
);
const ASKING = words(
  'right rights request requests requesting requested ask asking opportunity ability option entitled wish want need like please give gives provide provides offer offers',
);
const REACHING = words(
  'please contact contacting visit click clicking email e-mail mail go call write log logging sign send use follow page settings online by here at through',
);
const DOING = words(
  'please contact contacting visit visiting click clicking email mail go call write log logging sign send follow following instructions request form',
);
const NOT_RECORDS = words(
  'cookie cookies browser policy notice practices terms software device website site sites services goods content ads video browsing',
);
const OWN = words(
  "your their his her my yourself you personal personally account profile child's childs user's certain such",
);
const LOOKING = words('access accessing view verify review obtain');

/** Seeing, correcting or deleting one's own data: the user does it, may do it, or is let do it. */
function isGrant(p: Predicate, reading: SentenceReading): boolean {
  if (among(reading, p.start, p.end, NOT_RECORDS) || !among(reading, p.start, p.end + 8, OWN)) return false;
  if (p.agent === 'third-party') return false;
  if (p.manner === 'passive') return among(reading, p.from, p.to, ENABLING) || p.agent === 'user';
  if (among(reading, p.start - 6, p.start, HOW) && !among(reading, p.end, p.end + 25, REACHING)) return false;
  if (p.agent === 'user' && p.modality === 'may') return true;
  const looks = LOOKING.has(reading.tokens[p.start]?.word.lower ?? '');
  if (among(reading, p.start - 8, p.start + (looks ? 0 : 1), looks ? ASKING : ENABLING)) {
    if (p.agent === 'controller') return among(reading, p.start - 5, p.start, USER);
    return p.agent === 'user' || among(reading, p.from, p.end + 4, USER);
  }
  if (p.agent === 'controller') return !looks && among(reading, p.end, p.end + 10, ON_REQUEST);
  if (looks && p.agent !== 'open') return false;
  const before = reading.tokens[p.start - 1]?.word.lower;
  const leads = p.start === 0 || before === 'to' || before === ':' || before === 'and' || before === 'or';
  return leads && p.modality === 'none' && among(reading, p.end, p.end + 25, DOING);
}

const ON_REQUEST = words('request upon ask');
const HOW = words('how');
const USER = words('you your user users customer customers member members parent parents visitors they');

const MEASURES = words(
  'measures measure steps step procedures procedure precautions technology technologies safeguards secure server servers encryption encrypted encrypt standard standards efforts effort reasonable reasonably designed employ policies systems password passwords physical ssl against from practices controls firewall firewalls ensure commercially appropriate',
);

const DEFENDED = words('rights property legal claims copyright');

/** Protecting data is a measure only where some means is spoken of; "we value your privacy" is none. */
function isProtection(p: Predicate, reading: SentenceReading): boolean {
  if (p.agent === 'user' && (p.modality === 'must' || p.modality === 'should')) return false;
  if (among(reading, p.start, p.end, DEFENDED)) return false;
  return p.manner !== 'guard' || among(reading, 0, reading.tokens.length, MEASURES);
}

const OFFERING = words(
  'give gives offer offers provide provides allow allows let lets enable choice choices option',
);
const CONSEQUENCE = words('if when once after even unless although');
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
function isChoice(p: Predicate, reading: SentenceReading): boolean {
  if (p.manner === 'opt-in') return true;
  if (p.negated && !p.passive && p.agent === 'user') return false;
  if (p.agent === 'controller' || p.agent === 'third-party') {
    return among(reading, p.start - 8, p.end, OFFERING) || among(reading, p.start - 6, p.start, WISHING);
  }
  if (p.negated && p.passive) return false;
  if (among(reading, p.start, p.end, GOVERNED) && p.agent !== 'user') return false;
  return (p.manner !== 'opt-out' && p.manner !== 'withdraw') || !isConsequence(p, reading);
}

const WISHING = words('wish want choose elect prefer ask request');

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
  if (!among(reading, p.start - 4, p.start + 1, CONSEQUENCE) || among(reading, p.start - 4, p.start, WISHING))
    return false;
  return !among(reading, p.end, p.end + 25, REACHING);
}

const PAST = words('was were been');

/** A change that is announced or kept open, not the date of the last one. */
function isChange(p: Predicate, reading: SentenceReading): boolean {
  if (p.manner === 'announce') return p.agent !== 'user' && isAnnouncement(reading);
  if (p.agent === 'user') return p.manner === 'check-back';
  return p.manner !== 'revise' || !among(reading, p.start, p.end, PAST);
}

const AFFIRMATIVE = words('click clicking tick ticking check checking checkbox box button signature');
const UNLESS_GIVEN = words('if unless when where whether until');
const OBJECT = words(
  'policy policies terms conditions collection use uses using processing process transfer transfers information data practices cookies changes change disclosure disclose sharing share notice statement agreement storage it them this these updated revised amendments modifications following bound that such our we us',
);

/** Agreement inferred from use. An act of its own (ticking a box, signing) is consent proper; "if you agree" infers nothing. */
function isInferred(p: Predicate, reading: SentenceReading): boolean {
  if (p.negated || among(reading, p.start, p.end, AFFIRMATIVE)) return false;
  const { tokens } = reading;
  let you = p.end - 1;
  while (you > p.start && tokens[you]?.word.lower !== 'you') you--;
  if (you > p.start && UNLESS_GIVEN.has(tokens[you - 1]?.word.lower ?? '')) return false;
  if (among(reading, p.start, p.end, NOT)) return false;
  return p.end + 3 >= tokens.length || among(reading, p.end, p.end + 10, OBJECT);
}

const NOT = words('not never neither nor');
/** Part of the service is lost, or what was asked for cannot be done without the data: the rest is open. */
const PARTIAL = words(
  'some certain all features feature portions portion part parts functions functionality properly full fully experiences requested request ordered order basic affect age',
);
/** To stay away is no part of anything. */
const LEAVING = words('refrain discontinue cease leave exit uninstall please');
const YOUNG = words('under child children minor minors age years older younger');

function isOnlyAlternative(p: Predicate, reading: SentenceReading): boolean {
  if (among(reading, p.from, p.end, YOUNG)) return false;
  if (among(reading, p.start, p.end, LEAVING)) return true;
  return !among(reading, Math.max(p.start, p.end - 12), p.end + 3, PARTIAL);
}

/** By action; those that are not here need no check. */
export const statementChecks: Partial<Record<Action, StatementCheck>> = {
  'grant-right': (p, reading) => !isHeadline(reading) && isGrant(p, reading),
  protect: (p, reading) => !isHeadline(reading) && isProtection(p, reading),
  choose: (p, reading) => !isHeadline(reading) && isChoice(p, reading),
  'change-policy': (p, reading) => !isHeadline(reading) && isChange(p, reading),
  consent: (p, reading) =>
    !isHeadline(reading) && (p.manner === 'by-use' ? isInferred(p, reading) : isOnlyAlternative(p, reading)),
  'honor-signal': (_p, reading) => !isHeadline(reading),
};
