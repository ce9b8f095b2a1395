import type { Predicate } from '../predicate.js';
import type { Mark, SentenceReading } from '../reading.js';
import { beforeBracket } from './predicate.js';
import { AND, GIVEN_TO, TOWARDS } from './words.js';

/** How far from its verb or preposition a recipient may stand, in tokens. */
const REACH = 16;

const lowerAt = ({ tokens }: SentenceReading, at: number): string => tokens[at]?.word.lower ?? '';

/** Who is given something: behind 向 or 与 before the verb, behind 给 after it, and whoever a list joins to them. */
export function recipientsOf(reading: SentenceReading, p: Predicate): readonly Mark[] {
  const marks = (reading.slots.recipient ?? []).filter((mark) => mark.start >= p.from && mark.end <= p.to);
  if (p.agent === 'third-party' && p.subject?.class.startsWith('recipient.'))
    return [p.subject, ...marks.filter((mark) => mark !== p.subject && isTied(reading, p, mark))];
  if (p.manner === 'bound') return marks.filter((mark) => isBound(reading, p, mark));
  const given: Mark[] = [];
  for (const mark of marks) {
    const last = given.at(-1);
    if (isTied(reading, p, mark) || (last && isListed(reading, last.end, mark.start))) given.push(mark);
  }
  return given;
}

/** "要求合作伙伴", "与其签署", "合作伙伴无权": those who are bound, not those whose wish it is. */
function isBound(reading: SentenceReading, p: Predicate, mark: Mark): boolean {
  if (mark.start >= p.end) return mark.start - p.end <= 4;
  return towards(reading, p, mark) !== undefined || mark === p.subject;
}

function isTied(reading: SentenceReading, p: Predicate, mark: Mark): boolean {
  return mark.start < p.start ? towards(reading, p, mark) !== undefined : isBehind(reading, p, mark);
}

/** The place of the preposition that governs a noun before the verb. */
function towards(reading: SentenceReading, p: Predicate, mark: Mark): number | undefined {
  const { tokens } = reading;
  for (let at = beforeBracket(tokens, mark.start - 1); at >= p.from; at = beforeBracket(tokens, at - 1)) {
    if (mark.start - at > REACH && at > p.from) return undefined;
    const lower = lowerAt(reading, at);
    if (TOWARDS.has(lower)) return at;
    // "允许", "授权": whom something is granted.
    if (/^(允许|授权|让|委托|通过|使得)$/.test(lower)) return at;
  }
  return undefined;
}

function isBehind(reading: SentenceReading, p: Predicate, mark: Mark): boolean {
  if (mark.start === p.end || mark.start < p.end) return true;
  for (let at = p.end; at < mark.start && at < p.end + 3; at++)
    if (GIVEN_TO.has(lowerAt(reading, at)) || GIVES.test(lowerAt(reading, at - 1)))
      return mark.start - at <= REACH;
  return GIVES.test(lowerAt(reading, p.end - 1)) && mark.start - p.end <= REACH;
}

const GIVES = /给$|^(委托|聘请|接入|嵌入|集成|允许|授权|委托处理|引入|内嵌|植入|合作)$/;

function isListed(reading: SentenceReading, from: number, to: number): boolean {
  if (to - from > REACH) return false;
  for (let at = from; at < to; at++) if (AND.has(lowerAt(reading, at))) return true;
  return to - from <= 1;
}

/** "向您提供", "为您提供": it goes to the reader. */
export function isForReader(reading: SentenceReading, p: Predicate): boolean {
  for (let at = p.start - 1; at >= p.from; at--) {
    if (!/^(您|你|用户)$/.test(lowerAt(reading, at)) || lowerAt(reading, at + 1) === '的') continue;
    if (/^(向|为|给|对)$/.test(lowerAt(reading, at - 1))) return !isDescribing(reading, at + 1, p.start);
  }
  return /^(给|向)$/.test(lowerAt(reading, p.end)) && /^(您|你|用户)$/.test(lowerAt(reading, p.end + 1));
}

/** "与我们的合作伙伴", "与我们负责配送的公司": who "we" are only says whose partner it is. */
function isDescribing(reading: SentenceReading, from: number, verb: number): boolean {
  return (
    lowerAt(reading, from) === '的' ||
    (reading.slots.recipient ?? []).some((mark) => mark.start >= from && mark.end <= verb)
  );
}

/** "向我们提供", "与我们共享": the data comes in. */
export function isInbound(reading: SentenceReading, p: Predicate): boolean {
  for (let at = p.start - 1; at >= Math.max(p.from, p.start - REACH); at--)
    if (
      /^(我们|本公司|我司|我行|平台)$/.test(lowerAt(reading, at)) &&
      /^(向|与|给|至|同)$/.test(lowerAt(reading, at - 1))
    )
      return !isDescribing(reading, at + 1, p.start);
  const behind = lowerAt(reading, p.end + 2);
  return (
    /^(给|至|向)$/.test(lowerAt(reading, p.end)) &&
    lowerAt(reading, p.end + 1) === '我们' &&
    (behind === '' || /^[，;.:]$/.test(behind))
  );
}
