/** All elements that a selector names, of the page or of a part of it. */
export function all<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return Array.from(root.querySelectorAll<E>(selector));
}

/** Calls back when an element with this `data-do` is pressed. */
export function onDo(name: string, act: () => void): void {
  for (const button of all(`[data-do="${name}"]`)) button.addEventListener('click', act);
}
