import type { Predicate } from './predicate.js';
import type { SentenceReading } from './reading.js';
import { among, words } from './wording.js';

const YOU = words('you users');
const NOT = words('not never neither nor');
const GIVEN = words('consent permission that which information data');
const AFFIRMATIVE = words(
  'click clicking tick ticking check checking checkbox box button signature obtained verifiable banner',
);
const CONSENT = words('consent permission');
/** What comes before a consent that somebody asks for: "with your express consent", "after giving consent". */
const GIVING = words('with without upon subject giving provide providing');
const ASKED = words('form forms banner banners dialog dialogue window tool manager');
const UNLESS_GIVEN = words('if unless when where whether until');
const PROVIDED = words('provided');
const OBJECT = words(
  'policy policies terms conditions collection use uses using processing process transfer transfers information data practices cookies changes change disclosure disclose sharing share notice statement agreement storage it them this these updated revised amendments modifications following bound that such our we us page',
);

/** Agreement inferred from use. An act of its own (ticking a box, signing) is consent proper; "if you agree" infers nothing. */
export function isInferred(p: Predicate, reading: SentenceReading): boolean {
  if (p.negated || among(reading, p.start, p.end, AFFIRMATIVE)) return false;
  // "the consent you expressly grant": consent that was asked for.
  const { tokens } = reading;
  if (tokens[p.start]?.word.lower === 'you' && among(reading, p.start - 1, p.start, GIVEN)) return false;
  let you = p.end - 1;
  while (you > p.start && tokens[you]?.word.lower !== 'you') you--;
  if (you > 0 && UNLESS_GIVEN.has(tokens[you - 1]?.word.lower ?? '')) return false;
  // "by using a consent form": where consent is asked for.
  if (among(reading, p.end, p.end + 1, ASKED)) return false;
  // "provided that you consent": a condition too.
  if (among(reading, p.start, p.end, PROVIDED) && tokens[you - 1]?.word.lower === 'that') return false;
  if (among(reading, p.start, p.end, NOT) || isOfItsOwn(p, reading)) return false;
  return p.end + 3 >= tokens.length || among(reading, p.end, p.end + 10, OBJECT);
}

/** "may be passed on with your express consent": nobody is said to give it by anything else. */
function isOfItsOwn(p: Predicate, reading: SentenceReading): boolean {
  const last = p.end - 1;
  return (
    among(reading, last, p.end, CONSENT) &&
    among(reading, Math.max(p.start, last - 3), last, GIVING) &&
    !among(reading, p.start, last, YOU)
  );
}

/** Part of the service is lost, or what was asked for cannot be done without the data: the rest is open. */
const PARTIAL = words(
  'some certain all features feature portions portion part parts functions functionality properly full fully experiences requested request ordered order basic affect age login necessary those their',
);
const EVEN = words('even');
const WE = words('we');
const HANDLING = words('use using access');
/** To stay away is no part of anything. */
const LEAVING = words('refrain discontinue cease leave exit uninstall please');
const YOUNG = words('under child children minor minors age years older younger');

/** "If you disagree, do not use the service": no part of it is left to those who refuse. */
export function isOnlyAlternative(p: Predicate, reading: SentenceReading): boolean {
  if (among(reading, p.from, p.end, YOUNG)) return false;
  // "even if you withdraw your consent": what goes on regardless, and no choice.
  if (among(reading, p.start - 3, p.start, EVEN) || isOurs(p, reading)) return false;
  if (among(reading, p.start, p.end, LEAVING)) return true;
  return !among(reading, Math.max(p.start, p.end - 12), p.end + 3, PARTIAL);
}

/** "we may not use it unless you agree": what the controller may not do is nobody's loss. */
function isOurs(p: Predicate, reading: SentenceReading): boolean {
  if (!among(reading, p.start, p.start + 4, HANDLING)) return false;
  let at = p.start - 1;
  while (at >= 0 && !among(reading, at, at + 1, WE) && !among(reading, at, at + 1, YOU)) at--;
  return among(reading, at, at + 1, WE);
}
