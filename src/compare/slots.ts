import type { Clause } from '../report/index.js';
import { daysIn } from './durations.js';
import { phraseOf, type Said } from './said.js';
import { LENGTHS, opposite, type Scale } from './scales.js';
import type { Change, ChangedSlot } from './schema.js';
import { isOfItsVerb } from './scope.js';
import type { Value } from './taken-over.js';
import { stemsOf } from './unit.js';
import { EMPTY_WORDS, FUNCTION_WORDS } from './words.js';

/** One difference between two clauses that say the same, or nearly. */
export interface Difference {
  readonly slot: ChangedSlot['slot'];
  readonly change: Change;
  readonly says: string;
  readonly lost: readonly Value[];
  readonly gained: readonly Value[];
}

/** What changed in the slot of a scale; undefined where nothing did, or nothing can be told. */
export function slotChange(scale: Scale, before: Clause, after: Clause, said: Said): Difference | undefined {
  const graded = (clause: Clause): Value[] =>
    (clause.slots[scale.slot] ?? []).filter(
      (value) =>
        badnessOf(scale, value) !== undefined &&
        !isWaived(value) &&
        !isLegal(value) &&
        isOfItsVerb(value, clause),
    );
  const old = graded(before);
  const now = graded(after);
  // What was not read may still be said.
  if (scale.none === undefined && (old.length === 0 || now.length === 0)) return undefined;
  const quotes = { before: phraseOf(before.quote), after: phraseOf(after.quote) };
  const stays = without(old, now, scale).filter((value) =>
    stillSaid(value, now, [quotes.after, ...said.inAfter(value.position).phrases]),
  );
  const stood = without(now, old, scale).filter((value) =>
    stillSaid(value, old, [quotes.before, ...said.inBefore(value.position).phrases]),
  );
  const oldAll = [...old, ...stood];
  const nowAll = [...now, ...stays];
  // Words that are there on both sides and were read as something else did not change.
  const lost = inOtherWords(without(oldAll, nowAll, scale), nowAll);
  const gained = inOtherWords(without(nowAll, oldAll, scale), oldAll);
  if ([...lost, ...gained].every(({ class: name }) => name === UNKNOWN_PURPOSE)) return undefined;
  const oneSided = lost.length === 0 || gained.length === 0;
  if (scale.alone && oneSided && !isAlone([...lost, ...gained], before, after)) return undefined;
  if (!scale.anyWords && lost.length === 0 && isReplaced(gained, before, after)) return undefined;
  if (!scale.anyWords && gained.length === 0 && isReplaced(lost, after, before)) return undefined;
  const { change, says } = judged(scale, { old: oldAll, now: nowAll, lost, gained });
  return { slot: scale.slot, change, says, lost: toldOnce(lost), gained: toldOnce(gained) };
}

/** Words that may differ beside a change, as a share of all. */
const BESIDE = 0.35;

/** Whether a change of words is this one, for the most part: in a clause that was written anew nobody can tell what became of what. */
function isAlone(values: readonly Value[], before: Clause, after: Clause): boolean {
  const told = new Set(values.flatMap(({ text }) => stemsOf(text)));
  const [old, now] = [new Set(stemsOf(before.quote)), new Set(stemsOf(after.quote))];
  const beside = (words: ReadonlySet<string>, others: ReadonlySet<string>): number =>
    [...words].filter((word) => !others.has(word) && !told.has(word) && !FUNCTION_WORDS.has(word)).length;
  return beside(old, now) + beside(now, old) <= Math.max(2, BESIDE * Math.min(old.size, now.size));
}

/** The class of "for …" where no lexicon knows the words. */
const UNKNOWN_PURPOSE = 'purpose.stated';

function inOtherWords(values: readonly Value[], others: readonly Value[]): Value[] {
  const known = new Set(others.map(({ text }) => phraseOf(text)));
  return values.filter(({ text }) => !known.has(phraseOf(text)));
}

function toldOnce(values: readonly Value[]): Value[] {
  const byWords = new Map(values.map((value) => [`${value.class} ${phraseOf(value.text)}`, value]));
  return [...byWords.values()];
}

/** Whether a wording has words in the place of some values of the other that tell as much and were not read. */
function isReplaced(values: readonly Value[], without: Clause, having: Clause): boolean {
  const read = new Set(
    Object.values(without.slots)
      .flat()
      .filter(({ class: name }) => name !== UNKNOWN_PURPOSE)
      .flatMap(({ text }) => stemsOf(text)),
  );
  const others = new Set(stemsOf(having.quote));
  const unread = new Set(
    stemsOf(without.quote).filter(
      (word) => !read.has(word) && !others.has(word) && !FUNCTION_WORDS.has(word),
    ),
  );
  const known = new Set(stemsOf(without.quote));
  const told = new Set(values.flatMap(({ text }) => [...wordsOf(text)].filter((word) => !known.has(word))));
  return unread.size > 0 && unread.size >= told.size;
}

