import { ACCEPTS, LEADS, OPENS, WAITS } from './automaton.js';
import type { CompiledPack } from './compile.js';
import { complete, type Found, newFound } from './found.js';
import { type Keys, noKeys } from './keys.js';
import { select } from './select.js';
import { beginsAny, symbolsOf, type WordSymbols } from './symbols.js';
import type { PatternToken } from './words.js';

/** A class found in a text; `start` and `end` (exclusive) are indices of tokens. */
export interface Match {
  readonly class: string;
  readonly classId: number;
  readonly specific: boolean;
  readonly start: number;
  readonly end: number;
  /** Index of the entry in the list given to `compileIndex`; the first one that fits. */
  readonly entry: number;
  /** Captures by name; one that took part with no token is missing. */
  readonly captures?: Readonly<Record<string, CaptureSpan>>;
}

export interface CaptureSpan {
  readonly start: number;
  readonly end: number;
}

/** Counts the work of a match: nodes and words looked at, classes passed on. */
export interface MatchStats {
  steps: number;
}

/** Nodes reached at one position; slots beyond `count` are left over from before. */
interface Items {
  count: number;
  readonly node: number[];
  readonly start: number[];
  /** Last position at which the item may still go on: greater than its own inside a gap. */
  readonly until: number[];
  /** Earlier item of the same node, or -1. */
  readonly twin: number[];
}

/** Nodes put down at a position, to be taken up there: linked lists in flat arrays. */
interface Lists {
  count: number;
  /** The last one of each position, or -1; each links to the one before it. */
  readonly head: number[];
  readonly link: number[];
  readonly node: number[];
  readonly start: number[];
}

/** What is under way. It is kept from text to text, since filling used arrays costs a third of growing new ones. */
export interface Run {
  readonly pack: CompiledPack;
  readonly found: Found;
  keys: Keys;
  /** What the pack knows of the words of the text. */
  readonly words: WordSymbols[];
  length: number;
  /** The last place of each symbol of a word; the place of the text's first word is `offset`, those of texts before are smaller. */
  readonly lastWord: Float64Array;
  /** The last place of a word of each key, as far as it has been asked for; `offset - 1` if there is none. */
  lastKey: Float64Array;
  offset: number;
  here: Items;
  next: Items;
  /** Items that wait for a class to be found at their position. */
  readonly waiting: Lists;
  /** Items inside a gap, at the next position where they can go on, and how far their gap reaches. */
  readonly ahead: Lists;
  readonly aheadUntil: number[];
  /** The last find that begins at a token, and for each find the one before it that begins there too. */
  readonly head: number[];
  readonly link: number[];
  /** The item that a node last got; it is of now if the item says so too. */
  readonly nodeItem: Int32Array;
  steps: number;
}

/** After a larger text than this the arrays are let go. */
const KEPT = 200_000;

/** From so many tokens on, of a few policies, keys save more time than they take to work out. */
const WORTH_KEYS = 20_000;

/**
 * A chart parser from the bottom up. Between two tokens stands a list of items; each token moves them on, and a class
 * that ends here moves on the items that waited for it where it began. Since a class is never empty, all of those
 * are already known. An item is only put where the next word lets it go on, so that phrases with frequent first words
 * and long gaps cost little where the rest of them is missing.
 */
export function createMatcher(
  pack: CompiledPack,
): (tokens: readonly PatternToken[], stats?: MatchStats, hidden?: Uint8Array) => Match[] {
  let run = newRun(pack);
  let seen = 0;
  return (tokens, stats, hidden) => {
    if (seen < WORTH_KEYS) {
      seen += tokens.length;
      if (seen >= WORTH_KEYS) useKeys(run, pack.findKeys());
    }
    begin(run, tokens);
    for (let at = 0; at < tokens.length; at++) advance(run, at);
    const matches = select(run, tokens, hidden);
    if (stats) stats.steps += run.steps;
    if (tokens.length + run.waiting.count + run.ahead.count + run.found.count > KEPT) {
      const { keys } = run;
      run = newRun(pack);
      useKeys(run, keys);
    }
    return matches;
  };
}

function useKeys(run: Run, keys: Keys): void {
  run.keys = keys;
  run.lastKey = new Float64Array(keys.wordStart.length);
}

