import { script, scriptHash, style, styleHash } from './assets.generated.js';

/** Style and script of the pages, with their hashes for a security policy. */
export const pageLook = { style, styleHash, script, scriptHash } as const;
