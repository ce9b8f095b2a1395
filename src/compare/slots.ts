import type { Clause } from '../report/index.js';
import { daysIn } from './durations.js';
import { phraseOf, type Said } from './said.js';
import { EMPTY_WORDS, PRACTICES, PROMISES, SCALES, type Scale, STRENGTH } from './scales.js';
import type { Change, ChangedSlot } from './schema.js';
import { stemsOf } from './unit.js';

type Value = NonNullable<Clause['slots']['data']>[number];

/** One difference between two clauses that say the same, or nearly. */
export interface Difference {
  readonly slot: ChangedSlot['slot'];
  readonly change: Change;
  readonly says: string;
  readonly lost: readonly Value[];
  readonly gained: readonly Value[];
}

/** What changed from one wording of a clause to the other, by the scales. */
export function differences(before: Clause, after: Clause, said: Said): Difference[] {
  const polarity = polarityChange(before, after);
  const denied = before.polarity === 'denied';
  // What a denial covers and what a practice covers cannot be held against each other.
  if (denied !== (after.polarity === 'denied')) return polarity ? [polarity] : [];
  const slots = SCALES.filter(({ actions }) => actions.includes(before.action)).flatMap((scale) => {
    const found = scaled(scale, before, after, said);
    return found ? [denied ? { ...found, change: opposite(found.change) } : found] : [];
  });
  const told = polarity && !slots.some(({ slot }) => slot === 'condition') ? [polarity] : [];
  return [...told, ...modalityChange(before, after), ...slots];
}

export function opposite(change: Change): Change {
  if (change === 'other') return change;
  return change === 'worse' ? 'better' : 'worse';
}

function polarityChange(before: Clause, after: Clause): Difference | undefined {
  if (before.polarity === after.polarity) return undefined;
  const practice = PRACTICES.includes(before.action);
  if (!practice && !PROMISES.includes(before.action)) return undefined;
  // The more of a practice is denied, the better; of what is promised, the worse.
  const rank = { denied: 0, conditional: 1, affirmed: 2 } as const;
  const more = rank[after.polarity] > rank[before.polarity];
  // A promise under conditions is told by its conditions.
  if (!practice && before.polarity !== 'denied' && after.polarity !== 'denied') return undefined;
  return {
    slot: 'polarity',
    change: more === practice ? 'worse' : 'better',
    says: `${WORDS[before.polarity]} before, ${WORDS[after.polarity]} now`,
    lost: [],
    gained: [],
  };
}

const WORDS = { denied: 'denied', conditional: 'only under a condition', affirmed: 'affirmed' } as const;

function modalityChange(before: Clause, after: Clause): Difference[] {
  if (before.polarity !== after.polarity) return [];
  const step = STRENGTH[after.modality] - STRENGTH[before.modality];
  if (step === 0) return [];
  const change: Change = isPromise(before) && isPromise(after) ? (step < 0 ? 'worse' : 'better') : 'other';
  const says = `${verb(before.modality)} before, ${verb(after.modality)} now`;
  return [{ slot: 'modality', change, says, lost: [], gained: [] }];
}

function verb(modality: Clause['modality']): string {
  return modality === 'none' ? 'said to be so' : `"${modality}"`;
}

/** Whether the controller binds itself; "you may ask us" is leave, and no weak promise. */
function isPromise({ action, polarity, slots }: Clause): boolean {
  if (polarity === 'denied') return PRACTICES.includes(action);
  if (action === 'protect' || action === 'honor-signal') return true;
  return PROMISES.includes(action) && (slots.actor?.some(byController) ?? false);
}

const byController = ({ class: name }: Value): boolean => name.startsWith('actor.controller');

function scaled(scale: Scale, before: Clause, after: Clause, said: Said): Difference | undefined {
  const graded = ({ slots }: Clause): Value[] =>
    (slots[scale.slot] ?? []).filter((value) => badnessOf(scale, value) !== undefined && !isWaived(value));
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
  const lost = without(oldAll, nowAll, scale);
  const gained = without(nowAll, oldAll, scale);
  if (lost.length + gained.length === 0) return undefined;
  const { change, says } = judged(scale, { old: oldAll, now: nowAll, lost, gained });
  return { slot: scale.slot, change, says, lost, gained };
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
    const lengths = { worse: 'period lengthened', better: 'period shortened' };
    return { change, says: step === days ? lengths[change] : scale.says[change] };
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
