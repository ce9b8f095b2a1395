import {
  type PatternEntry,
  type PatternToken,
  type PhraseNode,
  parsePhrase,
  plainSplitter,
} from '../../src/pattern/index.js';
import { stem } from './tokens.js';

const BARRIERS = ['.', ';', ':', '?', '!', '—'];

/** What a pack finds, by trying everything everywhere: "class start-longest end", sorted. */
export function naiveMatches(entries: readonly PatternEntry[], tokens: readonly PatternToken[]): string[] {
  const roots = entries.map(({ phrase }) => parsePhrase(phrase, plainSplitter(stem)).root);
  const endsOfClass = (name: string, at: number): number[] =>
    entries.flatMap((entry, i) =>
      entry.class === name || entry.class.startsWith(`${name}.`)
        ? ends(roots[i] as PhraseNode, at).filter((end) => end > at)
        : [],
    );
  const ends = (node: PhraseNode, at: number): number[] => {
    const word = tokens[at]?.word;
    switch (node.type) {
      case 'word':
        return word?.stem === node.stem ? [at + 1] : [];
      case 'exact':
        return word?.lower === node.lower ? [at + 1] : [];
      case 'number':
        return word?.kind === 'number' ? [at + 1] : [];
      case 'class':
        return endsOfClass(node.name, at);
      case 'gap': {
        const all = [at];
        for (let i = at; i < at + node.max && i < tokens.length; i++) {
          if (BARRIERS.includes(tokens[i]?.word.lower as string)) break;
          all.push(i + 1);
        }
        return all;
      }
      case 'sequence':
        return node.parts.reduce((from, part) => [...new Set(from.flatMap((i) => ends(part, i)))], [at]);
      case 'choice':
        return node.options.flatMap((option) => ends(option, at));
      case 'capture':
        return ends(node.body, at);
    }
  };
  const found: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    for (const name of new Set(entries.map((entry) => entry.class))) {
      const own = entries.flatMap((entry, i) =>
        entry.class === name ? ends(roots[i] as PhraseNode, at) : [],
      );
      const longest = Math.max(...own, at);
      if (longest > at) found.push(`${name} ${at}-${longest}`);
    }
  }
  return found.sort();
}
