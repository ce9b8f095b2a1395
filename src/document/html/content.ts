import { tell } from '../../locale/index.js';
import type { Note } from '../model.js';
import { otherDocuments } from './documents.js';
import { type Holder, type Stretch, withEnds } from './ends.js';
import { landmarks, markBanners } from './furniture.js';
import { dropInner } from './inner.js';
import type { Box, Page } from './segment.js';
import { runningSums, type Weight, weighAll, worth } from './weigh.js';

/** Which segments of a page are the policy, and what a reader must know of the choice. */
export interface Content {
  readonly keep: readonly boolean[];
  readonly notes: readonly Note[];
}

/** What a word of furniture or of another document between two parts of a policy counts against joining them. */
const EXCLUDED = 0.3;
/** A text of no more words is a snippet rather than a page. */
const SNIPPET_WORDS = 100;
/** The element that holds so much of a policy's worth is the one around it. */
const HOLDER_SHARE = 0.9;
/** In that element: what is left of a text's worth against the policy, and what a word of an item or cell is worth for it. */
const NEAR = 0.25;
const PART = 0.05;
const PARTS: ReadonlySet<string> = new Set(['li', 'td', 'th', 'dd', 'dt']);

/**
 * Chooses the policy by coverage: the stretch of the page that holds most of its policy prose with least else, then
 * what belongs to it at both ends; inside the stretch, menus, forms and other documents are left out again.
 */
export function chooseContent(page: Page): Content {
  if (page.segments.length === 0) return { keep: [], notes: [{ code: 'empty', ...tell('empty-page') }] };
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
  const read = tell(all.includes(true) ? 'other-terms' : 'no-terms');
  return { keep: all, notes: [{ code: 'no-policy-text', ...read }] };
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
