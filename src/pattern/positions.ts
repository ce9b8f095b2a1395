import { PatternError } from './error.js';
import type { Phrase, PhraseNode } from './parse.js';

/** A phrase may hold this many words, classes and gaps. */
const MAX_POSITIONS = 400;

/**
 * All phrases of a pack as one graph of positions. A position is a word, a class, a gap or the end of an entry that is
 * to come next; `follow` says what may come after it, in the order of preference. Positions with the same future share
 * one list.
 */
export interface Positions {
  /** Symbol of each position; ends have `-1 - entry`. */
  readonly symbol: number[];
  readonly follow: (readonly number[])[];
  /** Where an entry can begin. */
  readonly first: number[];
  /** Greatest length of a gap, 0 for all other positions. */
  readonly gap: number[];
  /** Names of the captures around a position; missing where there are none. */
  readonly captures: Map<number, readonly string[]>;
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
  const limit = all.symbol.length + MAX_POSITIONS;
  const end = add(all, -1 - entry, 0, [], []);
  const first = place(all, root, [], [end], { symbolOf, limit });
  if (first.includes(end)) {
    throw new PatternError('the phrase can match no word at all', 'make at least one part of it required', 0);
  }
  checkGaps(all, first, root);
  for (const position of first) all.first.push(position);
  return first;
}

interface Context {
  readonly symbolOf: (leaf: PhraseNode) => number;
  readonly limit: number;
}

/** Places a part in front of what follows it, from right to left; returns where the two together can begin. */
function place(
  all: Positions,
  node: PhraseNode,
  captures: readonly string[],
  next: readonly number[],
  context: Context,
): readonly number[] {
  switch (node.type) {
    case 'sequence':
      return node.parts.reduceRight((after, part) => place(all, part, captures, after, context), next);
    case 'choice':
      return [...new Set(node.options.flatMap((option) => place(all, option, captures, next, context)))];
    case 'capture':
      return place(all, node.body, [...captures, node.name], next, context);
    default: {
      if (all.symbol.length > context.limit) {
        throw new PatternError(
          `the phrase has more than ${MAX_POSITIONS} parts`,
          'split it into several phrases or a lexicon class',
          0,
        );
      }
      const gap = node.type === 'gap' ? node.max : 0;
      const position = add(all, context.symbolOf(node), gap, captures, next);
      return gap > 0 ? [position, ...next] : [position];
    }
  }
}

function add(
  all: Positions,
  symbol: number,
  gap: number,
  captures: readonly string[],
  next: readonly number[],
): number {
  const position = all.symbol.push(symbol) - 1;
  all.gap.push(gap);
  all.follow.push(next);
  if (captures.length > 0) all.captures.set(position, captures);
  return position;
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
