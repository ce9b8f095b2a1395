import type { LanguageIndex } from '../clause/index.js';
import type { Link, PolicyDocument } from '../document/index.js';
import type { Match } from '../pattern/index.js';

/** What a link says, as classes of an index. */
export type LinkMatches = (link: Link) => readonly Match[];

interface Read {
  readonly index: LanguageIndex;
  readonly byWords: Map<string, readonly Match[]>;
}

const known = new WeakMap<PolicyDocument, Read>();

/** Reads the links of a document, each wording once: rules and questions ask for the same, and navigation repeats its links. */
export function linkReader(document: PolicyDocument, index: LanguageIndex): LinkMatches {
  let read = known.get(document);
  if (read?.index !== index) {
    read = { index, byWords: new Map() };
    known.set(document, read);
  }
  const { byWords } = read;
  return (link) => {
    const words = wordsOf(link);
    const matches = byWords.get(words) ?? index.match(index.tokenize(words));
    byWords.set(words, matches);
    return matches;
  };
}

/** A link speaks by its anchor and by the words of its target before any query: "/legal/sub-processors". */
function wordsOf({ text, target }: Link): string {
  const path = target
    .slice(0, 300)
    .replace(/\?.*/s, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return `${text} . ${path}`;
}
