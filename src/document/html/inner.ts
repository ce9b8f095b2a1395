import { isDisclosure } from './elements.js';
import type { Box, Page, Segment } from './segment.js';
import { runningSums, type Weight } from './weigh.js';

/** Words that an element without policy prose may hold and still be taken for a form or a hidden box. */
const BOX_WORDS = 200;
const LINKS = 3;
const ANNOUNCED = /:\s*$|\b(?:following|below|these|listed)\b/i;
const BUTTON_WORDS = 5;

/** A line that only serves the page, whatever element it stands in. */
const TOOL =
  /^\W*(?:(?:back to |go to |return to )?(?:the )?top(?: of (?:the )?page)?|print(?: this page)?|share|tweet|skip to (?:main )?content)\W*$/i;

/** Drops from what was kept the menus, forms, buttons and hidden boxes that stand amid a policy. */
export function dropInner(page: Page, weights: readonly Weight[], keep: boolean[]): void {
  const good = runningSums(weights.map((weight) => (weight.good ? weight.words : 0)));
  const words = runningSums(weights.map((weight) => weight.words));
  const leading = runningSums(weights.map((weight) => weight.leading));
  const linky = runningSums(weights.map((weight) => (weight.linky ? 1 : 0)));
  let skipTo = 0;
  page.elements.forEach((box, index) => {
    if (index < skipTo || box.from === box.to || good(box.from, box.to) > 0) return;
    const size = words(box.from, box.to);
    const menu = linky(box.from, box.to) >= LINKS && leading(box.from, box.to) * 10 >= size * 6;
    const aside = size <= BOX_WORDS && (box.element.tagName === 'form' || isHidden(box));
    if (!aside && !(menu && !isIntroduced(page, weights, keep, box))) return;
    keep.fill(false, box.from, box.to);
    skipTo = box.end;
  });
  page.segments.forEach((segment, i) => {
    const entry = page.elements[segment.element]?.element.tagName === 'textarea' && weights[i]?.good !== true;
    if (entry || TOOL.test(segment.text) || isButton(page, segment)) keep[i] = false;
  });
}

/** A button that does something; one that opens a part of the page bears that part's heading. */
function isButton(page: Page, segment: Segment): boolean {
  const element = page.elements[segment.element]?.element;
  return (
    element?.tagName === 'button' &&
    segment.heading === 0 &&
    segment.words <= BUTTON_WORDS &&
    !isDisclosure(element)
  );
}

function isHidden({ element }: Box): boolean {
  const { style, hidden } = element.properties;
  return (
    hidden === true ||
    (typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  );
}

/** Whether a list of links follows on the policy's text: announced by it, or right beside it in one element. */
function isIntroduced(page: Page, weights: readonly Weight[], keep: readonly boolean[], box: Box): boolean {
  for (let i = box.from - 1; i >= 0 && i >= box.from - 3; i--) {
    const segment = page.segments[i];
    if (!keep[i] || segment === undefined) continue;
    const beside = segment.element === box.parent || page.elements[segment.element]?.parent === box.parent;
    return ANNOUNCED.test(segment.text) || (beside && (weights[i]?.good === true || segment.heading > 0));
  }
  return false;
}
