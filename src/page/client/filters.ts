import { all, counted } from './elements.js';

export interface Filters {
  focus(): void;
  /** Shows everything again. */
  reset(): void;
  /** After cards or words came or went. */
  refresh(): void;
}

/** Hides the cards that a reader does not ask for, and takes the colour from their words. */
export function filterFindings(changed: () => void): Filters | undefined {
  const form = document.querySelector<HTMLFormElement>('.filters');
  if (!form) return undefined;
  let { cards, texts, marks } = look();
  const apply = (): void => {
    const data = new FormData(form);
    const words = String(data.get('words') ?? '')
      .trim()
      .toLowerCase();
    const levels = data.getAll('level');
    const choices = all<HTMLSelectElement>('select', form).filter(({ value }) => value !== '');
    let count = 0;
    for (const [i, card] of cards.entries()) {
      const are = (by: string): string[] => (card.getAttribute(`data-by-${by}`) ?? '').split(' ');
      const wanted =
        are('level').every((level) => levels.includes(level)) &&
        choices.every(({ name, value }) => are(name).includes(value)) &&
        (texts[i] ?? '').includes(words);
      if (wanted) count++;
      (card.parentElement as HTMLElement).hidden = !wanted;
      for (const mark of marks.get(card.id) ?? []) mark.toggleAttribute('data-filtered', !wanted);
    }
    for (const group of all('.group')) group.hidden = !group.querySelector('li:not([hidden])');
    const told = form.querySelector<HTMLElement>('.shown');
    if (told) told.textContent = count === cards.length ? '' : counted(told, count, cards.length);
    if (count < cards.length) for (const more of all<HTMLDetailsElement>('.more')) more.open = true;
    changed();
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // Browsers keep what was typed when a page is loaded again.
  apply();
  return {
    focus: () => form.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
    reset: () => {
      form.reset();
      apply();
    },
    refresh: () => {
      ({ cards, texts, marks } = look());
      apply();
    },
  };
}

/** The cards, what they say (and what else is said of them), and the words each is about. */
function look() {
  const cards = all('.group [data-by-level]');
  const texts = cards.map((card) => `${card.textContent} ${card.dataset.words ?? ''}`.toLowerCase());
  const marks = new Map<string, HTMLElement[]>();
  for (const mark of all('[data-of]')) {
    const name = mark.dataset.of ?? '';
    const own = marks.get(name);
    if (own) own.push(mark);
    else marks.set(name, [mark]);
  }
  return { cards, texts, marks };
}
