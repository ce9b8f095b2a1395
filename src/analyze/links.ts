import type { LanguageIndex } from '../clause/index.js';
import type { Link, PolicyDocument } from '../document/index.js';
import type { Match } from '../pattern/index.js';

/** What a link says, as classes of any index: their numbers are the same in all languages. */
export type LinkMatches = (link: Link) => readonly Match[];

type Indexes = Readonly<Record<string, LanguageIndex>>;

interface Read {
  readonly indexes: Indexes;
  readonly byWords: Map<string, readonly Match[]>;
}

const known = new WeakMap<PolicyDocument, Read>();

/** Reads the links of a document, each wording once: rules and questions ask for the same, and navigation repeats its links. */
export function linkReader(document: PolicyDocument, indexes: Indexes): LinkMatches {
  let read = known.get(document);
  if (read?.indexes !== indexes) {
    read = { indexes, byWords: new Map() };
    known.set(document, read);
  }
  const { byWords } = read;
  return (link) => {
    const words = wordsOf(link);
    const matches =
      byWords.get(words) ??
      readers(document, indexes, words).flatMap((index) => index.match(index.tokenize(words)));
    byWords.set(words, matches);
    return matches;
  };
}

const HAN = /\p{Script=Han}/u;

/** Links of a Chinese policy have targets in English, and a policy in English may link what has a Chinese name. */
function readers({ language }: PolicyDocument, indexes: Indexes, words: string): LanguageIndex[] {
  const all = Object.values(indexes);
  const main = indexes[language] ?? all[0];
  return all.filter(
    (index) =>
      index === main || (index.language.code === 'zh' ? HAN.test(words) : main?.language.code === 'zh'),
  );
}

/** A link speaks by its anchor and by the words of its target before any query: "/legal/sub-processors". */
function wordsOf({ text, target }: Link): string {
  const path = target
    .slice(0, 300)
    .replace(/\?.*/s, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return `${text} . ${path}`;
}
