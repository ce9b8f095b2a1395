import type { Edit } from '../edits.js';

/** Makes edits below an element. What they do not name is left alone, with its focus, folds and scrolling. */
export function makeEdits(root: Element, edits: readonly Edit[]): void {
  for (const edit of edits) makeEdit(root, edit);
}

function makeEdit(root: Element, { path, gone, html }: Edit): void {
  const parent = path.slice(0, -1).reduce((element, i) => element.children[i] as Element, root);
  let old = parent.children[path.at(-1) as number];
  // Parsed where it stands, as rows and shapes mean nothing elsewhere. The worker built it of a few known elements and escaped all
  // text, as for a page that is saved.
  if (old === undefined) parent.insertAdjacentHTML('beforeend', html);
  else old.insertAdjacentHTML('beforebegin', html);
  if (old instanceof HTMLOptionElement) keepChoice(old);
  for (let count = gone; count > 0 && old; count--) {
    const next = old.nextElementSibling ?? undefined;
    old.remove();
    old = next;
  }
}

/** A choice stays when only the count behind its name changes. */
function keepChoice(old: HTMLOptionElement): void {
  const fresh = old.previousElementSibling;
  if (old.selected && fresh instanceof HTMLOptionElement && fresh.value === old.value) fresh.selected = true;
}
