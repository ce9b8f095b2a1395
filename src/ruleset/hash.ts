import { hash64 } from '../source/index.js';

/** A short name for the content of data, the same for equal content whatever the order of its fields. */
export function contentHash(data: unknown): string {
  return hash64(canonical(data));
}

function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join()}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const fields = Object.entries(data).filter(([, value]) => value !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join()}}`;
}
