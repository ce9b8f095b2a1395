import { type Telling, tell } from '../locale/index.js';
import type { SuppressionProblem } from './schema.js';

const NAMES = ['disable', 'enable', 'disable-next-line', 'disable-file'] as const;

/** A comment that suppresses findings, or ends that, as it is written. */
export interface Directive {
  readonly name: (typeof NAMES)[number];
  /** Ids, `category/*` or `*`; all rules if there are none. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** The last day it holds. */
  readonly expires: string | undefined;
}

/** What is wrong with a comment that was meant as a directive. */
type Malformed = Pick<SuppressionProblem, 'code'> & Telling;

const EXPIRY = /(?:^|[\s,])expires(?:\s+(\S+))?\s*$/;

/** Reads "fineprint-disable-next-line rule, rule expires 2027-01-31 -- reason", a comment without its marks. */
export function parseDirective(text: string): Directive | Malformed {
  const head = text.slice(0, /\s-{2,}(?:\s|$)/.exec(text)?.index ?? text.length);
  const reason = folded(text.slice(head.length).replace(/^\s-+/, ''));
  const [, written = '', list = ''] = /^(\S*)([\s\S]*)$/.exec(head) ?? [];
  const name = NAMES.find((known) => written === `fineprint-${known}`);
  if (name === undefined) return malformed(tell('no-directive', { written: cut(written), known: KNOWN }));
  const expiry = EXPIRY.exec(list);
  const expires = expiry?.[1];
  if (expiry && (expires === undefined || !isDay(expires)))
    return malformed(tell('no-day', { written: cut(expires ?? '') }));
  const rules = new Set((expiry ? list.slice(0, expiry.index) : list).split(/[\s,]+/).filter(Boolean));
  return { name, rules: [...rules], reason: reason === '' ? undefined : reason, expires };
}

const KNOWN = NAMES.map((name) => `fineprint-${name}`).join(', ');

function malformed(told: Telling): Malformed {
  return { code: 'malformed', ...told };
}

/** Whether "2027-01-31" is a day of the calendar. By hand, as analysis does without the clock and the schema library. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Enough of what was written to recognize it. */
function cut(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
