import type { Page, Segment } from './segment.js';
import { titleKind } from './vocabulary.js';
import { runningSums, type Weight } from './weigh.js';

/** The element around a policy, by the segments in it. */
export interface Holder {
  readonly from: number;
  readonly to: number;
  /** It is the page's body: there is furniture in it too. */
  readonly whole: boolean;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words beside a stretch, in the element that holds it, that are taken in: a share of the stretch, within bounds. */
const REST_SHARE = 0.2;
const REST_LEAST = 60;
const REST_MOST = 600;
const COPYRIGHT = /©|\(c\)|\ball rights reserved\b|\bcopyright\b/i;

/** Takes in what stands at both ends of a stretch: its title, an opening letter, an address. */
export function withEnds(
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
  const little = holder.to > end && slight(end, holder.to);
  const limit = little ? holder.to : beside;
  // Beside much else, a second piece of prose on other matters is no longer the policy's.
  let loose = little ? -Infinity : 0;
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
