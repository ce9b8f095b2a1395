// The script of the pages: it adds to what reads without it. It loads, stores and sends nothing.
import { all, onDo } from './elements.js';
import { filterFindings } from './filters.js';
import { listenToKeys } from './keys.js';
import { createSelection } from './selection.js';
import { followView } from './strip.js';
import { sortAndFilter } from './table.js';
import { listenToTheme } from './theme.js';

document.documentElement.classList.add('script');
const selection = createSelection();
const filters = filterFindings(() => selection.refresh());
const searchTable = sortAndFilter();
listenToKeys({
  next: () => follow('next') || selection.step(1),
  previous: () => follow('prev') || selection.step(-1),
  search: () => (filters?.focus ?? searchTable)?.(),
  leave: () => {
    if (!selection.clear()) filters?.reset();
  },
});
listenToTheme();
followView();
onDo('inline', () => document.querySelector('.sides')?.classList.toggle('inline'));
onDo('unfold', () => {
  const folds = all<HTMLDetailsElement>('.fold');
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = open;
});

/** Goes to the page that a link names as the next or the one before; false if there is none. */
function follow(rel: 'next' | 'prev'): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`);
  link?.click();
  return link !== null;
}
