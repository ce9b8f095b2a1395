import { diffWordsWithSpace } from 'diff';
import { h } from 'hastscript';
import type { Piece } from './nest.js';
import type { Drawn } from './policy.js';

/** Words of two texts that only one of them has, as pieces to draw in each. */
export interface WordDiff {
  readonly before: readonly Piece<Drawn>[];
  readonly after: readonly Piece<Drawn>[];
}

/** Past so many differences two texts are no rewording that anyone would follow word by word; finding them all takes the square. */
const MOST_EDITS = 600;

const gone: Drawn = { draw: (_, inside) => [h('del', [...inside])] };
const come: Drawn = { draw: (_, inside) => [h('ins', [...inside])] };

export function wordDiff(before: string, after: string): WordDiff {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const sides = { before: [] as Piece<Drawn>[], after: [] as Piece<Drawn>[] };
  let [i, j] = [0, 0];
  for (const { value, added, removed } of parts ?? []) {
    const { length } = value;
    const whole = { first: true, last: true };
    if (removed) sides.before.push({ start: i, end: i + length, mark: gone, ...whole });
    if (added) sides.after.push({ start: j, end: j + length, mark: come, ...whole });
    if (!added) i += length;
    if (!removed) j += length;
  }
  return sides;
}
