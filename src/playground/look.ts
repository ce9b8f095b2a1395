/** Style and script of a page that is saved, with their hashes. */
export interface Look {
  readonly style: string;
  readonly styleHash: string;
  readonly script: string;
  readonly scriptHash: string;
}

// In the worker these stand for those of `page/assets.generated.ts`, which only a saved page needs.
export let style = '';
export let styleHash = '';
export let script = '';
export let scriptHash = '';

/** Gives the pages that are made from now on their look. */
export function wear(look: Look): void {
  ({ style, styleHash, script, scriptHash } = look);
}