function newRun(pack: CompiledPack): Run {
  const items = (): Items => ({ count: 0, node: [], start: [], until: [], twin: [] });
  const lists = (): Lists => ({ count: 0, head: [], link: [], node: [], start: [] });
  return {
    pack,
    found: newFound(pack.classSymbols.length),
    keys: noKeys(pack.automaton.size, pack.automaton.gapMax.length),
    words: [],
    length: 0,
    lastWord: new Float64Array(pack.rootNext.length),
    lastKey: new Float64Array(0),
    offset: 2,
    here: items(),
    next: items(),
    waiting: lists(),
    ahead: lists(),
    aheadUntil: [],
    head: [],
    link: [],
    nodeItem: new Int32Array(pack.automaton.size),
    steps: 0,
  };
}

function begin(run: Run, tokens: readonly PatternToken[]): void {
  const { waiting, ahead, words, lastWord, pack } = run;
  run.here.count = run.found.count = waiting.count = ahead.count = run.steps = 0;
  run.offset += run.length + 1;
  run.length = tokens.length;
  for (let at = 0; at < tokens.length; at++) {
    const word = symbolsOf(pack, (tokens[at] as PatternToken).word);
    words[at] = word;
    if (word.stem >= 0) lastWord[word.stem] = run.offset + at;
    if (word.exact >= 0) lastWord[word.exact] = run.offset + at;
    if (word.number >= 0) lastWord[word.number] = run.offset + at;
    waiting.head[at] = ahead.head[at] = -1;
  }
  waiting.head[tokens.length] = ahead.head[tokens.length] = -1;
}

/** Moves all items that stand before a token over it, begins what begins with it, and passes classes on. */
function advance(run: Run, at: number): void {
  const { pack, here, found, ahead } = run;
  const { rootNext } = pack;
  const end = at + 1;
  run.next.count = 0;
  found.clock++;
  const pending = found.count;
  const { stem, exact, number, bits, barrier } = run.words[at] as WordSymbols;
  if (stem >= 0) enter(run, rootNext[stem] as number, at, end);
  if (exact >= 0) enter(run, rootNext[exact] as number, at, end);
  if (number >= 0) enter(run, rootNext[number] as number, at, end);
  const { edgeBits } = pack.automaton;
  const { ofNode } = run.keys;
  for (let item = 0; item < here.count; item++) {
    run.steps++;
    const node = here.node[item] as number;
    const start = here.start[item] as number;
    if (((edgeBits[node] as number) & bits) !== 0) follow(run, node, start, end, stem, exact, number);
    const until = here.until[item] as number;
    if (until > at && !barrier && hasKey(run, ofNode[node] as number, end))
      hold(run, node, start, end, until);
  }
  for (let item = ahead.head[end] as number; item >= 0; item = ahead.link[item] as number)
    stand(run, ahead.node[item] as number, ahead.start[item] as number, end, run.aheadUntil[item] as number);
  for (let done = pending; done < found.count; done++) passOn(run, done, end);
  run.here = run.next;
  run.next = here;
}

/** A node with more edges than this is searched, one with fewer looked through. */
const FEW = 8;

/** Follows the edges of a node that fit any of three symbols (-1 fits none). */
function follow(run: Run, node: number, start: number, end: number, a: number, b: number, c: number): void {
  const { edgeStart, edgeSymbol, edgeTarget } = run.pack.automaton;
  const first = edgeStart[node] as number;
  const last = edgeStart[node + 1] as number;
  if (last - first > FEW) {
    if (a >= 0) enter(run, run.pack.step(node, a), start, end);
    if (b >= 0) enter(run, run.pack.step(node, b), start, end);
    if (c >= 0) enter(run, run.pack.step(node, c), start, end);
    return;
  }
  for (let edge = first; edge < last; edge++) {
    const symbol = edgeSymbol[edge] as number;
    if (symbol === a || symbol === b || symbol === c) enter(run, edgeTarget[edge] as number, start, end);
  }
}

/** A class has been found: moves on what waited for it at its start, and begins what begins with it. */
function passOn(run: Run, done: number, end: number): void {
  const { pack, found, waiting } = run;
  const start = found.start[done] as number;
  const symbols = pack.classSymbols[found.classId[done] as number] as readonly number[];
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i] as number;
    run.steps++;
    enter(run, pack.rootNext[symbol] as number, start, end);
    for (let wait = waiting.head[start] as number; wait >= 0; wait = waiting.link[wait] as number) {
      run.steps++;
      const target = pack.step(waiting.node[wait] as number, symbol);
      enter(run, target, waiting.start[wait] as number, end);
    }
  }
}

