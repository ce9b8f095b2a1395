import type { LanguageIndex, SentenceReading, SlotName, Slots, SlotValue } from '../clause/index.js';
import type { Alignment, CompiledRule } from '../ruleset/index.js';
import { isAnyOf } from './frame-test.js';

type Same = NonNullable<CompiledRule['same']>;

/** What is compared of a place. */
export interface Compared {
  readonly slots: Slots;
  readonly reading: SentenceReading | undefined;
}

/** Whether two places fit each other as a contradiction asks. */
export type Aligned = (same: Same, claim: Compared, other: Compared) => boolean;

/** Slots are compared by their classes and, as classes are broad, by what the lexicon knows of their words. */
export function alignment(index: LanguageIndex): Aligned {
  const meaning = meaningOf(index);
  const alignments: Readonly<
    Record<Alignment, (a: readonly SlotValue[], b: readonly SlotValue[]) => boolean>
  > = {
    covered: (claim, other) => covers(claim, other, meaning),
    related: (claim, other) => covers(claim, other, meaning) || covers(other, claim, meaning),
    apart: (claim, other) => areApart(claim, other, meaning),
  };
  return ({ topic, ...same }, claim, other) => {
    if (topic && !sameTopics(claim.reading, other.reading)) return false;
    return (Object.keys(same) as (SlotName & keyof typeof same)[]).every((slot) => {
      const how = same[slot];
      return how === undefined || alignments[how](claim.slots[slot] ?? [], other.slots[slot] ?? []);
    });
  };
}

/** Do both sentences name the same of the lexicon's topics, and no other? */
function sameTopics(a: SentenceReading | undefined, b: SentenceReading | undefined): boolean {
  const [first, second] = [a, b].map(topicsOf);
  if (first === undefined || second === undefined || first.size === 0) return false;
  return first.size === second.size && [...first].every((topic) => second.has(topic));
}

function topicsOf(reading: SentenceReading | undefined): ReadonlySet<string> {
  const names = (reading?.matches ?? []).map((match) => match.class);
  return new Set(names.filter((name) => name.startsWith('topic.')));
}

/** What a value means beyond its class: "term.kind.email", "length.30". */
type Meaning = (value: SlotValue) => ReadonlySet<string>;

const MEANINGS = /^term\.kind\./;

/** The words of a value are looked up once, however often it is compared. */
function meaningOf(index: LanguageIndex): Meaning {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ text }) => {
    let meaning = known.get(text);
    if (meaning === undefined) {
      const classes = index.match(index.tokenize(text)).map((match) => match.class);
      const names = classes.filter((name) => MEANINGS.test(name));
      const length = lengthOf(text, classes);
      meaning = new Set(length === undefined ? names : [...names, `length.${length}`]);
      known.set(text, meaning);
    }
    return meaning;
  };
}

/** A stretch of time in days, by the number and the unit that its words name: "term.count.6" and "term.unit.30". */
function lengthOf(text: string, classes: readonly string[]): number | undefined {
  const named = (kind: string): number | undefined => {
    const name = classes.find((one) => one.startsWith(`term.${kind}.`));
    return name === undefined ? undefined : Number(name.slice(`term.${kind}.`.length));
  };
  const unit = named('unit');
  const count = Number(/\d+/.exec(text)?.[0] ?? named('count') ?? Number.NaN);
  return unit === undefined || Number.isNaN(count) ? undefined : count * unit;
}

/** "nobody at all": words that leave no exception. */
const EVERYBODY = 'term.kind.all';

function covers(claim: readonly SlotValue[], other: readonly SlotValue[], meaning: Meaning): boolean {
  if (claim.length === 0 || claim.some((one) => isGeneric(one) || meaning(one).has(EVERYBODY))) return true;
  return claim.some((one) =>
    other.some((value) => isAnyOf(value, [one.class]) && meet(meaning(one), meaning(value))),
  );
}

/** "personal information", "third parties": a class that ends so stands for all its kind. */
function isGeneric({ class: name }: SlotValue): boolean {
  return name.endsWith('.generic');
}

/** Both sides are told, and nothing of the one is in the other. */
function areApart(claim: readonly SlotValue[], other: readonly SlotValue[], meaning: Meaning): boolean {
  const [a, b] = [claim, other].map((values) => values.flatMap((value) => [...meaning(value)]));
  if (!a?.length || !b?.length) return false;
  return !a.some((name) => b.includes(name));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const name of a) if (b.has(name)) return true;
  return false;
}
