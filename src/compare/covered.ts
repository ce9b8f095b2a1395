import type { Finding, Report } from '../report/index.js';
import type { Pair } from './pair.js';
import type { Value } from './taken-over.js';
import { stemsOf } from './unit.js';
import { EMPTY_WORDS } from './words.js';

/** What a finding tells people, apart from its sentence: of which words, and about whom and what. */
interface Matter {
  readonly index: number;
  /** Telling stems of the quoted words; none where they are as general as words can be ("the information"). */
  readonly words: ReadonlySet<string>;
  /** The class of the quoted words, where they are one value of the clause. */
  readonly class: string | undefined;
  readonly recipients: readonly Value[];
  readonly data: readonly Value[];
}

/**
 * Findings without a partner that tell people what the other text tells them too, in a sentence of its own: the same rule found words at
 * least as general, about the same recipients and data. What was allowed before is not introduced when it is said once more, and what
 * is still allowed is not resolved. Work: a finding is held against a bounded number of others.
 */
export function coveredPairs(
  before: Report,
  after: Report,
  onlyBefore: readonly number[],
  onlyAfter: readonly number[],
): { readonly gone: Pair[]; readonly come: Pair[] } {
  const old = mattersOf(before);
  const now = mattersOf(after);
  return {
    gone: onlyBefore.flatMap((i): Pair[] => {
      const j = coveredBy(before.findings[i] as Finding, now);
      return j === undefined ? [] : [[i, j]];
    }),
    come: onlyAfter.flatMap((j): Pair[] => {
      const i = coveredBy(after.findings[j] as Finding, old);
      return i === undefined ? [] : [[i, j]];
    }),
  };
}

/** The finding of the other text that covers all places this one tells of, the first if there are more. */
function coveredBy(finding: Finding, others: ReadonlyMap<string, readonly Matter[]>): number | undefined {
  const known = others.get(finding.ruleId) ?? [];
  const places = placesOf(finding).map((quote) => matterOf(finding, quote, 0));
  const covering = places.map((place) => known.find((other) => covers(other, place))?.index);
  return covering.includes(undefined) ? undefined : covering[0];
}

/** By rule: what its findings tell people, each once. */
function mattersOf({ findings }: Report): Map<string, readonly Matter[]> {
  const byRule = new Map<string, Map<string, Matter>>();
  for (const [index, finding] of findings.entries()) {
    const known = byRule.get(finding.ruleId) ?? new Map<string, Matter>();
    for (const quote of placesOf(finding)) {
      if (known.size >= MOST_KEPT) break;
      const matter = matterOf(finding, quote, index);
      const name = nameOf(matter);
      if (!known.has(name)) known.set(name, matter);
    }
    byRule.set(finding.ruleId, known);
  }
  return new Map([...byRule].map(([rule, known]) => [rule, [...known.values()]]));
}

/** Different matters of one rule that a finding is held against. */
const MOST_KEPT = 200;

function nameOf({ words, class: name, recipients, data }: Matter): string {
  const values = [...recipients, ...data].map((value) => [value.class, ...telling(value.text)].join(' '));
  return [name, [...words].join(' '), ...values.sort()].join('\n');
}

function placesOf({ quote, related }: Finding): string[] {
  return [quote, ...related.filter(({ fingerprint }) => fingerprint).map((one) => one.quote)];
}

function matterOf({ slots }: Finding, quote: string, index: number): Matter {
  const value = Object.values(slots)
    .flat()
    .find(({ text }) => text === quote);
  return {
    index,
    words: telling(quote),
    class: value?.class,
    recipients: slots.recipient ?? [],
    data: slots.data ?? [],
  };
}

function covers(other: Matter, place: Matter): boolean {
  const reached = (value: Value): boolean => other.recipients.some((known) => reaches(known, value));
  const recipients = place.recipients.filter(({ class: name }) => name !== 'recipient.referred');
  const own = recipients.find(({ class: name }) => name === place.class);
  // Where the words are the recipient themselves, the others of the clause have findings of their own.
  const alike = own ? reached(own) : isWithin(other.words, place.words) && recipients.every(reached);
  return alike && place.data.every((value) => coversData(other.data, value));
}

/** Whether who is named by one word is meant by another: anybody by "third parties", "vendors" by "service providers". */
function reaches(known: Value, value: Value): boolean {
  const words = telling(known.text);
  if (known.class.startsWith('recipient.generic') && words.size === 0) return true;
  if (value.class !== known.class) return false;
  return ONE_KIND.has(value.class) || isWithin(words, telling(value.text));
}

const ONE_KIND: ReadonlySet<string> = new Set(['recipient.affiliate', 'recipient.processor']);

function coversData(known: readonly Value[], { class: name }: Value): boolean {
  return (
    known.length === 0 ||
    name === 'data.referred' ||
    known.some((other) => other.class === name || other.class === 'data.generic')
  );
}

/** Fewer words tell of more. */
function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}

/** Stems that make data or recipients no narrower. */
const GENERAL = new Set(['person', 'certain', 'all', 'some', 'third', 'parti']);

function telling(text: string): Set<string> {
  return new Set(stemsOf(text).filter((word) => !EMPTY_WORDS.has(word) && !GENERAL.has(word)));
}
