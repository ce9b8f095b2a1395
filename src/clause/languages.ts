import type { Block, PolicyDocument } from '../document/index.js';
import { scriptOf, tokenize } from '../text/index.js';
import { type Clauses, readClauses } from './extract.js';
import type { Language, LanguageIndex } from './language.js';

export const english: Language = {
  code: 'en',
  tokenizer: () => tokenize,
  readClauses,
};

type Indexes = Readonly<Record<string, LanguageIndex>>;

/** What the blocks of a document are written in, where that can be read. */
export interface Languages {
  /** The codes that occur, that of the document first. */
  readonly codes: readonly string[];
  of(block: Block): string;
}

/**
 * The languages of a document's blocks. A policy may stand in two languages below each other or side by side, so each block
 * counts by its own script; what is too short to tell belongs to the document's main language.
 */
export function languagesOf({ language, blocks }: PolicyDocument, indexes: Indexes): Languages {
  const codes = Object.keys(indexes);
  const main = language === 'und' ? (codes[0] ?? 'en') : language;
  const [latin, han] = [codes.find((code) => code !== 'zh'), codes.find((code) => code === 'zh')];
  const other = main === 'zh' ? latin : han;
  if (!codes.includes(main) || other === undefined) return { codes: [main], of: () => main };
  const script = main === 'zh' ? 'latin' : 'han';
  const own = blocks.map(({ text }) => (scriptOf(text) === script ? other : main));
  return {
    codes: own.includes(other) ? [main, other] : [main],
    of: ({ index }) => own[index] ?? main,
  };
}

/** Reads the clauses of a document, each block by the lexicon of its language. */
export function readAllClauses(document: PolicyDocument, indexes: Indexes): Clauses {
  const languages = languagesOf(document, indexes);
  const parts = languages.codes.flatMap((code) => {
    const index = indexes[code];
    return index
      ? [index.language.readClauses(document, index, (block) => languages.of(block) === code)]
      : [];
  });
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first ?? { frames: [], readings: [] };
  return {
    frames: parts.flatMap(({ frames }) => frames).sort((a, b) => a.block - b.block),
    readings: document.blocks.map(
      ({ index }) => parts.find((part) => part.readings[index]?.length)?.readings[index] ?? [],
    ),
  };
}
