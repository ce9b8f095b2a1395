import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';
import { among, REACHING, words } from './wording.js';

/** What lets somebody do something, or asks that it be done. */
const ENABLING = words(
  'allow allows enable enables let lets ability opportunity option able right rights entitled way ways request requests requesting requested ask asks asking wish want like need prefer tools instructions procedures',
);
/** To look at something is granted only if it can be asked for: people also look at accounts by signing in. */
const ASKING = words(
  'right rights request requests requesting requested ask asking opportunity ability option entitled wish want need like please give gives provide provides offer offers',
);
/** How one goes about it: behind an order without a subject, this shows that it is meant for the reader. */
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

const ON_REQUEST = words('request upon ask');
const HOW = words('how');
const USER = words('you your user users customer customers member members parent parents visitors they');

/** Seeing, correcting or deleting one's own data: the user does it, may do it, or is let do it. */
export function isGrant(p: Predicate, reading: SentenceReading): boolean {
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
