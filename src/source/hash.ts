import { unitAt } from './unit-at.js';

/**
 * Names a text by 16 hexadecimal digits. Two runs of FNV-1a that mix each other in: not for secrets, but the same in
 * Node and browsers, and synchronous.
 */
export function hash64(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0, { length } = text; i < length; i++) {
    low = Math.imul(low ^ unitAt(text, i), 0x01000193);
    high = Math.imul(high ^ low, 0x85ebca6b) ^ (high >>> 13);
  }
  return [high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
