import { all } from './elements.js';

/** Shows on the strip which part of the policy is in view. The strip counts letters and a page counts lines: headings tie the two. Returns what looks again. */
export function followView(): () => void {
  let asked = false;
  const ask = (): void => {
    if (!asked)
      requestAnimationFrame(() => {
        asked = false;
        showView();
      });
    asked = true;
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask);
  ask();
  return ask;
}

function showView(): void {
  const policy = document.querySelector('.policy');
  const view = document.querySelector('.strip .view');
  const width = document.querySelector<SVGSVGElement>('.strip svg')?.viewBox.baseVal.width;
  if (!policy || !view || !width) return;
  const heads = all<SVGRectElement>('.strip [data-section]').flatMap((rect) => {
    const heading = document.getElementById(rect.dataset.section ?? '');
    return heading ? [{ heading, x: rect.x.baseVal.value }] : [];
  });
  const { top, bottom } = policy.getBoundingClientRect();
  const at = (y: number): number => {
    let [from, to] = [
      { y: top, x: 0 },
      { y: bottom, x: width },
    ];
    for (const { heading, x } of heads) {
      const here = { y: heading.getBoundingClientRect().top, x };
      if (here.y <= y) from = here;
      else {
        to = here;
        break;
      }
    }
    const share = Math.min(1, Math.max(0, (y - from.y) / Math.max(1, to.y - from.y)));
    return from.x + share * (to.x - from.x);
  };
  const [from, to] = [at(0), at(innerHeight)];
  view.setAttribute('x', String(from));
  view.setAttribute('width', String(Math.max(0, to - from)));
}
