import { PatternError } from './error.js';
import type { Positions } from './positions.js';

/** A pack may have this many nodes; some 4,000 phrases have 15,000. */
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
  /** Whether any edge of a node is a class: such nodes wait for classes that begin where they stand. */
  readonly waits: Uint8Array;
  /** Entries that end at a node, in order. */
  readonly accepts: readonly (readonly number[] | undefined)[];
  /** What stands behind a gap that begins at a node. */
  readonly gaps: readonly (readonly GapEdge[] | undefined)[];
}

export interface GapEdge {
  readonly max: number;
  readonly target: number;
}

/** Merges all phrases (a subset construction in which classes and gaps are letters like words). */
export function buildAutomaton(positions: Positions, isClass: (symbol: number) => boolean): Automaton {
  const sets: number[][] = [];
  const single = new Map<number, number>();
  const known = new Map<string, number>();
  const nodeOf = (found: number[]): number => {
    const set = [...new Set(found)].sort((a, b) => a - b);
    const only = set.length === 1 ? set[0] : undefined;
    const key = only === undefined ? set.join() : '';
    const node = only === undefined ? known.get(key) : single.get(only);
    if (node !== undefined) return node;
    if (sets.length >= MAX_NODES) {
      throw new PatternError(
        'the phrases are too many or too entangled',
        'split the rules or simplify options',
        0,
      );
    }
    if (only === undefined) known.set(key, sets.length);
    else single.set(only, sets.length);
    return sets.push(set) - 1;
  };
  nodeOf(positions.first);
  const edgeStart: number[] = [];
  const edgeSymbol: number[] = [];
  const edgeTarget: number[] = [];
  const waits: number[] = [];
  const accepts: (number[] | undefined)[] = [];
  const gaps: (GapEdge[] | undefined)[] = [];
  for (let node = 0; node < sets.length; node++) {
    edgeStart.push(edgeSymbol.length);
    const { ends, steps, gapSteps } = group(positions, sets[node] as number[]);
    for (const symbol of [...steps.keys()].sort((a, b) => a - b)) {
      edgeSymbol.push(symbol);
      edgeTarget.push(nodeOf(steps.get(symbol) as number[]));
    }
    waits.push([...steps.keys()].some(isClass) ? 1 : 0);
    accepts.push(ends.length > 0 ? ends : undefined);
    gaps.push(
      gapSteps.size > 0 ? Array.from(gapSteps, ([max, next]) => ({ max, target: nodeOf(next) })) : undefined,
    );
  }
  edgeStart.push(edgeSymbol.length);
  return {
    size: sets.length,
    edgeStart: Int32Array.from(edgeStart),
    edgeSymbol: Int32Array.from(edgeSymbol),
    edgeTarget: Int32Array.from(edgeTarget),
    waits: Uint8Array.from(waits),
    accepts,
    gaps,
  };
}

/** Sorts the positions of a node by what they are, and joins what follows equal ones. */
function group(positions: Positions, set: readonly number[]) {
  const ends: number[] = [];
  const steps = new Map<number, number[]>();
  const gapSteps = new Map<number, number[]>();
  for (const position of set) {
    const symbol = positions.symbol[position] as number;
    if (symbol < 0) {
      ends.push(-1 - symbol);
      continue;
    }
    const max = positions.gap[position] as number;
    const [into, key] = max > 0 ? [gapSteps, max] : [steps, symbol];
    const next = into.get(key);
    const follow = positions.follow[position] as number[];
    if (next) next.push(...follow);
    else into.set(key, [...follow]);
  }
  return { ends: ends.sort((a, b) => a - b), steps, gapSteps };
}

/** The node that an edge leads to, or -1. */
export function step(automaton: Automaton, node: number, symbol: number): number {
  const { edgeStart, edgeSymbol, edgeTarget } = automaton;
  let low = edgeStart[node] as number;
  const end = edgeStart[node + 1] as number;
  let high = end;
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    if ((edgeSymbol[middle] as number) <= symbol) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (edgeSymbol[low] === symbol) return edgeTarget[low] as number;
  return -1;
}
