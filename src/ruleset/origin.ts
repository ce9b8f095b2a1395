import type { RuleProblem } from './problem.js';

/** Keys and indices that lead from a rule or lexicon to a part of it. */
export type DataPath = readonly (string | number)[];

/** Makes a problem of a message about a part; `column` is an offset within a phrase, 'key' means the part's name. */
export type Locate = (at: DataPath, message: string, column?: number | 'key') => RuleProblem;

const origins = new WeakMap<object, Locate>();

/** Remembers which file a rule or lexicon was read from, for problems that show only when all are put together. */
export function rememberOrigin(data: object, locate: Locate): void {
  origins.set(data, locate);
}

/** Where a rule or lexicon came from; `name` stands in for the file when it was given as data. */
export function originOf(data: object, name: string): Locate {
  return (
    origins.get(data) ??
    ((at, message) => ({
      path: undefined,
      line: undefined,
      column: undefined,
      message: `${name}, ${showPath(at)}: ${message}`,
    }))
  );
}

/** `given[0].slots.data` */
export function showPath(at: DataPath): string {
  return at.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}
