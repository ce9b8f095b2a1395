import { onDo } from './elements.js';

export interface KeyActs {
  next(): void;
  previous(): void;
  search(): void;
  leave(): void;
}

/** Where a key is typed and not pressed. */
const FIELDS = 'input:not([type="checkbox"]), select, textarea';

/** Single keys act only outside of fields, and not if the reader turned them off. */
export function listenToKeys({ next, previous, search, leave }: KeyActs): void {
  const help = document.querySelector<HTMLDialogElement>('#help');
  const wanted = document.querySelector<HTMLInputElement>('[data-do="keys"]');
  const acts: Readonly<Record<string, () => void>> = {
    n: next,
    p: previous,
    '/': search,
    '?': () => help?.showModal(),
  };
  onDo('help', () => help?.showModal());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
    const field = (event.target as HTMLElement).closest<HTMLElement>(FIELDS);
    if (event.key === 'Escape') {
      if (field) field.blur();
      else leave();
      return;
    }
    if (!wanted?.checked || field) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
