import { FURNITURE, FURNITURE_ROLES } from './elements.js';
import type { Box, Page, Segment } from './segment.js';
import { runningSums, type Weight, worth } from './weigh.js';

/** Marks segments in landmarks that hold furniture, unless the page's policy itself stands there. */
export function landmarks(page: Page, weights: readonly Weight[]): boolean[] {
  const marked = page.segments.map(() => false);
  const held = runningSums(weights.map((weight) => Math.max(0, worth(weight))));
  const words = runningSums(weights.map((weight) => weight.words));
  const total = held(0, page.segments.length);
  let skipTo = 0;
  page.elements.forEach((box, index) => {
    if (index < skipTo || !isLandmark(box)) return;
    const good = held(box.from, box.to);
    // An aside may sum a policy up; other landmarks hold furniture unless they hold most of the page's policy.
    const beside = isAside(box) && good * 2 > words(box.from, box.to);
    if (beside || good * 2 > total) return;
    marked.fill(true, box.from, box.to);
    skipTo = box.end;
  });
  return marked;
}

function isLandmark({ element }: Box): boolean {
  const role = element.properties.role;
  if (FURNITURE.has(element.tagName)) return true;
  return (Array.isArray(role) ? role : [role]).some((name) => FURNITURE_ROLES.has(String(name)));
}

function isAside({ element }: Box): boolean {
  return element.tagName === 'aside' || String(element.properties.role) === 'complementary';
}

const BANNER_WORDS = 150;
const ANSWER_WORDS = 4;
const ANSWER =
  /^(?:yes, )?(?:i )?(?:accept|agree|allow|got it|understand|ok|okay|reject|decline|deny|refuse)\b/i;

function isAnswer(page: Page, segment: Segment): boolean {
  if (segment.words > ANSWER_WORDS || segment.heading > 0 || !ANSWER.test(segment.text)) return false;
  const element = page.elements[segment.element]?.element;
  const button = element?.tagName === 'button' || String(element?.properties.role) === 'button';
  return button || segment.linked === segment.words;
}

/** Marks banners that ask for consent to cookies: small boxes that speak of cookies and hold the answer's button. */
export function markBanners(page: Page, weights: readonly Weight[], marked: boolean[]): void {
  const words = runningSums(weights.map((weight) => weight.words));
  const good = runningSums(weights.map((weight) => (weight.good ? weight.words : 0)));
  const total = good(0, page.segments.length);
  const fits = ({ from, to }: Box): boolean => words(from, to) <= BANNER_WORDS && good(from, to) * 4 <= total;
  const cookies = runningSums(page.segments.map((segment) => (/cookie/i.test(segment.text) ? 1 : 0)));
  page.segments.forEach((segment, i) => {
    if (marked[i] || !isAnswer(page, segment)) return;
    let widest: Box | undefined;
    let box = page.elements[segment.element];
    while (box !== undefined && fits(box)) {
      widest = box;
      box = page.elements[box.parent];
    }
    if (widest && cookies(widest.from, widest.to) > 0) marked.fill(true, widest.from, widest.to);
  });
}