/**
 * Whether words read in one text stand in the other where it says the same, however they were read there: but not as a part of
 * words read otherwise ("third party" in "third-party payment processors").
 */
function stillSaid(
  { text, class: name }: Value,
  others: readonly Value[],
  phrases: readonly string[],
): boolean {
  const words = phraseOf(text);
  if (others.some((other) => phraseOf(other.text).includes(words))) return false;
  if (words.trim() === '' || phrases.some((phrase) => phrase.includes(words))) return true;
  // "User names" are "usernames".
  const joined = words.replaceAll(' ', '').replace(/e$/, '');
  if (words.trim().includes(' ') && phrases.some((phrase) => phrase.includes(` ${joined}`))) return true;
  // "With consent" is not said by "without consent"; other words may stand in another order.
  if (name.startsWith('condition.')) return false;
  return phrases.some((phrase) =>
    words.split(' ').every((word) => word === '' || phrase.includes(` ${word} `)),
  );
}

interface Sides {
  readonly old: readonly Value[];
  readonly now: readonly Value[];
  readonly lost: readonly Value[];
  readonly gained: readonly Value[];
}

function judged(scale: Scale, sides: Sides): { change: Change; says: string } {
  const { old, now, lost, gained } = sides;
  const days = scale.slot === 'period' ? longer(old, now) : 0;
  const step = stepOf(scale, sides) || days;
  if (step !== 0) {
    const change = step > 0 ? 'worse' : 'better';
    return { change, says: step === days ? LENGTHS[change] : scale.says[change] };
  }
  if (gained.length > lost.length) return { change: scale.more, says: scale.says.more };
  if (gained.length < lost.length) return { change: opposite(scale.more), says: scale.says.fewer };
  return { change: 'other', says: scale.says.other };
}

/** Above 0 if the words got worse, below if better: by what decides first, then by the other end. */
function stepOf(scale: Scale, { old, now, lost, gained }: Sides): number {
  const before = extremes(scale, old);
  const after = extremes(scale, now);
  if (scale.by === 'best') return after.best - before.best || after.worst - before.worst;
  // A name beside vague words tells who is meant, and a name that went leaves them alone; anything else added is more of it.
  const names = [...lost, ...gained].every((value) => badnessOf(scale, value) === 0);
  return after.worst - before.worst || (scale.naming && names ? after.best - before.best : 0);
}

function extremes(scale: Scale, values: readonly Value[]): { worst: number; best: number } {
  const all = values.map((value) => badnessOf(scale, value) ?? 0);
  if (all.length === 0) return { worst: scale.none ?? 0, best: scale.none ?? 0 };
  return { worst: Math.max(...all), best: Math.min(...all) };
}

function longer(before: readonly Value[], after: readonly Value[]): number {
  const days = (values: readonly Value[]): number | undefined => {
    const known = values.flatMap(({ text }) => daysIn(text) ?? []);
    return known.length === 0 ? undefined : Math.max(...known);
  };
  const old = days(before);
  const now = days(after);
  return old === undefined || now === undefined ? 0 : now - old;
}

function badnessOf({ badness }: Scale, { class: name }: Value): number | undefined {
  return badness.find(([prefix]) => isOf(name, prefix))?.[1];
}

/** "Without your consent" is no consent. */
function isWaived({ class: name, text }: Value): boolean {
  return name === 'condition.consent' && /\b(?:without|regardless)\b/i.test(text);
}

/** "As required by law" binds with or without being said. */
function isLegal({ class: name, text }: Value): boolean {
  return name.startsWith('condition.') && /\b(?:required|permitted|allowed)\b/i.test(text);
}

/** Values that have no like in another list: of the same class, and in words that tell them not apart. */
function without(values: readonly Value[], others: readonly Value[], { telling }: Scale): Value[] {
  const known = new Map<string, Set<string>[]>();
  for (const { class: name, text } of others) known.set(name, [...(known.get(name) ?? []), wordsOf(text)]);
  return values.filter(({ class: name, text }) => {
    const likes = known.get(name) ?? [];
    if (!telling.some((prefix) => isOf(name, prefix))) return likes.length === 0;
    const words = wordsOf(text);
    return !likes.some((other) => isLike(words, other));
  });
}

function isOf(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}.`);
}

function wordsOf(text: string): Set<string> {
  return new Set(stemsOf(text).filter((word) => !EMPTY_WORDS.has(word)));
}

const LIKE = 0.75;

/** "Business partners" is like "our business partners". */
function isLike(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  let common = 0;
  for (const word of words) if (others.has(word)) common++;
  const shorter = Math.min(words.size, others.size);
  return shorter === 0 || common / shorter >= LIKE;
}
