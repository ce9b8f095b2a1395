import type { Page, Segment } from './segment.js';
import { englishWords, foreignWords, policyWords } from './vocabulary.js';

/** What a segment speaks for when the content of a page is chosen. */
export interface Weight {
  readonly words: number;
  /** Words in links that lead off the page. */
  readonly leading: number;
  /** Words of a policy, and of other documents of a site. */
  readonly policy: number;
  readonly foreign: number;
  /** Running text, not a menu entry or a line of an address. */
  readonly prose: boolean;
  /** Little but links that lead off the page. */
  readonly linky: boolean;
  /** Prose with so many of a policy's words that it is taken for policy. */
  readonly good: boolean;
}

const PROSE_WORDS = 9;
/** A policy has a word of its own at least once in so many words. */
const POLICY_EVERY = 20;
/** English prose has a function word at least once in so many words. */
const ENGLISH_EVERY = 10;

export function weighAll(page: Page): Weight[] {
  const anchors = anchorsOf(page);
  const known = isEnglish(page);
  return page.segments.map((segment) => weigh(segment, leadingWords(segment, page, anchors), known));
}

function weigh(segment: Segment, leading: number, known: boolean): Weight {
  const own = segment.words - leading;
  const prose = own >= PROSE_WORDS && own * 2 >= segment.words;
  const policy = policyWords(segment.text);
  return {
    words: segment.words,
    leading,
    policy,
    foreign: prose ? foreignWords(segment.text) : 0,
    prose,
    linky: segment.words > 0 && leading * 10 >= segment.words * 8,
    good: prose && (!known || (policy >= 1 && policy * POLICY_EVERY >= segment.words)),
  };
}

/** Whether the vocabulary fits the page; in other languages any prose may be the policy's. */
function isEnglish(page: Page): boolean {
  let words = 0;
  let english = 0;
  for (const segment of page.segments) {
    if (segment.words < PROSE_WORDS) continue;
    words += segment.words;
    english += englishWords(segment.text);
  }
  return english * ENGLISH_EVERY >= words;
}

/** Names of the places on the page that links can lead to. */
function anchorsOf(page: Page): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { element } of page.elements) {
    for (const name of [element.properties.id, element.properties.name])
      if (typeof name === 'string') anchors.add(name);
  }
  return anchors;
}

/** Text that spells an address out is for reading, in print too; menus do not spell theirs out. */
const ADDRESS = /:\/\/|\bwww\.|\S@\S/i;

/** Words in links that lead off the page: not to a place in it (a table of contents), a mailbox or a spelled address. */
function leadingWords(segment: Segment, page: Page, anchors: ReadonlySet<string>): number {
  if (segment.linked === 0) return 0;
  let words = segment.linked;
  for (const { link, value, words: count } of segment.inlines) {
    if (link === undefined) continue;
    const href = String(page.elements[link]?.element.properties.href);
    const fragment = href.indexOf('#');
    const inside = fragment === 0 || (fragment > 0 && anchors.has(href.slice(fragment + 1)));
    if (inside || /^(?:mailto|tel):/i.test(href) || ADDRESS.test(value ?? '')) words -= count;
  }
  return words;
}

/** What a segment adds to a stretch: words of policy prose count for it, everything else against it. */
export function worth(weight: Weight): number {
  if (weight.good) return weight.words;
  if (weight.linky) return -1 - weight.words;
  return (weight.prose ? -0.15 : -0.2) * weight.words;
}

/** Running sums, so that any run of segments is summed at once. */
export function runningSums(values: readonly number[]): (from: number, to: number) => number {
  const sums = [0];
  for (const value of values) sums.push((sums[sums.length - 1] as number) + value);
  return (from, to) => (sums[to] as number) - (sums[from] as number);
}
