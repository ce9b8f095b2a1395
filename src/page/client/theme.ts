import { onDo } from './elements.js';

/** Turns light into dark and back. Not kept: a file opened from a disk has no storage of its own. */
export function listenToTheme(): void {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  onDo('theme', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
}
