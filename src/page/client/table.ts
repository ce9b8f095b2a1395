import { all, counted } from './elements.js';

/** Sorts and filters the table of an overview. Returns what puts the cursor into its search. */
export function sortAndFilter(): (() => void) | undefined {
  const form = document.querySelector<HTMLFormElement>('.table-filters');
  const body = document.querySelector<HTMLTableSectionElement>('.sortable tbody');
  if (!form || !body) return undefined;
  const rows = Array.from(body.rows, (row) => ({
    row,
    cells: Array.from(row.cells, ({ textContent }) => textContent ?? ''),
  }));
  const apply = (): void => {
    const data = new FormData(form);
    const words = String(data.get('words') ?? '')
      .trim()
      .toLowerCase();
    const grades = [...data.getAll('grade'), ''];
    let count = 0;
    for (const { row, cells } of rows) {
      const wanted =
        grades.includes(row.dataset.grade ?? '') && (cells[0] ?? '').toLowerCase().includes(words);
      row.hidden = !wanted;
      if (wanted) count++;
    }
    const told = form.querySelector<HTMLElement>('.shown');
    if (told) told.textContent = count === rows.length ? '' : counted(told, count, rows.length);
  };
  const heads = all<HTMLTableCellElement>('.sortable [data-sort]');
  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const sign = down ? -1 : 1;
      rows.sort((a, b) => sign * compareCells(a.cells[column] ?? '', b.cells[column] ?? ''));
      body.append(...rows.map(({ row }) => row));
    });
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
  return () => form.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
}

/** Numbers by size, other texts by their letters; what has no number comes first. */
function compareCells(a: string, b: string): number {
  const [x, y] = [Number.parseFloat(a), Number.parseFloat(b)];
  if (Number.isNaN(x) && Number.isNaN(y)) return a < b ? -1 : a > b ? 1 : 0;
  return (Number.isNaN(x) ? -1 : x) - (Number.isNaN(y) ? -1 : y);
}
