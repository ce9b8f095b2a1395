import type { Note } from '../model.js';
import { FURNITURE, FURNITURE_ROLES } from './elements.js';
import type { Box, Page, Segment } from './segment.js';
import { policyWords } from './vocabulary.js';

/** Which segments of a page are the policy, and what a reader must know of the choice. */
export interface Content {
  readonly keep: readonly boolean[];
  readonly notes: readonly Note[];
}

/** What one segment speaks for: prose of a policy, other prose, links, or a short text that could be either. */
interface Weight {
  readonly words: number;
  readonly policy: number;
  readonly prose: boolean;
  readonly linky: boolean;
}

const PROSE_WORDS = 9;

/**
 * Chooses the policy by coverage: the stretch of the page that holds most of its policy prose with least else, then
 * the title above it; inside the stretch menus and other runs of links are left out again.
 */
export function chooseContent(page: Page): Content {
  const weights = page.segments.map(weigh);
  const dropped = furniture(page, weights);
  const values = weights.map((weight, i) => (dropped[i] ? 0 : worth(weight)));
  const stretch = bestStretch(values);
  const keep = page.segments.map(() => false);
  if (stretch === undefined) return { keep, notes: [noteOf(page)] };
  const start = withTitle(page, dropped, stretch.start);
  for (let i = start; i < stretch.end; i++) keep[i] = !dropped[i];
  return { keep, notes: [] };
}

function noteOf(page: Page): Note {
  return page.segments.length === 0
    ? { code: 'empty', message: 'the page shows no text' }
    : { code: 'no-policy-text', message: 'no text of a privacy policy was found in the page' };
}

function weigh(segment: Segment): Weight {
  const own = segment.words - segment.linked;
  const prose = own >= PROSE_WORDS && own * 2 >= segment.words;
  const linky = segment.words > 0 && segment.linked * 10 >= segment.words * 8;
  return { words: segment.words, policy: policyWords(segment.text), prose, linky };
}

/** What a segment adds to a stretch: words of policy prose count for it, everything else against it. */
function worth({ words, policy, prose, linky }: Weight): number {
  if (prose && policy >= 1 && policy * 25 >= words) return words;
  if (prose) return -0.3 * words;
  if (linky) return -1 - words;
  return -0.5 * words;
}

/** The stretch of greatest sum (Kadane's scan). */
function bestStretch(values: readonly number[]): { start: number; end: number } | undefined {
  let best: { start: number; end: number } | undefined;
  let most = 0;
  let sum = 0;
  let start = 0;
  values.forEach((value, i) => {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += value;
    if (sum > most) {
      most = sum;
      best = { start, end: i + 1 };
    }
  });
  return best;
}

/** Marks segments in landmarks that hold furniture, unless the page's policy itself stands there. */
function furniture(page: Page, weights: readonly Weight[]): boolean[] {
  const marked = page.segments.map(() => false);
  const sums = [0];
  for (const weight of weights) sums.push((sums[sums.length - 1] as number) + Math.max(0, worth(weight)));
  const total = sums[sums.length - 1] as number;
  let skipTo = 0;
  page.elements.forEach((box, index) => {
    if (index < skipTo || !isFurniture(box)) return;
    const held = (sums[box.to] as number) - (sums[box.from] as number);
    if (held * 4 > total) return;
    for (let i = box.from; i < box.to; i++) marked[i] = true;
    skipTo = box.end;
  });
  return marked;
}

function isFurniture({ element }: Box): boolean {
  const role = element.properties.role;
  if (FURNITURE.has(element.tagName)) return true;
  return Array.isArray(role)
    ? role.some((name) => FURNITURE_ROLES.has(String(name)))
    : FURNITURE_ROLES.has(String(role));
}

/** Takes in the headings, dates and tables of contents right above a stretch. */
function withTitle(
  page: Page,
  weights: readonly Weight[],
  dropped: readonly boolean[],
  start: number,
): number {
  let first = start;
  let words = 0;
  for (let i = start - 1; i >= 0 && words < 120; i--) {
    const segment = page.segments[i] as Segment;
    if (dropped[i]) continue;
    words += segment.words;
    if (segment.heading > 0 && segment.words < 20) first = i;
  }
  return first;
}
