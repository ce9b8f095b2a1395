import { type Automaton, step } from './automaton.js';
import { findCaptures } from './captures.js';
import type { CompiledPack } from './compile.js';
import { GAP_BARRIERS, type PatternToken } from './words.js';

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

/** Counts the work of a match: nodes tried, classes passed on. */
export interface MatchStats {
  steps: number;
}

/** Classes found so far, ends ascending; `before` links those of one class that end at one place. */
export interface Found {
  readonly classId: number[];
  readonly start: number[];
  readonly end: number[];
  readonly entry: number[];
  readonly before: number[];
}

/** What is under way in one pass. Items are nodes reached with a start; those of one position stand together. */
interface Run {
  readonly pack: CompiledPack;
  readonly found: Found;
  readonly node: number[];
  readonly start: number[];
  /** Last position at which the item still stands (greater than its own inside a gap). */
  readonly until: number[];
  /** Earlier item of the same node and position, or -1. */
  readonly twin: number[];
  /** Items that wait for a class, linked by position. */
  readonly waitHead: number[];
  readonly waitItem: number[];
  readonly waitNext: number[];
  steps: number;
}

/** Marks by which a pass knows what it has already met at a position; never reset, since the clock only grows. */
interface Marks {
  readonly nodeSeen: Float64Array;
  readonly nodeItem: Int32Array;
  readonly classSeen: Float64Array;
  readonly classFound: Int32Array;
  clock: number;
}

type Matcher = (tokens: readonly PatternToken[], stats?: MatchStats) => Match[];

/**
 * A chart parser from the bottom up. Between two tokens stands a list of items; each token moves them on, and a class
 * that ends here moves on the items that waited for it where it began. Since a class is never empty, all of those
 * are already known.
 */
export function createMatcher(pack: CompiledPack): Matcher {
  const classes = pack.classSymbols.length;
  const marks: Marks = {
    nodeSeen: new Float64Array(pack.automaton.size),
    nodeItem: new Int32Array(pack.automaton.size),
    classSeen: new Float64Array(classes),
    classFound: new Int32Array(classes),
    clock: 0,
  };
  return (tokens, stats) => {
    const run = newRun(pack);
    let from = 0;
    for (let at = 0; at < tokens.length; at++) {
      marks.clock++;
      const to = run.node.length;
      advance(run, marks, (tokens[at] as PatternToken).word, at, from, to);
      from = to;
    }
    if (stats) stats.steps += run.steps;
    return select(run, tokens);
  };
}

function newRun(pack: CompiledPack): Run {
  const found: Found = { classId: [], start: [], end: [], entry: [], before: [] };
  const lists = { node: [], start: [], until: [], twin: [], waitHead: [-1], waitItem: [], waitNext: [] };
  return { pack, found, ...lists, steps: 0 };
}

/** Moves from position `at` over its token to the next one; items `from` to `to` stand at `at`. */
function advance(
  run: Run,
  marks: Marks,
  word: PatternToken['word'],
  at: number,
  from: number,
  to: number,
): void {
  const { pack } = run;
  const next = at + 1;
  const pending = run.found.classId.length;
  run.waitHead.push(-1);
  const stem = pack.stems.get(word.stem) ?? -1;
  const exact = pack.exacts.get(word.lower) ?? -1;
  const number = word.kind === 'number' ? pack.number : -1;
  const barrier = word.kind === 'mark' && GAP_BARRIERS.has(word.lower);
  if (stem >= 0) enter(run, marks, pack.rootNext[stem] as number, at, next);
  if (exact >= 0) enter(run, marks, pack.rootNext[exact] as number, at, next);
  if (number >= 0) enter(run, marks, pack.rootNext[number] as number, at, next);
  for (let item = from; item < to; item++) {
    const node = run.node[item] as number;
    const start = run.start[item] as number;
    run.steps++;
    if (stem >= 0) enter(run, marks, step(pack.automaton, node, stem), start, next);
    if (exact >= 0) enter(run, marks, step(pack.automaton, node, exact), start, next);
    if (number >= 0) enter(run, marks, step(pack.automaton, node, number), start, next);
    const until = run.until[item] as number;
    if (until > at && !barrier) stand(run, marks, node, start, next, until);
  }
  for (let done = pending; done < run.found.classId.length; done++) passOn(run, marks, done, next);
}

