import type { Note } from '../model.js';
import { otherDocuments } from './documents.js';
import { landmarks, markBanners } from './furniture.js';
import { dropInner } from './inner.js';
import type { Box, Page, Segment } from './segment.js';
import { titleKind } from './vocabulary.js';
import { runningSums, type Weight, weighAll, worth } from './weigh.js';

/** Which segments of a page are the policy, and what a reader must know of the choice. */
export interface Content {
  readonly keep: readonly boolean[];
  readonly notes: readonly Note[];
}

/** What a word of furniture or of another document between two parts of a policy counts against joining them. */
const EXCLUDED = 0.3;
const SNIPPET_WORDS = 100;
const HOLDER_SHARE = 0.9;
const NEAR = 0.25;
const PART = 0.05;
const PARTS: ReadonlySet<string> = new Set(['li', 'td', 'th', 'dd', 'dt']);

/** The element around a policy, by the segments in it. */
interface Holder {
  readonly from: number;
  readonly to: number;
  /** It is the page's body: there is furniture in it too. */
  readonly whole: boolean;
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
  if (page.segments.length === 0)
    return { keep: [], notes: [{ code: 'empty', message: 'the page shows no text' }] };
  const weights = weighAll(page);
  const out = landmarks(page, weights);
  markBanners(page, weights, out);
  const other = otherDocuments(page, weights);
  const keep = keepStretch(page, weights, out, other);
  if (keep.includes(true)) return { keep, notes: [] };
  const snippet = weights.reduce((sum, weight) => sum + weight.words, 0) <= SNIPPET_WORDS;
  const few = snippet ? keepStretch(page, weights.map(asSnippet), out, other) : [];
  if (few.includes(true)) return { keep: few, notes: [] };
  const all = keepStretch(page, weights, out, []);
  const read = all.includes(true) ? 'only its other terms were read' : 'nothing was read';
  return {
    keep: all,
    notes: [{ code: 'no-policy-text', message: `the page shows no privacy policy; ${read}` }],
  };
}

/** In a snippet a short sentence with a policy's words is policy enough. */
function asSnippet(weight: Weight): Weight {
  return { ...weight, good: weight.good || (!weight.linky && weight.policy >= 1) };
}

function keepStretch(
  page: Page,
  weights: readonly Weight[],
  out: readonly boolean[],
  other: readonly boolean[],
): boolean[] {
  const keep = page.segments.map(() => false);
  const excluded = out.map((is, i) => is || other[i] === true);
  const values = weights.map((weight, i) => (excluded[i] ? -EXCLUDED * weight.words : worth(weight)));
  const first = bestStretch(values);
  if (first === undefined) return keep;
  const holder = holderOf(page, values, first);
  const best = bestStretch(nearValues(page, weights, values, excluded, holder)) ?? first;
  const stretch = withEnds(page, weights, excluded, best, holder);
  for (let i = stretch.start; i < stretch.end; i++) keep[i] = !excluded[i];
  dropInner(page, weights, keep);
  return keep;
}

/**
 * Values beside the bulk of the policy: there, what is no policy prose in itself (names of affiliates, an address)
 * counts less against it, and items and cells count a little for it.
 */
