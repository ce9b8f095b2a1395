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
  'cookie cookies browser policy policies notice practices terms software device website browsing',
);
/** What people look at without a right to it. */
const ON_SHOW = words('site sites services goods content ads video');
const OWN = words(
  "your their his her my yourself you personal personally account profile child's child childs users user's certain such",
);
const LOOKING = words('access accessing view verify review obtain');

const ON_REQUEST = words('request upon ask');
const US = words('us');
const WAY = words('way ways ability opportunity tools');
const HOW = words('how');
const USER = words('you your user users customer customers member members parent parents visitors they');

/** Seeing, correcting or deleting one's own data: the user does it, may do it, or is let do it. */
export function isGrant(p: Predicate, reading: SentenceReading): boolean {
  if (p.negated || p.agent === 'third-party' || among(reading, p.start, p.end, NOT_RECORDS)) return false;
  const asked = among(reading, p.start - 5, p.start, US);
  if (!asked && !among(reading, p.start, p.end + 8, OWN)) return false;
  if (p.agent === 'user' && isDuty(p, reading)) return false;
  if (p.manner === 'passive') return among(reading, p.from, p.to, ENABLING) || p.agent === 'user';
  if (among(reading, p.start - 6, p.start, HOW) && !among(reading, p.end, p.end + 25, REACHING)) return false;
  const looks = LOOKING.has(reading.tokens[p.start]?.word.lower ?? '');
  if (looks && among(reading, p.start, p.end, ON_SHOW)) return false;
  if (p.agent === 'user' && p.modality === 'may') return true;
  if (among(reading, p.start - 8, p.start + (looks ? 0 : 1), looks ? ASKING : ENABLING)) {
    if (p.agent === 'controller')
      return among(reading, p.start - 5, p.start, USER) || among(reading, p.start - 4, p.start, WAY);
    return p.agent === 'user' || among(reading, p.from, p.end + 4, USER);
  }
  if (p.agent === 'controller') return !looks && among(reading, p.end, p.end + 10, ON_REQUEST);
  if (looks && p.agent !== 'open') return false;
  const before = reading.tokens[p.start - 1]?.word.lower;
  const leads = p.start === 0 || before === 'to' || before === ':' || before === 'and' || before === 'or';
  return leads && p.modality === 'none' && among(reading, p.end, p.end + 25, DOING);
}

/** "you access your account", "you must update your profile": what people do or have to do is no grant. */
function isDuty(p: Predicate, reading: SentenceReading): boolean {
  if (p.modality === 'must' || p.modality === 'should') return true;
  if (among(reading, p.start - 2, p.start - 1, LETTING)) return false;
  return p.modality === 'none' && among(reading, p.start - 1, p.start, ACTING);
}

const LETTING = words('let lets letting');
const ACTING = words('you users they');
