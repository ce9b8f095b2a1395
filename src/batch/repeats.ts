import { keyOf, keyTable } from './keys.js';
import { bandKeys, type Sketch } from './sketch.js';

/** That a policy says what an earlier one said. */
interface Repeat {
  readonly gate: 'duplicate' | 'near-duplicate';
  /** Place of the earlier one in the input, from 1. */
  readonly of: number;
}

/** Tells repeats among policies that are shown to it in input order, whatever order they were judged in. */
export interface Repeats {
  see(sketch: Sketch, place: number): Repeat | undefined;
}

export function repeats(): Repeats {
  const texts = keyTable();
  const bands = keyTable();
  return {
    see(sketch, place) {
      if (sketch.words === '') return undefined;
      const same = texts.claim(keyOf(sketch.words), place);
      // Every band is claimed, so that what comes later is told from the first of its kind.
      const near = bandKeys(sketch).flatMap((key) => bands.claim(key, place) ?? []);
      if (same !== undefined) return { gate: 'duplicate', of: same };
      return near.length > 0 ? { gate: 'near-duplicate', of: Math.min(...near) } : undefined;
    },
  };
}
