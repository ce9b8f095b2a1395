import type { Page, Segment } from './segment.js';
import { foreignWords, policyWords } from './vocabulary.js';

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
const POLICY_EVERY = 25;

export function weigh(segment: Segment, page: Page): Weight {
  const leading = leadingWords(segment, page);
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
    good: prose && policy >= 1 && policy * POLICY_EVERY >= segment.words,
  };
}

function leadingWords(segment: Segment, page: Page): number {
  if (segment.linked === 0) return 0;
  let words = segment.linked;
  for (const inline of segment.inlines) {
    if (inline.link === undefined) continue;
    const href = page.elements[inline.link]?.element.properties.href;
    if (/^(?:#|mailto:|tel:)/i.test(String(href))) words -= inline.words;
  }
  return words;
}

/** What a segment adds to a stretch: words of policy prose count for it, everything else against it. */
export function worth(weight: Weight): number {
  if (weight.good) return weight.words;
  if (weight.prose) return -0.3 * weight.words;
  return weight.linky ? -1 - weight.words : -0.4 * weight.words;
}

/** Running sums, so that any run of segments is summed at once. */
export function runningSums(values: readonly number[]): (from: number, to: number) => number {
  const sums = [0];
  for (const value of values) sums.push((sums[sums.length - 1] as number) + value);
  return (from, to) => (sums[to] as number) - (sums[from] as number);
}
