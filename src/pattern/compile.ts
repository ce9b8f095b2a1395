import { type Automaton, buildAutomaton, step } from './automaton.js';
import { beginnings } from './begins.js';
import { type ClassTable, checkClasses, classTable, prefixes } from './classes.js';
import { PatternError } from './error.js';
import { type Keys, keysOf } from './keys.js';
import { createMatcher, type Match, type MatchStats } from './match.js';
import { type Phrase, type PhraseNode, parsePhrase } from './parse.js';
import { addPhrase, newPositions, type Positions } from './positions.js';
import { type PatternToken, plainSplitter, type WordSplitter } from './words.js';

/** One phrase of a class. */
export interface PatternEntry {
  readonly class: string;
  readonly phrase: string;
  readonly specific: boolean;
}

export interface IndexOptions {
  /** Stem of a lower-case word, as in the tokens. */
  stem(word: string): string;
  /** Splits words of a phrase as the text is split; a plain one by `stem` otherwise. */
  readonly split?: WordSplitter;
  /** Classes that exist even without a phrase here; they get the first numbers, in this order. */
  readonly classes?: readonly string[];
}

/** Finds all classes of a pack in one pass. */
export interface PatternIndex {
  /** Class names by number. */
  readonly classes: readonly string[];
  readonly entries: readonly PatternEntry[];
  classId(name: string): number | undefined;
  /** Whether a class is the named one or stands below it. */
  isA(classId: number, name: string): boolean;
  /** Numbers of the named class and all below it. */
  classesUnder(prefix: string): ReadonlySet<number>;
  /**
   * All matches, by start, longer ones first. For one class and start only the longest is given. Linear in the
   * number of tokens; `stats.steps` is raised by the work done. Classes whose number is 1 in `hidden` are found for
   * others to be built from, and not given.
   */
  match(tokens: readonly PatternToken[], stats?: MatchStats, hidden?: Uint8Array): Match[];
}

/** What the matcher needs; symbols number the words, exact words and classes that phrases hold. */
export interface CompiledPack {
  readonly automaton: Automaton;
  /** The node that an edge leads to, or -1. */
  step(node: number, symbol: number): number;
  readonly positions: Positions;
  readonly entries: readonly PatternEntry[];
  readonly entryClass: readonly number[];
  /** First positions of entries with captures. */
  readonly captureStarts: ReadonlyMap<number, readonly number[]>;
  readonly stems: ReadonlyMap<string, number>;
  readonly exacts: ReadonlyMap<string, number>;
  /** The symbol of "#", or -1. */
  readonly number: number;
  /** For each class the symbols that it satisfies: its own and those of the classes above it. */
  readonly classSymbols: readonly (readonly number[])[];
  /** By symbol of a word: which sets of classes (`Automaton.waitSets`) have one that begins with it, a bit each. */
  readonly begins: readonly (Int32Array | undefined)[];
  /** Works out the keys of the nodes, which takes as long as an eighth of all compiling. */
  findKeys(): Keys;
  /** Where the root's edge for a symbol leads, or -1. */
  readonly rootNext: Int32Array;
}

/**
 * Compiles phrases into one index. Throws a `PatternError` with the entry's number for a phrase that cannot be read,
 * names an unknown class, or closes a circle of classes.
 */
export function compileIndex(entries: readonly PatternEntry[], options: IndexOptions): PatternIndex {
  const split = options.split ?? plainSplitter(options.stem);
  const phrases = entries.map((entry, number) => ({
    class: entry.class,
    phrase: ofEntry(number, () => parsePhrase(entry.phrase, split)),
  }));
  const names = new Set([...(options.classes ?? []), ...entries.map((entry) => entry.class)]);
  const table = classTable([...names]);
  checkClasses(table, phrases);
  const find = createMatcher(compilePack(entries, phrases, table));
  return {
    classes: table.names,
    entries,
    classId: table.idOf,
    isA: (classId, name) => table.under(name).has(classId),
    classesUnder: table.under,
    match: find,
  };
}

function compilePack(
  entries: readonly PatternEntry[],
  phrases: readonly { readonly phrase: Phrase }[],
  table: ClassTable,
): CompiledPack {
  const symbols = symbolTable();
  const positions = newPositions();
  const captureStarts = new Map<number, readonly number[]>();
  const starts = phrases.map(({ phrase }, entry) => {
    const first = ofEntry(entry, () => addPhrase(positions, phrase, entry, symbols.of));
    if (phrase.captures.length > 0) captureStarts.set(entry, first);
    return first;
  });
  const { automaton, members } = buildAutomaton(positions, (symbol) => symbols.isClass.has(symbol));
  const rootNext = Int32Array.from({ length: symbols.count() }, (_, symbol) => step(automaton, 0, symbol));
  const entryClass = entries.map((entry) => table.idOf(entry.class) as number);
  const classSymbols = table.names.map((name) =>
    prefixes(name).flatMap((prefix) => symbols.classes.get(prefix) ?? []),
  );
  const entriesOf = entriesBySymbol(symbols.isClass, entryClass, classSymbols);
  const graph = { positions, starts, entriesOf, symbols: symbols.count() };
  return {
    automaton,
    step: (node, symbol) => step(automaton, node, symbol),
    positions,
    entries,
    entryClass,
    captureStarts,
    stems: symbols.stems,
    exacts: symbols.exacts,
    number: symbols.number(),
    classSymbols,
    begins: beginnings(graph, automaton.waitSets),
    findKeys: () => keysOf(graph, members, automaton.gapTarget),
    rootNext,
  };
}

/** By class symbol: the entries of the class and of all below it. */
function entriesBySymbol(
  classes: Iterable<number>,
  entryClass: readonly number[],
  classSymbols: readonly (readonly number[])[],
): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, number[]>(Array.from(classes, (symbol) => [symbol, []]));
  entryClass.forEach((classId, entry) => {
    for (const symbol of classSymbols[classId] ?? []) entries.get(symbol)?.push(entry);
  });
  return entries;
}

function symbolTable() {
  const stems = new Map<string, number>();
  const exacts = new Map<string, number>();
  const classes = new Map<string, number>();
  const isClass = new Set<number>();
  let number = -1;
  let count = 0;
  const numberOf = (map: Map<string, number>, key: string): number => {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, count);
    return count++;
  };
  const of = (leaf: PhraseNode): number => {
    switch (leaf.type) {
      case 'word':
        return numberOf(stems, leaf.stem);
      case 'exact':
        return numberOf(exacts, leaf.lower);
      case 'class': {
        const symbol = numberOf(classes, leaf.name);
        isClass.add(symbol);
        return symbol;
      }
      case 'number':
        if (number < 0) number = count++;
        return number;
      default:
        return 0; // a gap: positions tell it by its length
    }
  };
  return { stems, exacts, classes, isClass, of, number: () => number, count: () => count };
}

/** Puts the entry's number on an error of one phrase. */
function ofEntry<T>(entry: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new PatternError(error.problem, error.remedy, error.column, entry);
  }
}
