import { FURNITURE, FURNITURE_ROLES } from './elements.js';
import type { Box, Page } from './segment.js';
import { runningSums, type Weight, worth } from './weigh.js';

/** Marks segments in landmarks that hold furniture, unless the page's policy itself stands there. */
export function landmarks(page: Page, weights: readonly Weight[]): boolean[] {
  const marked = page.segments.map(() => false);
  const held = runningSums(weights.map((weight) => Math.max(0, worth(weight))));
  const total = held(0, page.segments.length);
  let skipTo = 0;
  page.elements.forEach((box, index) => {
    if (index < skipTo || !isLandmark(box)) return;
    if (held(box.from, box.to) * 4 > total) return;
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

/** Words that an element without policy prose may hold and still be taken for a form or a hidden box. */
const BOX_WORDS = 200;
const LINKS = 3;

/** Drops from what was kept the menus, forms and hidden boxes that stand amid a policy. */
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
    if (!aside && !(menu && !isIntroduced(page, keep, box.from))) return;
    keep.fill(false, box.from, box.to);
    skipTo = box.end;
  });
  page.segments.forEach((segment, i) => {
    if (
      /^\W*(?:(?:back to |go to )?(?:the )?top(?: of (?:the )?page)?|print(?: this page)?|share|tweet)\W*$/i.test(
        segment.text,
      )
    )
      keep[i] = false;
  });
}

function isHidden({ element }: Box): boolean {
  const { style, hidden } = element.properties;
  return (
    hidden === true ||
    (typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  );
}

/** Whether the text before a list of links announces it. */
function isIntroduced(page: Page, keep: readonly boolean[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - 3; i--)
    if (keep[i]) return /:\s*$/.test(page.segments[i]?.text ?? '');
  return false;
}
