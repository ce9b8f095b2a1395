import type { CompiledPack } from './compile.js';
import type { Found } from './found.js';
import type { CaptureSpan, Match, MatchStats } from './match.js';
import { GAP_BARRIERS, type PatternToken } from './words.js';

interface Step {
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

interface Search {
  readonly pack: CompiledPack;
  readonly found: Found;
  readonly tokens: readonly PatternToken[];
  readonly match: Match;
  /** Positions and places from which the end cannot be reached. */
  readonly dead: Set<number>;
  readonly path: Step[];
  readonly stats: MatchStats;
}

/**
 * Where the captures of a found match stand: the entry is read once more between the match's ends, in the order of
 * preference of the phrase (options as written, gaps as short as can be). Dead ends are remembered, so that the work is
 * bounded by positions times tokens.
 */
export function findCaptures(
  pack: CompiledPack,
  found: Found,
  tokens: readonly PatternToken[],
  match: Match,
  stats: MatchStats,
): Record<string, CaptureSpan> | undefined {
  const search: Search = { pack, found, tokens, match, dead: new Set(), path: [], stats };
  if (!reach(search, pack.captureStarts.get(match.entry) ?? [], match.start)) return undefined;
  const captures: Record<string, { start: number; end: number }> = {};
  for (const { position, from, to } of search.path) {
    for (const name of pack.positions.captures.get(position) ?? []) {
      const known = captures[name];
      if (known) known.end = to;
      else captures[name] = { start: from, end: to };
    }
  }
  return captures;
}

function reach(search: Search, positions: readonly number[], at: number): boolean {
  const { symbol, gap } = search.pack.positions;
  const gaps = positions.filter((position) => (gap[position] as number) > 0);
  for (const position of [...positions.filter((one) => gap[one] === 0), ...gaps]) {
    if ((symbol[position] as number) < 0) {
      if (at === search.match.end) return true;
      continue;
    }
    const key = position * (search.match.end + 1) + at;
    if (search.dead.has(key)) continue;
    for (const to of endsOf(search, position, at)) {
      search.path.push({ position, from: at, to });
      if (reach(search, search.pack.positions.follow[position] as readonly number[], to)) return true;
      search.path.pop();
    }
    search.dead.add(key);
  }
  return false;
}

/** Where a position can end that begins at a token; longer classes and shorter gaps first. */
function endsOf(search: Search, position: number, at: number): number[] {
  const { pack, tokens, match } = search;
  search.stats.steps++;
  const word = tokens[at]?.word;
  if (at >= match.end || word === undefined) return [];
  const max = pack.positions.gap[position] as number;
  if (max > 0) return gapEnds(search, at, max);
  const symbol = pack.positions.symbol[position] as number;
  const fits =
    pack.stems.get(word.stem) === symbol ||
    pack.exacts.get(word.lower) === symbol ||
    (word.kind === 'number' && pack.number === symbol);
  return fits ? [at + 1] : classEnds(search, symbol, at);
}

function gapEnds({ tokens, match }: Search, at: number, max: number): number[] {
  const ends: number[] = [];
  for (let to = at + 1; to <= Math.min(at + max, match.end); to++) {
    const { word } = tokens[to - 1] as PatternToken;
    if (word.kind === 'mark' && GAP_BARRIERS.has(word.lower)) break;
    ends.push(to);
  }
  return ends;
}

/** Classes found are in order of their ends, so that only those that end within the match are looked at. */
function classEnds({ pack, found, match, stats }: Search, symbol: number, at: number): number[] {
  let low = 0;
  let high = found.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found.end[middle] as number) <= match.end) low = middle + 1;
    else high = middle;
  }
  const ends = new Set<number>();
  for (let done = low - 1; done >= 0 && (found.end[done] as number) > at; done--) {
    stats.steps++;
    if (found.start[done] !== at) continue;
    if (pack.classSymbols[found.classId[done] as number]?.includes(symbol))
      ends.add(found.end[done] as number);
  }
  return [...ends];
}
