/** Shows on the strip which part of the policy is in view. */
export function followView(): void {
  const policy = document.querySelector('.policy');
  const view = document.querySelector('.strip .view');
  const width = document.querySelector<SVGSVGElement>('.strip svg')?.viewBox.baseVal.width;
  if (!policy || !view || !width) return;
  let asked = false;
  const show = (): void => {
    asked = false;
    const { top, height } = policy.getBoundingClientRect();
    const at = (y: number): number => Math.min(1, Math.max(0, (y - top) / Math.max(1, height))) * width;
    const [from, to] = [at(0), at(innerHeight)];
    view.setAttribute('x', String(from));
    view.setAttribute('width', String(to - from));
  };
  const ask = (): void => {
    if (!asked) requestAnimationFrame(show);
    asked = true;
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask);
  ask();
}
