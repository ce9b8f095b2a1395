import { isInfinitive } from './english.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import { words } from './wording.js';

const NO_PURPOSE =
  /^(example|instance|as|more|further|details|information|any|a|the|all|each|both|which|whom|you|us|up|at|longer|so|this|these|that|our|your|other|such)$/;

/** "to deliver your order", "for fraud prevention", "who help us …": purposes that the grammar shows. */
export function statedPurposes(reading: SentenceReading, predicate: Predicate): Mark[] {
  return statedBetween(reading, predicate.end, predicate.to);
}

const FRONTED = words('to in for as');

/** "To keep the service running, we …": a purpose that stands before its clause. */
export function fronted(reading: SentenceReading, { from, start, subject }: Predicate): Mark[] {
  if (!FRONTED.has(reading.tokens[0]?.word.lower ?? '')) return [];
  if (from === 0) {
    const comma = reading.tokens.findIndex(({ word }) => word.lower === ',');
    return comma > 0 && comma < (subject?.start ?? start) ? statedBetween(reading, 0, comma) : [];
  }
  const named = (reading.slots.purpose ?? []).filter((m) => m.end <= from);
  return [...named, ...statedBetween(reading, 0, from)];
}

/** What recipients are held to is not what they get the data for: "to honor this policy". */
const DUTIES =
  /^(honor|honour|requir|compli|follow|respect|keep|abid|adher|protect|maintain|ensur|safeguard)/;

/** Words that may begin a purpose. */
const STARTERS = words('to for who that which help assist behalf course connection');

function statedBetween(reading: SentenceReading, from: number, to: number): Mark[] {
  const { tokens } = reading;
  const marks: Mark[] = [];
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.word.lower ?? '';
    if (!STARTERS.has(lower)) continue;
    const starts =
      (lower === 'to' && opensPurpose(reading, i) && !DUTIES.test(tokens[i + 1]?.word.stem ?? '')) ||
      (lower === 'for' && isPurpose(reading, i + 1)) ||
      ((lower === 'who' || lower === 'that' || lower === 'which') && helps(reading, i + 1)) ||
      lower === 'help' ||
      lower === 'assist' ||
      (IN_DOING.has(lower) && isDoing(reading, i + 1)) ||
      lower === 'behalf';
    if (!starts) continue;
    const end = purposeEnd(reading, i + 1, IN_DOING.has(lower) ? nextFor(reading, i + 1, to) : to);
    const empty = (reading.slots.purpose ?? []).some(
      (m) => m.class !== 'purpose.improve' && !m.specific && m.start < end && m.end > i,
    );
    if (!empty) marks.push({ class: 'purpose.stated', classId: -1, specific: true, start: i, end });
    i = end - 1;
  }
  return marks;
}

/** "in the course of providing the service", "in connection with running the shop"; not "the course of business". */
function isDoing({ tokens }: SentenceReading, at: number): boolean {
  const word = (i: number): string => tokens[i]?.word.lower ?? '';
  if (!/^(of|with)$/.test(word(at))) return false;
  return DOING.test(word(word(at + 1) === 'the' ? at + 2 : at + 1));
}

const IN_DOING = words('course connection');

/** "in connection with our shop for several purposes": another purpose begins there. */
function nextFor({ tokens }: SentenceReading, from: number, to: number): number {
  const at = tokens.findIndex(({ word }, i) => i > from && word.lower === 'for');
  return at < 0 ? to : Math.min(at, to);
}

const DOING = /^(provi|operati|perform|deliver|facilitat|fulfil|administ|maint|develop|offering|supporting)/;

/** "to deliver"; not "to group companies", "from time to time". */
function opensPurpose({ tokens, slots }: SentenceReading, to: number): boolean {
  if (!isInfinitive(tokens, to) || tokens[to - 1]?.word.lower === 'time') return false;
  // "to collect information": what is done with it then remains unsaid.
  if (TAKING.test(tokens[to + 1]?.word.stem ?? ''))
    return !(slots.data ?? []).some((mark) => mark.start > to + 1 && mark.start <= to + 6);
  return !(slots.recipient ?? []).some((mark) => mark.start === to + 1);
}

const TAKING = /^(collect|gather|obtain|receiv|acquir|captur|record)/;

function isPurpose(reading: SentenceReading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.word.kind !== 'word') return false;
  if ((reading.slots.period ?? []).some((m) => m.start <= at + 1 && m.end > at)) return false;
  if (token.word.lower === 'the' || token.word.lower === 'our' || token.word.lower === 'your') {
    return true;
  }
  return !NO_PURPOSE.test(token.word.lower);
}

function helps(reading: SentenceReading, at: number): boolean {
  const stem = reading.tokens[at]?.word.stem ?? '';
  if (/^(provid|offer|deliv)/.test(stem) && isOwnBusiness(reading, at + 1)) return false;
  return /^(help|assist|perform|provid|process|support|act|work|deliv|host|manag|offer|oper|do|carri|enabl|facilit|run|maintain|handl|fulfil|conduct|collabor|specialis|special)/.test(
    stem,
  );
}

/** "who offer products you may like": what they do for a living, and nothing that they do for us or for you. */
function isOwnBusiness({ tokens }: SentenceReading, at: number): boolean {
  let goods = false;
  for (let i = at; i < at + 14; i++) {
    const lower = tokens[i]?.word.lower ?? '';
    if (FOR_US.has(lower)) return false;
    if (i < at + 5 && GOODS.has(lower)) goods = true;
    if (/^[;.]$/.test(lower)) break;
  }
  return goods;
}

const FOR_US = words('us our behalf site website platform request requested');
const GOODS = words('products product goods offers offerings promotions discounts deals');

/** What a word before a purpose makes of it: one that is done, or one that is spoken of. */
const AIMING = /^(fulfil|pursu|meet|achiev|serv|conduct|run|perform|carri|advanc|further|satisfi|accomplish)/;
const AIMED = words('for to as and or , ; : ( – — including like e.g. both our their its the');
const MORE = words('other further additional');
const SEVERAL = words('number variety range');
const SPOKEN_OF = words(
  'these those this such about describe describes specifies specify identify which what',
);

/** "the business purpose is given below", "vendors who support our operations": named, and not what the data is for. */
export function isAim({ tokens }: SentenceReading, { start }: Mark): boolean {
  if (start <= 2 || FOR.has(tokens[start]?.word.lower ?? '')) return true;
  let at = start - 1;
  if (/^(our|their|its|the|various|different|of)$/.test(tokens[at]?.word.lower ?? '')) at--;
  // "for such further purposes as may arise".
  if (tokens[at]?.word.lower === 'such' && MORE.has(tokens[at + 1]?.word.lower ?? '')) at--;
  const word = tokens[at]?.word;
  if (word === undefined || SPOKEN_OF.has(word.lower)) return word === undefined;
  if (AIMED.has(word.lower) || SEVERAL.has(word.lower)) return true;
  return AIMING.test(word.stem) && !/^(who|that|which)$/.test(tokens[at - 1]?.word.lower ?? '');
}

const FOR = words('for to in as among');

const ENDS_PURPOSE = words(', ; . : ( )');

function purposeEnd(reading: SentenceReading, from: number, to: number): number {
  let i = from;
  for (const stop = Math.min(to, from + 14); i < stop; i++) {
    if (ENDS_PURPOSE.has(reading.tokens[i]?.word.lower ?? '')) break;
  }
  return Math.max(i, from);
}
