import { PatternError } from './error.js';
import type { Positions } from './positions.js';

/** A pack may have this many nodes; 4,000 phrases have some 15,000. */
const MAX_NODES = 250_000;

/**
 * The phrases of a pack as a trie over symbols (words, classes), equal remainders shared. Node 0 is the root. A node
 * stands for a set of positions that may come next; its edges are sorted by symbol.
 */
export interface Automaton {
  readonly size: number;
  /** Edges of node n: from `edgeStart[n]` to `edgeStart[n + 1]`. */
  readonly edgeStart: Int32Array;
  readonly edgeSymbol: Int32Array;
  readonly edgeTarget: Int32Array;
  /** For each node the bits (`bitOf`) of its edges' symbols: most words are seen to fit none without a search. */
  readonly edgeBits: Int32Array;
  /** For each node that waits for classes the number of their set in `waitSets`, -1 for all others. */
  readonly waitSet: Int32Array;
  /** Sets of class symbols. */
  readonly waitSets: readonly (readonly number[])[];
  /** What there is to do when a node is reached: any of WAITS, ACCEPTS, OPENS, LEADS. */
  readonly flags: Uint8Array;
  /** Entries that end at a node, in order. */
  readonly accepts: readonly (readonly number[] | undefined)[];
  /** Gaps that begin at node n: from `gapStart[n]` to `gapStart[n + 1]`; their greatest lengths, and what stands behind them. */
  readonly gapStart: Int32Array;
  readonly gapMax: Int32Array;
  readonly gapTarget: Int32Array;
}

/** Some edge of the node is a class: it waits for classes that begin where it stands. */
export const WAITS = 1;
export const ACCEPTS = 2;
/** A gap begins at the node. */
export const OPENS = 4;
/** The node has edges. */
export const LEADS = 8;

/** One of 32 bits for a symbol; none for -1, which is no symbol. */
export function bitOf(symbol: number): number {
  return symbol < 0 ? 0 : 1 << (symbol & 31);
}

type Lists = readonly (readonly number[])[];

/** Merges all phrases (a subset construction in which classes and gaps are letters like words); `members`: positions by node. */
export function buildAutomaton(
  positions: Positions,
  isClass: (symbol: number) => boolean,
): { readonly automaton: Automaton; readonly members: Lists } {
  const nodes = nodeTable();
  nodes.of([positions.first]);
  const edgeStart: number[] = [];
  const edgeSymbol: number[] = [];
  const edgeTarget: number[] = [];
  const edgeBits: number[] = [];
  const waitSet: number[] = [];
  const waitSets = setTable();
  const flags: number[] = [];
  const accepts: (number[] | undefined)[] = [];
  const gapStart: number[] = [];
  const gapMax: number[] = [];
  const gapTarget: number[] = [];
  for (let node = 0; node < nodes.sets.length; node++) {
    edgeStart.push(edgeSymbol.length);
    const { ends, steps, gapSteps } = group(positions, nodes.sets[node] as readonly number[]);
    let flag = ends.length > 0 ? ACCEPTS : 0;
    let bits = 0;
    const classes: number[] = [];
    for (const symbol of [...steps.keys()].sort((a, b) => a - b)) {
      edgeSymbol.push(symbol);
      edgeTarget.push(nodes.of(steps.get(symbol) as Lists));
      if (isClass(symbol)) classes.push(symbol);
      else bits |= bitOf(symbol);
    }
    if (classes.length > 0) flag |= WAITS;
    waitSet.push(classes.length > 0 ? waitSets.of(classes) : -1);
    if (steps.size > 0) flag |= LEADS;
    if (gapSteps.size > 0) flag |= OPENS;
    edgeBits.push(bits);
    flags.push(flag);
    accepts.push(ends.length > 0 ? ends : undefined);
    gapStart.push(gapMax.length);
    for (const [max, next] of gapSteps) {
      gapMax.push(max);
      gapTarget.push(nodes.of(next));
    }
  }
  edgeStart.push(edgeSymbol.length);
  gapStart.push(gapMax.length);
  const automaton: Automaton = {
    size: nodes.sets.length,
    edgeStart: Int32Array.from(edgeStart),
    edgeSymbol: Int32Array.from(edgeSymbol),
    edgeTarget: Int32Array.from(edgeTarget),
    edgeBits: Int32Array.from(edgeBits),
    waitSet: Int32Array.from(waitSet),
    waitSets: waitSets.sets,
    flags: Uint8Array.from(flags),
    accepts,
    gapStart: Int32Array.from(gapStart),
    gapMax: Int32Array.from(gapMax),
    gapTarget: Int32Array.from(gapTarget),
  };
  return { automaton, members: nodes.sets };
}

/** Numbers sets of symbols: a few hundred different ones stand at thousands of nodes. */
function setTable() {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const of = (set: readonly number[]): number => {
    const key = set.join();
    const number = known.get(key) ?? sets.push(set) - 1;
    known.set(key, number);
    return number;
  };
  return { sets, of };
}

/** Numbers sets of positions. A set comes as the lists that make it up; the same few lists come again and again. */
function nodeTable() {
  const sets: (readonly number[])[] = [];
  const listIds = new Map<readonly number[], number>();
  const byLists = new Map<number | string, number>();
  const byMembers = new Map<string, number>();
  const idOf = (list: readonly number[]): number => {
    const known = listIds.get(list);
    if (known !== undefined) return known;
    listIds.set(list, listIds.size);
    return listIds.size - 1;
  };
  const find = (set: readonly number[]): number => {
    const key = set.join();
    const known = byMembers.get(key);
    if (known !== undefined) return known;
    if (sets.length >= MAX_NODES) {
      throw new PatternError(
        'the phrases are too many or too entangled',
        'split the rules or drop options',
        0,
      );
    }
    byMembers.set(key, sets.length);
    return sets.push(set) - 1;
  };
  const of = (lists: Lists): number => {
    const different = lists.length === 1 ? lists : [...new Set(lists)];
    const key = different.length === 1 ? idOf(different[0] as readonly number[]) : different.map(idOf).join();
    const known = byLists.get(key);
    if (known !== undefined) return known;
    const node = find([...new Set(different.flat())].sort((a, b) => a - b));
    byLists.set(key, node);
    return node;
  };
  return { sets, of };
}

/** Sorts the positions of a node by what they are, and gathers what follows equal ones. */
function group(positions: Positions, set: readonly number[]) {
  const ends: number[] = [];
  const steps = new Map<number, (readonly number[])[]>();
  const gapSteps = new Map<number, (readonly number[])[]>();
  for (const position of set) {
    const symbol = positions.symbol[position] as number;
    if (symbol < 0) {
      ends.push(-1 - symbol);
      continue;
    }
    const max = positions.gap[position] as number;
    const into = max > 0 ? gapSteps : steps;
    const key = max > 0 ? max : symbol;
    const follow = positions.follow[position] as readonly number[];
    const lists = into.get(key);
    if (lists) lists.push(follow);
    else into.set(key, [follow]);
  }
  return { ends: ends.sort((a, b) => a - b), steps, gapSteps };
}

/** The node that an edge leads to, or -1. */
export function step(automaton: Automaton, node: number, symbol: number): number {
  const { edgeStart, edgeSymbol, edgeTarget } = automaton;
  let low = edgeStart[node] as number;
  let high = edgeStart[node + 1] as number;
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    if ((edgeSymbol[middle] as number) <= symbol) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (edgeSymbol[low] === symbol) return edgeTarget[low] as number;
  return -1;
}
