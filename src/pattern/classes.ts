import { PatternError } from './error.js';
import type { Phrase } from './parse.js';

/** Classes may be built from classes this many levels deep; it bounds the length of a match. */
const MAX_LEVELS = 12;

/** The classes of a pack: numbers for names, and which stand below which. */
export interface ClassTable {
  /** Names by number. */
  readonly names: readonly string[];
  idOf(name: string): number | undefined;
  /** Numbers of the class with this name and of all below it ("data" covers "data.contact"). */
  under(prefix: string): ReadonlySet<number>;
}

export function classTable(names: readonly string[]): ClassTable {
  const ids = new Map(names.map((name, id) => [name, id]));
  const under = new Map<string, Set<number>>();
  for (const [name, id] of ids) {
    for (const prefix of prefixes(name)) {
      const members = under.get(prefix);
      if (members) members.add(id);
      else under.set(prefix, new Set([id]));
    }
  }
  const none: ReadonlySet<number> = new Set();
  return { names, idOf: (name) => ids.get(name), under: (prefix) => under.get(prefix) ?? none };
}

/** "a.b.c" → "a.b.c", "a.b", "a". */
export function prefixes(name: string): string[] {
  const found = [name];
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    found.push(name.slice(0, dot));
  }
  return found;
}

interface Use {
  readonly target: string;
  readonly entry: number;
  readonly column: number;
}

/** Refuses a phrase that names no known class, and classes that are built from themselves. */
export function checkClasses(
  table: ClassTable,
  phrases: readonly { readonly class: string; readonly phrase: Phrase }[],
): void {
  const uses = new Map<string, Use[]>();
  phrases.forEach((one, entry) => {
    for (const { name, column } of one.phrase.classes) {
      if (table.under(name).size === 0) {
        throw new PatternError(
          `no class is called "${name}"`,
          'define it in a lexicon or correct the name',
          column,
          entry,
        );
      }
      const list = uses.get(one.class);
      const use = { target: name, entry, column };
      if (list) list.push(use);
      else uses.set(one.class, [use]);
    }
  });
  const levels = new Map<string, number>();
  for (const name of uses.keys()) levelOf(name, { table, uses, levels, path: [] });
}

interface Walk {
  readonly table: ClassTable;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly levels: Map<string, number>;
  readonly path: string[];
}

/** How many levels of classes a class is built from; recursion is bounded by MAX_LEVELS. */
function levelOf(name: string, walk: Walk): number {
  const known = walk.levels.get(name);
  if (known !== undefined) return known;
  walk.path.push(name);
  let level = 0;
  for (const use of walk.uses.get(name) ?? []) {
    for (const id of walk.table.under(use.target)) {
      const member = walk.table.names[id] as string;
      if (walk.path.includes(member))
        throw cycle([...walk.path.slice(walk.path.indexOf(member)), member], use);
      level = Math.max(level, 1 + levelOf(member, walk));
      if (level > MAX_LEVELS) throw tooDeep(name, use);
    }
  }
  walk.path.pop();
  walk.levels.set(name, level);
  return level;
}

function cycle(names: readonly string[], use: Use): PatternError {
  const path = names.join(' → ');
  return new PatternError(
    `classes are built from themselves: ${path}`,
    `remove "@${use.target}" from this phrase or name a class outside the circle`,
    use.column,
    use.entry,
  );
}

function tooDeep(name: string, use: Use): PatternError {
  return new PatternError(
    `the class "${name}" is built from more than ${MAX_LEVELS} levels of classes`,
    'write some of the inner words out',
    use.column,
    use.entry,
  );
}
