import { PatternError } from './error.js';
import type { Phrase, PhraseNode } from './parse.js';

/** A phrase may hold this many words, classes and gaps. */
export const MAX_POSITIONS = 400;

/**
 * All phrases of a pack as one graph of positions (Glushkov's construction). A position is a word, a class, a gap or
 * the end of an entry that is to come next; `follow` says what may come after it, in the order of preference.
 */
export interface Positions {
  /** Symbol of each position; ends have `-1 - entry`. */
  readonly symbol: number[];
  readonly follow: number[][];
  /** Where an entry can begin. */
  readonly first: number[];
  /** Greatest length of a gap, 0 for all other positions. */
  readonly gap: number[];
  /** Names of the captures around a position; missing where there are none. */
  readonly captures: Map<number, readonly string[]>;
}

interface Fragment {
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Can match no token at all. */
  readonly empty: boolean;
}

export function newPositions(): Positions {
  return { symbol: [], follow: [], first: [], gap: [], captures: new Map() };
}

/** Adds one phrase; `symbolOf` numbers words, classes and gaps. Returns the positions at which it begins. */
export function addPhrase(
  all: Positions,
  { root }: Phrase,
  entry: number,
  symbolOf: (leaf: PhraseNode) => number,
): readonly number[] {
  const before = all.symbol.length;
  const whole = place(all, root, [], { symbolOf, before });
  if (whole.empty) {
    throw new PatternError('the phrase can match no word at all', 'make at least one part of it required', 0);
  }
  const end = leaf(all, -1 - entry, 0, []);
  join(all, whole.last, end.first);
  checkGaps(all, whole.first, root);
  all.first.push(...whole.first);
  return whole.first;
}

interface Context {
  readonly symbolOf: (leaf: PhraseNode) => number;
  readonly before: number;
}

function place(all: Positions, node: PhraseNode, captures: readonly string[], context: Context): Fragment {
  switch (node.type) {
    case 'sequence':
      return node.parts.reduce<Fragment>(
        (left, part) => chain(all, left, place(all, part, captures, context)),
        { first: [], last: [], empty: true },
      );
    case 'choice': {
      const options = node.options.map((option) => place(all, option, captures, context));
      return {
        first: options.flatMap(({ first }) => first),
        last: options.flatMap(({ last }) => last),
        empty: options.some(({ empty }) => empty),
      };
    }
    case 'capture':
      return place(all, node.body, [...captures, node.name], context);
    default: {
      if (all.symbol.length - context.before >= MAX_POSITIONS) {
        throw new PatternError(
          `the phrase has more than ${MAX_POSITIONS} parts`,
          'split it into several phrases or a lexicon class',
          0,
        );
      }
      return leaf(all, context.symbolOf(node), node.type === 'gap' ? node.max : 0, captures);
    }
  }
}

function leaf(all: Positions, symbol: number, gap: number, captures: readonly string[]): Fragment {
  const position = all.symbol.length;
  all.symbol.push(symbol);
  all.gap.push(gap);
  all.follow.push([]);
  if (captures.length > 0) all.captures.set(position, captures);
  return { first: [position], last: [position], empty: gap > 0 };
}

function chain(all: Positions, left: Fragment, right: Fragment): Fragment {
  join(all, left.last, right.first);
  return {
    first: left.empty ? [...left.first, ...right.first] : left.first,
    last: right.empty ? [...left.last, ...right.last] : right.last,
    empty: left.empty && right.empty,
  };
}

function join(all: Positions, from: readonly number[], to: readonly number[]): void {
  for (const position of from) all.follow[position]?.push(...to);
}

/** A gap at the beginning would let a match begin anywhere. At the end one is fine: it takes what stands there. */
function checkGaps(all: Positions, first: readonly number[], root: PhraseNode): void {
  if (!first.some((position) => (all.gap[position] as number) > 0)) return;
  const remedy = 'put a word, a class or "#" before it that is always there';
  throw new PatternError('the phrase can begin with a gap', remedy, firstGap(root) ?? 0);
}

/** Column of the first gap of a phrase. */
function firstGap(node: PhraseNode): number | undefined {
  switch (node.type) {
    case 'gap':
      return node.column;
    case 'sequence':
      return firstOf(node.parts);
    case 'choice':
      return firstOf(node.options);
    case 'capture':
      return firstGap(node.body);
    default:
      return undefined;
  }
}

function firstOf(nodes: readonly PhraseNode[]): number | undefined {
  for (const node of nodes) {
    const column = firstGap(node);
    if (column !== undefined) return column;
  }
  return undefined;
}