function nearValues(
  page: Page,
  weights: readonly Weight[],
  values: readonly number[],
  excluded: readonly boolean[],
  holder: Holder,
): number[] {
  return values.map((value, i) => {
    const weight = weights[i] as Weight;
    if (i < holder.from || i >= holder.to || value >= 0 || excluded[i] || weight.linky) return value;
    const tag = page.elements[page.segments[i]?.element ?? 0]?.element.tagName ?? '';
    return holder.whole || !PARTS.has(tag) ? value * NEAR : PART * weight.words;
  });
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
function holderOf(page: Page, values: readonly number[], stretch: Stretch): Holder {
  const held = runningSums(
    values.map((value, i) => (i >= stretch.start && i < stretch.end ? Math.max(0, value) : 0)),
  );
  const total = held(0, values.length);
  let holder: Box | undefined;
  for (const box of page.elements) if (held(box.from, box.to) >= HOLDER_SHARE * total) holder = box;
  const whole =
    holder === undefined || holder.element.tagName === 'body' || holder.element.tagName === 'html';
  return { from: holder?.from ?? 0, to: holder?.to ?? values.length, whole };
}

/** Words beside a stretch, in the element that holds it, that are taken in: a share of the stretch, within bounds. */
const REST_SHARE = 0.2;
const REST_LEAST = 60;
const REST_MOST = 600;
const COPYRIGHT = /©|\(c\)|\ball rights reserved\b|\bcopyright\b/i;

/** Takes in what stands at both ends of a stretch: its title, an opening letter, an address. */
function withEnds(
  page: Page,
  weights: readonly Weight[],
  excluded: readonly boolean[],
  stretch: Stretch,
  holder: Holder,
): Stretch {
  const words = runningSums(weights.map((weight, i) => (excluded[i] ? 0 : weight.words)));
  const leading = runningSums(weights.map((weight, i) => (excluded[i] ? 0 : weight.leading)));
  const room = Math.min(REST_MOST, Math.max(REST_LEAST, REST_SHARE * words(stretch.start, stretch.end)));
  const slight = (from: number, to: number): boolean =>
    words(from, to) <= room && leading(from, to) * 10 <= words(from, to) * 4;
  let { start, end } = stretch;
  if (holder.from < start && slight(holder.from, start)) start = holder.from;
  const last = page.segments[end - 1] as Segment;
  const beside = page.elements[page.elements[last.element]?.parent ?? 0]?.to ?? end;
  const whole = holder.to > end && slight(end, holder.to);
  const limit = whole ? holder.to : beside;
  // Beside much else, a second piece of prose on other matters is no longer the policy's.
  let loose = whole ? -Infinity : 0;
  while (end < limit && words(stretch.end, end + 1) <= room && !isFoot(page, weights, excluded, end)) {
    const weight = weights[end] as Weight;
    if (weight.prose && !weight.good && ++loose > 1) break;
    end++;
  }
  return { start: titleAbove(page, weights, excluded, start, stretch.start, holder), end };
}

/** A line of copyright or two links in a row end a policy. */
function isFoot(page: Page, weights: readonly Weight[], excluded: readonly boolean[], i: number): boolean {
  const weight = weights[i] as Weight;
  if (excluded[i]) return false;
  if (weight.linky) return weights[i + 1]?.linky !== false;
  return !weight.good && COPYRIGHT.test(page.segments[i]?.text ?? '');
}

const TITLE_REACH = 120;
const TITLE_WORDS = 20;

/**
 * Where a stretch begins with its title: at the policy's heading, if one stands above its prose in the same holder or
 * near, or between `start` and `from` (which its prose begins after); else at a line that names the policy, else at
 * any heading near.
 */
function titleAbove(
  page: Page,
  weights: readonly Weight[],
  excluded: readonly boolean[],
  start: number,
  from: number,
  holder: Holder,
): number {
  let first: number | undefined;
  let rank = 0;
  let words = 0;
  let leading = 0;
  for (let i = from - 1; i >= 0; i--) {
    const segment = page.segments[i] as Segment;
    if (excluded[i]) continue;
    const near = words < TITLE_REACH;
    if (!near && (i < holder.from || leading * 4 > words)) break;
    const found = segment.words < TITLE_WORDS ? titleRank(segment) : 0;
    if (found > 0 && found >= rank && (near || found === 3)) {
      first = i;
      rank = found;
    }
    if (i < start) words += segment.words;
    if (i < start) leading += weights[i]?.leading ?? 0;
  }
  return rank === 3 || (first !== undefined && first < start) ? (first as number) : start;
}

function titleRank(segment: Segment): number {
  const named = titleKind(segment.text) === 'policy';
  if (segment.heading > 0) return named ? 3 : 1;
  return named ? 2 : 0;
}
