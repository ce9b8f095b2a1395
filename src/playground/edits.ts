import { diffArrays } from 'diff';
import { htmlOf, type Piece, same, sizeOf } from './pieces.js';

/** One change of what is shown. Edits are made in order: a path counts the elements that are there by then. */
export interface Edit {
  /** From what shows all down to an element: its number among its siblings, at each level. */
  readonly path: readonly number[];
  /** So many elements go, from that one on. */
  readonly gone: number;
  /** What comes in their place, before that which stood behind them. */
  readonly html: string;
}

/** Characters of HTML that a page takes in at once; a browser makes so many elements of it in a few milliseconds. */
export const MOST_AT_ONCE = 16_000;

/** Siblings that differ in more places than this are paired by their number alone. */
const MOST_DIFFERENCES = 200;

/** What makes a page that shows one list of pieces show another: as little as can be, and no edit larger than a page takes in at once. */
export function editsOf(before: readonly Piece[], after: readonly Piece[]): Edit[] {
  return [...changes([], before, after)];
}

/** Edits in groups that a page takes in at once. */
export function inGroups(edits: readonly Edit[]): Edit[][] {
  const groups: Edit[][] = [];
  let room = 0;
  for (const edit of edits) {
    const cost = edit.html.length + COST;
    if (room < cost) {
      groups.push([]);
      room = MOST_AT_ONCE;
    }
    room -= cost;
    groups.at(-1)?.push(edit);
  }
  return groups;
}

/** What an edit costs beside its HTML, in characters. */
const COST = 100;

function* changes(
  path: readonly number[],
  before: readonly Piece[],
  after: readonly Piece[],
): Generator<Edit> {
  let at = 0;
  for (const { gone, come, kept } of runsOf(before, after)) {
    const paired = Math.min(gone.length, come.length);
    for (let i = 0; i < paired; i++, at++) yield* change([...path, at], gone[i] as Piece, come[i] as Piece);
    if (gone.length > paired) yield { path: [...path, at], gone: gone.length - paired, html: '' };
    yield* arrivals(path, at, come.slice(paired));
    at += come.length - paired + kept;
  }
}

interface Run {
  readonly gone: readonly Piece[];
  readonly come: readonly Piece[];
  /** How many stay behind these. */
  readonly kept: number;
}

/** Where two lists differ, and how many pieces stay between. */
function runsOf(before: readonly Piece[], after: readonly Piece[]): Run[] {
  const parts = diffArrays<Piece>([...before], [...after], {
    comparator: same,
    maxEditLength: MOST_DIFFERENCES,
  });
  if (parts === undefined) return [{ gone: before, come: after, kept: 0 }];
  const runs: Run[] = [];
  let [gone, come]: [Piece[], Piece[]] = [[], []];
  for (const { added, removed, value } of parts) {
    if (removed) gone = [...gone, ...value];
    else if (added) come = [...come, ...value];
    else {
      runs.push({ gone, come, kept: value.length });
      [gone, come] = [[], []];
    }
  }
  return [...runs, { gone, come, kept: 0 }];
}

function* change(path: readonly number[], before: Piece, after: Piece): Generator<Edit> {
  if (typeof before === 'object' && typeof after === 'object' && before.open === after.open)
    yield* changes(path, before.inside, after.inside);
  else yield* arrivals(path.slice(0, -1), path.at(-1) as number, [after], 1);
}

/** Puts pieces in, `gone` elements giving way to the first. What is too large at once comes empty and is filled. */
function* arrivals(
  path: readonly number[],
  from: number,
  pieces: readonly Piece[],
  gone = 0,
): Generator<Edit> {
  let html = '';
  let at = from;
  for (const [i, piece] of pieces.entries()) {
    const size = sizeOf(piece);
    if (html !== '' && html.length + size > MOST_AT_ONCE) {
      yield { path: [...path, at], gone, html };
      at = from + i;
      gone = 0;
      html = '';
    }
    if (typeof piece === 'object' && size > MOST_AT_ONCE) {
      yield { path: [...path, at], gone, html: piece.open + piece.close };
      gone = 0;
      yield* arrivals([...path, at], 0, piece.inside);
      at++;
    } else html += htmlOf(piece);
  }
  if (html !== '') yield { path: [...path, at], gone, html };
}
