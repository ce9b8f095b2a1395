/** All elements that a selector names, of the page or of a part of it. */
export function all<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return Array.from(root.querySelectorAll<E>(selector));
}

/** Calls back when an element with this `data-do` is pressed, also one that comes later. */
export function onDo(name: string, act: () => void): void {
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest(`[data-do="${name}"]`)) act();
  });
}

/** How many of all are shown, in the words that the page brings along for it. */
export function counted({ dataset }: HTMLElement, count: number, all: number): string {
  return (dataset.told ?? '').replace('{count}', String(count)).replace('{all}', String(all));
}
