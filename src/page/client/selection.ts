import { all, onDo } from './elements.js';

/** What is looked at: one stop after the other, findings in a report, changes in a comparison. */
export interface Selection {
  /** Goes on by so many stops, around the end. */
  step(by: number): void;
  /** Looks at nothing; false if nothing was looked at. */
  clear(): boolean;
  /** After a filter: what is hidden is not looked at. */
  refresh(): void;
}

/** Stops are `details` with `data-stop`; what belongs to one carries its id in `data-of`. */
export function createSelection(): Selection {
  let current: HTMLDetailsElement | undefined;
  const stops = (): HTMLDetailsElement[] =>
    all<HTMLDetailsElement>('details[data-stop]').filter((stop) => isShown(stop) || stop === current);

  const clear = (): boolean => {
    if (!current) return false;
    for (const element of all('[data-current]')) delete element.dataset.current;
    current.open = false;
    current = undefined;
    return true;
  };

  /** Moves the reader to a stop: its card in the list and its words in the text. */
  const select = (stop: HTMLDetailsElement, { text = true, focus = true } = {}): void => {
    clear();
    current = stop;
    unfold(stop);
    stop.dataset.current = '';
    const own = all(`[data-of="${stop.id}"]`);
    for (const element of own) element.dataset.current = '';
    history.replaceState(null, '', `#${stop.id}`);
    const words = own.find((element) => element.matches('.policy *'));
    if (text) reveal(words);
    if (focus) stop.querySelector('summary')?.focus({ preventScroll: true });
    scrollInto(stop);
  };

  const fromAddress = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement && 'stop' in target.dataset) select(target);
    else reveal(target ?? undefined);
  };

  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const summary = target.closest('summary');
    const stop = summary?.parentElement;
    if (stop instanceof HTMLDetailsElement && 'stop' in stop.dataset) {
      event.preventDefault();
      if (stop.open) clear();
      else select(stop);
      return;
    }
    // Links of the policy lead where they say.
    const link = target.closest('a');
    const owner = target.closest<HTMLElement>('[data-of]');
    if (!owner || (link && !link.getAttribute('href')?.startsWith('#'))) return;
    const named = document.getElementById(owner.dataset.of ?? '');
    if (!(named instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    select(named, { text: owner.closest('svg') !== null });
  });
  addEventListener('hashchange', fromAddress);
  addEventListener('beforeprint', () => {
    for (const details of all<HTMLDetailsElement>('details')) details.open = true;
  });
  const selection: Selection = {
    step(by) {
      const list = stops();
      const at = current ? list.indexOf(current) : by > 0 ? -1 : 0;
      const next = list[(at + by + list.length) % list.length];
      if (next) select(next);
    },
    clear,
    refresh() {
      if (current && !isShown(current)) clear();
    },
  };
  onDo('next', () => selection.step(1));
  onDo('previous', () => selection.step(-1));
  if (location.hash !== '') fromAddress();
  return selection;
}

/** Whether it is neither filtered away nor folded. */
function isShown(element: Element): boolean {
  return element.checkVisibility();
}

/** Shows an element wherever it is folded away. */
function reveal(element: Element | undefined): void {
  if (!element) return;
  unfold(element);
  // Gliding past pages tires the eye, and misses its aim where they are laid out only as they come into view.
  const far = Math.abs(element.getBoundingClientRect().top) > FAR * innerHeight;
  element.scrollIntoView({ block: 'center', behavior: far ? 'instant' : 'auto' });
}

/** From how many windows away words are gone to at once, however the reader likes it. */
const FAR = 3;

function unfold(element: Element): void {
  for (let outer = element.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null)
    outer.open = true;
}

/** Scrolls the list alone: the text beside it is to stay where it is. */
function scrollInto(stop: HTMLElement): void {
  const list = stop.closest<HTMLElement>('.findings');
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const top = stop.getBoundingClientRect().top - list.getBoundingClientRect().top;
  list.scrollBy({ top: top - list.clientHeight / 4 });
}