function enter(run: Run, node: number, start: number, end: number): void {
  if (node >= 0 && goesOn(run, node, end) && hasKey(run, run.keys.ofNode[node] as number, end))
    stand(run, node, start, end, end);
}

/** Whether one of the words of a node's key comes at a position or later. */
function hasKey(run: Run, key: number, at: number): boolean {
  if (key < 0) return true;
  const known = run.lastKey[key] as number;
  return (known >= run.offset - 1 ? known : findKey(run, key)) >= run.offset + at;
}

function findKey(run: Run, key: number): number {
  const { keys, lastWord, lastKey, offset } = run;
  const { wordStart, words } = keys;
  const start = wordStart[key] as number;
  const end = wordStart[key + 1] as number;
  run.steps += end - start;
  let last = offset - 1;
  for (let i = start; i < end; i++) last = Math.max(last, lastWord[words[i] as number] as number);
  lastKey[key] = last;
  return last;
}

/** Whether there is anything to do with a node at a position: to end there, to open a gap, or to take the next word. */
function goesOn({ pack, words, length }: Run, node: number, at: number): boolean {
  const { flags, edgeBits, waitSet } = pack.automaton;
  const flag = flags[node] as number;
  if ((flag & (ACCEPTS | OPENS)) !== 0) return true;
  if (at === length) return false;
  const word = words[at] as WordSymbols;
  return (
    ((edgeBits[node] as number) & word.bits) !== 0 ||
    ((flag & WAITS) !== 0 && beginsAny(word, waitSet[node] as number))
  );
}

/** Takes a node inside a gap to the next position where it can go on, if there is one. */
function hold(run: Run, node: number, start: number, from: number, until: number): void {
  const last = Math.min(until, run.length);
  for (let at = from; at <= last; at++) {
    run.steps++;
    if (goesOn(run, node, at)) {
      if (at === from) stand(run, node, start, at, until);
      else run.aheadUntil[put(run.ahead, node, start, at)] = until;
      return;
    }
    if (at < last && (run.words[at] as WordSymbols).barrier) return;
  }
}

/** Puts an item at the next position, once; ends the entries that end there and opens the gaps that begin there. */
function stand(run: Run, node: number, start: number, end: number, until: number): void {
  const { automaton } = run.pack;
  const flags = automaton.flags[node] as number;
  // What only ends here needs no item: an end is noted once whoever comes to it.
  if (((flags & LEADS) !== 0 || until > end) && !putItem(run, node, start, until)) return;
  if ((flags & WAITS) !== 0) put(run.waiting, node, start, end);
  if ((flags & ACCEPTS) !== 0) {
    const accepts = automaton.accepts[node] as readonly number[];
    for (let i = 0; i < accepts.length; i++) {
      const entry = accepts[i] as number;
      run.steps += complete(run.found, run.pack.entryClass[entry] as number, entry, start, end);
    }
  }
  if ((flags & OPENS) === 0) return;
  const { gapStart, gapMax, gapTarget } = automaton;
  const { ofGap } = run.keys;
  const last = gapStart[node + 1] as number;
  for (let gap = gapStart[node] as number; gap < last; gap++)
    if (hasKey(run, ofGap[gap] as number, end))
      hold(run, gapTarget[gap] as number, start, end, end + (gapMax[gap] as number));
}

/** Whether an item is new at the next position; if not, the one that is there reaches as far as either. */
function putItem(run: Run, node: number, start: number, until: number): boolean {
  const { next, nodeItem } = run;
  const known = nodeItem[node] as number;
  const last = known < next.count && next.node[known] === node ? known : -1;
  for (let item = last; item >= 0; item = next.twin[item] as number) {
    run.steps++;
    if (next.start[item] === start) {
      if ((next.until[item] as number) < until) next.until[item] = until;
      return false;
    }
  }
  const item = next.count++;
  next.node[item] = node;
  next.start[item] = start;
  next.until[item] = until;
  next.twin[item] = last;
  nodeItem[node] = item;
  return true;
}

/** Puts a node down at a position; returns its number in the lists. */
function put(lists: Lists, node: number, start: number, at: number): number {
  const item = lists.count++;
  lists.node[item] = node;
  lists.start[item] = start;
  lists.link[item] = lists.head[at] as number;
  lists.head[at] = item;
  return item;
}
