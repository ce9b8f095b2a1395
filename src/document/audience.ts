import type { Audience } from './model.js';

/** Whom a heading addresses, if it says so. */
export function audienceOf(_heading: string): Audience | undefined {
  return undefined;
}
