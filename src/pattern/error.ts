/** A phrase that cannot be used, and why. The message is `problem; remedy`, a lower-case fragment. */
export class PatternError extends Error {
  override readonly name = 'PatternError';

  constructor(
    readonly problem: string,
    readonly remedy: string,
    /** Where in the phrase, 0-based, in UTF-16 units. */
    readonly column: number,
    /** Index of the entry in the list given to `compileIndex`, if the phrase came from one. */
    readonly entry?: number,
  ) {
    super(`${problem}; ${remedy}`);
  }
}
