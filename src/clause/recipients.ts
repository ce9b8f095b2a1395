import { isInfinitive } from './english.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import { words } from './wording.js';

/** Actions that give data to somebody. */
export const GIVING: ReadonlySet<string> = new Set(['share', 'sell']);

const TOWARDS =
  /^(to|with|by|among|between|amongst|via|through|towards|within|for|including|as|like|or|and|,|\(|of|e\.g\.|from|on|behalf|both|either|:|other|our|the|their|its|whom|affiliated|any)$/;

/** Recipients: who stands after "to", "with", "by"; the subject, where it is the recipient that acts. */
export function recipientsOf(
  reading: SentenceReading,
  marks: readonly Mark[],
  predicate: Predicate,
): readonly Mark[] {
  const { tokens } = reading;
  const acting =
    predicate.agent === 'third-party' && predicate.subject?.class.startsWith('recipient.')
      ? [predicate.subject]
      : [];
  const told = marks.map((mark) => named(mark, reading));
  const others = told.filter((mark) => {
    if (acting.includes(mark)) return false;
    if (inbound(reading, mark.start)) return false;
    if (mark.class !== 'recipient.named') return true;
    return mark.start > 0 && TOWARDS.test(tokens[mark.start - 1]?.word.lower ?? '');
  });
  const after = reached(
    others.filter((m) => m.start >= predicate.start),
    predicate,
    reading,
  );
  const before = others.filter((m) => m.start < predicate.start);
  return [...acting, ...after, ...before];
}

/** "our parent company, Acme Inc", "a service called Acme": one that the next words name. */
function named(mark: Mark, { tokens, slots, block }: SentenceReading): Mark {
  const last = tokens[mark.end - 1]?.word.lower ?? '';
  if (!UNKNOWN.test(mark.class) || last.endsWith('s') || /ies$/.test(last)) return mark;
  const names = slots.recipient ?? [];
  // "Acme Ltd, subsidiary of Brook Ltd".
  if (tokens[mark.start - 1]?.word.lower === ',' && tokens[mark.end]?.word.lower === 'of')
    if (names.some((m) => m.class === 'recipient.named' && m.end <= mark.start && mark.start - m.end <= 2))
      return { ...mark, class: 'recipient.named', specific: true };
  let at = mark.end;
  while (at < mark.end + 3 && NAMING.has(tokens[at]?.word.lower ?? '')) at++;
  const isName = (m: Mark): boolean => m.start === at && tokens[at]?.capital === true;
  const known =
    at > mark.end &&
    block.kind !== 'heading' &&
    (names.some((m) => m.class === 'recipient.named' && isName(m)) ||
      (slots.actor ?? []).some((m) => m.class === 'actor.controller' && isName(m)));
  return known ? { ...mark, class: 'recipient.named', specific: true } : mark;
}

const NAMING = words(', ( called named namely service');

/** Recipients that leave the reader to guess, and so have to be tied to the verb to count. */
const UNKNOWN = /^recipient\.(generic|affiliate|processor)/;
const PARTING = words('that which who whose if when because so ; .');

/** Of those after the verb, the ones that it gives to: "to partners, vendors and others", not "ads shown by others". */
function reached(marks: readonly Mark[], predicate: Predicate, reading: SentenceReading): readonly Mark[] {
  const { action, manner, end } = predicate;
  if (!GIVING.has(action) || !/^(strong|weak|)$/.test(manner)) return marks;
  let last = -1;
  return marks.filter((mark) => {
    const word = reading.tokens[mark.start - 1]?.word.lower ?? '';
    const tied =
      mark.start < end ||
      WITHIN.has(word) ||
      (last >= 0 && isListed(reading, last, mark.start)) ||
      isGiven(reading, predicate, mark);
    if (tied) last = mark.end;
    return tied || !UNKNOWN.test(mark.class);
  });
}

/** "share it within the family of companies", "provide it as necessary for vendors to do their work". */
const WITHIN = words('within across throughout for');

/** Does a list lead from one recipient to the next? What stands in brackets does not count. */
function isListed({ tokens }: SentenceReading, from: number, to: number): boolean {
  let distance = 0;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.word.lower ?? '';
    if (lower === '(') depth++;
    else if (lower === ')') depth--;
    else if (depth <= 0 && (PARTING.has(lower) || ++distance > 8)) return false;
  }
  return true;
}

/** Does a preposition of giving stand between the verb and this recipient ("to our partners, vendors and others")? */
export function isGiven(reading: SentenceReading, predicate: Predicate, mark: Mark): boolean {
  if (mark.start < predicate.start) return predicate.passive || mark === predicate.subject;
  for (let i = mark.start - 1; i >= predicate.end - 1 && i > mark.start - 16; i--) {
    const lower = reading.tokens[i]?.word.lower ?? '';
    if (lower === 'to' && /^relat/.test(reading.tokens[i - 1]?.word.stem ?? '')) return false;
    if (
      /^(to|with|by|among|between|amongst|towards)$/.test(lower) &&
      (i + 1 === mark.start || !(lower === 'to' && isInfinitive(reading.tokens, i)))
    )
      return true;
    if (/^(that|which|who|if|when|because|so|for|in|;)$/.test(lower)) return false;
  }
  return mark.start - predicate.end <= 2;
}

/** "from third parties": data comes in. */
function inbound(reading: SentenceReading, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const lower = reading.tokens[i]?.word.lower ?? '';
    if (lower === 'from') return true;
    if (/^(to|with|,|and|or)$/.test(lower)) return false;
  }
  return false;
}
