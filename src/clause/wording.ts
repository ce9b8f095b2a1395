import type { SentenceReading } from './reading.js';

/** A set from words parted by spaces. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Does one of the words stand at a place from `from` up to `to` of a sentence? Places outside it count as empty. */
export function among(
  reading: SentenceReading,
  from: number,
  to: number,
  list: ReadonlySet<string>,
): boolean {
  const end = Math.min(to, reading.tokens.length);
  for (let i = Math.max(0, from); i < end; i++) {
    if (list.has(reading.tokens[i]?.word.lower ?? '')) return true;
  }
  return false;
}

const MODAL = words(
  'may might can could will shall would must should is are was were has have reserve please',
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

/** By which means something is done: "please write", "click here", "in the settings". */
export const REACHING = words(
  'please contact contacting visit click clicking email e-mail mail go call write log logging sign send use follow page settings online by here at through',
);
