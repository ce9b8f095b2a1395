import type { Note } from '../model.js';
import { otherDocuments } from './documents.js';
import { dropInner, landmarks } from './furniture.js';
import type { Box, Page, Segment } from './segment.js';
import { titleKind } from './vocabulary.js';
import { runningSums, type Weight, weigh, worth } from './weigh.js';

/** Which segments of a page are the policy, and what a reader must know of the choice. */
export interface Content {
  readonly keep: readonly boolean[];
  readonly notes: readonly Note[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Chooses the policy by coverage: the stretch of the page that holds most of its policy prose with least else, then
 * what belongs to it at both ends; inside the stretch, menus, forms and other documents are left out again.
 */
export function chooseContent(page: Page): Content {
  const weights = page.segments.map((segment) => weigh(segment, page));
  const other = otherDocuments(page, weights);
  const out = landmarks(page, weights);
  const values = weights.map((weight, i) => (out[i] ? 0 : other[i] ? -0.3 * weight.words : worth(weight)));
  const best = bestStretch(values);
  const keep = page.segments.map(() => false);
  if (best === undefined) return { keep, notes: [noteOf(page)] };
  const excluded = out.map((is, i) => is || other[i] === true);
  const stretch = withEnds(page, weights, excluded, best, values);
  for (let i = stretch.start; i < stretch.end; i++) keep[i] = !excluded[i];
  dropInner(page, weights, keep);
  return { keep, notes: [] };
}

function noteOf(page: Page): Note {
  return page.segments.length === 0
    ? { code: 'empty', message: 'the page shows no text' }
    : { code: 'no-policy-text', message: 'no text of a privacy policy was found in the page' };
}

/** The stretch of greatest sum (Kadane's scan). */
function bestStretch(values: readonly number[]): Stretch | undefined {
  let best: Stretch | undefined;
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

/** The innermost element that holds nearly all that a stretch is worth. */
function holderOf(page: Page, values: readonly number[], stretch: Stretch): Box | undefined {
  const held = runningSums(
    values.map((value, i) => (i >= stretch.start && i < stretch.end ? Math.max(0, value) : 0)),
  );
  const total = held(0, values.length);
  let holder: Box | undefined;
  for (const box of page.elements) if (held(box.from, box.to) >= 0.9 * total) holder = box;
  return holder;
}

const SMALL_REST = 300;

/** Takes in what stands at both ends of a stretch: its title, an opening letter, an address. */
function withEnds(
  page: Page,
  weights: readonly Weight[],
  excluded: readonly boolean[],
  stretch: Stretch,
  values: readonly number[],
): Stretch {
  const holder = holderOf(page, values, stretch);
  const words = runningSums(weights.map((weight) => weight.words));
  const leading = runningSums(weights.map((weight) => weight.leading));
  const slight = (from: number, to: number): boolean =>
    words(from, to) <= SMALL_REST && leading(from, to) * 10 <= words(from, to) * 4;
  let { start, end } = stretch;
  if (holder && holder.from < start && slight(holder.from, start)) start = holder.from;
  if (holder && holder.to > end && slight(end, holder.to)) end = holder.to;
  return { start: titleAbove(page, excluded, start), end };
}

const TITLE_REACH = 120;

/** The place of the title above a stretch, if one stands near. */
function titleAbove(page: Page, excluded: readonly boolean[], start: number): number {
  let first = start;
  let words = 0;
  for (let i = start - 1; i >= 0 && words < TITLE_REACH; i--) {
    const segment = page.segments[i] as Segment;
    if (excluded[i]) continue;
    words += segment.words;
    if (segment.words < 20 && (segment.heading > 0 || titleKind(segment.text) === 'policy')) first = i;
  }
  return first;
}
