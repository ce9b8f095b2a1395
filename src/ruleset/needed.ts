import { SLOTS } from '../clause/index.js';
import { prefixes } from '../pattern/index.js';

/** Classes that clauses are read by (src/clause/grammar.ts) and contradictions aligned by (src/analyze/alignment.ts), whatever the rules ask for. */
const READ = new RegExp(
  `^(?:action|grammar|neutral|heading|topic|${SLOTS.join('|')})\\.|^term\\.(?:notice-|without-notice|kind\\.|unit\\.|count\\.)`,
);

interface Worded {
  readonly class: string;
  readonly phrase: string;
}

/**
 * Of a lexicon's phrases those that something asks for: the reading of clauses, the classes and phrases of the rules in use,
 * and what these are built from. A rule that is off costs nothing.
 */
export function neededOf<T extends Worded>(
  lexicon: readonly T[],
  asked: { readonly classes: Iterable<string>; readonly phrases: Iterable<string> },
): T[] {
  const byPrefix = new Map<string, Set<string>>();
  const phrasesOf = new Map<string, string[]>();
  for (const { class: name, phrase } of lexicon) {
    const phrases = phrasesOf.get(name);
    if (phrases) {
      phrases.push(phrase);
      continue;
    }
    phrasesOf.set(name, [phrase]);
    for (const prefix of prefixes(name)) byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Set()).add(name));
  }
  const needed = new Set<string>();
  const open = [...phrasesOf.keys()].filter((name) => READ.test(name));
  const ask = (name: string): void => void open.push(...(byPrefix.get(name) ?? []));
  for (const name of asked.classes) ask(name);
  for (const phrase of asked.phrases) for (const name of classesIn(phrase)) ask(name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    for (const phrase of phrasesOf.get(name) ?? []) for (const inner of classesIn(phrase)) ask(inner);
  }
  return lexicon.filter((entry) => needed.has(entry.class));
}

/** The classes that a phrase is built from: "@term.policy". */
function classesIn(phrase: string): string[] {
  return [...phrase.matchAll(/@([a-z][a-z0-9.-]*)/g)].map(([, name = '']) => name.replace(/[.-]+$/, ''));
}