/** A class has been found: moves on what waited for it at its start, and begins what begins with it. */
function passOn(run: Run, marks: Marks, done: number, next: number): void {
  const { pack, found } = run;
  const start = found.start[done] as number;
  for (const symbol of pack.classSymbols[found.classId[done] as number] as readonly number[]) {
    run.steps++;
    enter(run, marks, pack.rootNext[symbol] as number, start, next);
    for (let wait = run.waitHead[start] as number; wait >= 0; wait = run.waitNext[wait] as number) {
      run.steps++;
      const item = run.waitItem[wait] as number;
      const target = step(pack.automaton, run.node[item] as number, symbol);
      enter(run, marks, target, run.start[item] as number, next);
    }
  }
}

function enter(run: Run, marks: Marks, node: number, start: number, at: number): void {
  if (node >= 0) stand(run, marks, node, start, at, at);
}

/** Puts an item at a position, once; ends the entries that end there and opens the gaps that begin there. */
function stand(run: Run, marks: Marks, node: number, start: number, at: number, until: number): void {
  const seen = marks.nodeSeen[node] === marks.clock;
  const last = seen ? (marks.nodeItem[node] as number) : -1;
  for (let item = last; item >= 0; item = run.twin[item] as number) {
    run.steps++;
    if (run.start[item] === start) {
      if ((run.until[item] as number) < until) run.until[item] = until;
      return;
    }
  }
  const item = run.node.length;
  run.node.push(node);
  run.start.push(start);
  run.until.push(until);
  run.twin.push(last);
  marks.nodeSeen[node] = marks.clock;
  marks.nodeItem[node] = item;
  const automaton: Automaton = run.pack.automaton;
  if (automaton.waits[node] === 1) {
    run.waitNext.push(run.waitHead[at] as number);
    run.waitHead[at] = run.waitItem.push(item) - 1;
  }
  const accepts = automaton.accepts[node];
  if (accepts) for (const entry of accepts) complete(run, marks, entry, start, at);
  const gaps = automaton.gaps[node];
  if (gaps) for (const gap of gaps) stand(run, marks, gap.target, start, at, at + gap.max);
}

/** Notes that an entry's class stands from `start` to `end`, once a class, with the first entry that says so. */
function complete(run: Run, marks: Marks, entry: number, start: number, end: number): void {
  const { found } = run;
  const classId = run.pack.entryClass[entry] as number;
  const seen = marks.classSeen[classId] === marks.clock;
  const last = seen ? (marks.classFound[classId] as number) : -1;
  for (let done = last; done >= 0; done = found.before[done] as number) {
    run.steps++;
    if (found.start[done] === start) {
      if ((found.entry[done] as number) > entry) found.entry[done] = entry;
      return;
    }
  }
  marks.classSeen[classId] = marks.clock;
  marks.classFound[classId] = found.classId.length;
  found.classId.push(classId);
  found.start.push(start);
  found.end.push(end);
  found.entry.push(entry);
  found.before.push(last);
}

/** Keeps the longest match for each class and start, and sorts. */
function select(run: Run, tokens: readonly PatternToken[]): Match[] {
  const { pack, found } = run;
  const classes = pack.classSymbols.length;
  const longest = new Map<number, number>();
  for (let done = 0; done < found.classId.length; done++) {
    longest.set((found.start[done] as number) * classes + (found.classId[done] as number), done);
  }
  const matches: Match[] = [];
  for (const done of longest.values()) {
    const entry = found.entry[done] as number;
    const source = pack.entries[entry] as CompiledPack['entries'][number];
    const match: Match = {
      class: source.class,
      classId: found.classId[done] as number,
      specific: source.specific,
      start: found.start[done] as number,
      end: found.end[done] as number,
      entry,
    };
    const captures = pack.captureStarts.has(entry) ? findCaptures(pack, found, tokens, match) : undefined;
    matches.push(captures ? { ...match, captures } : match);
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end || a.classId - b.classId);
}
