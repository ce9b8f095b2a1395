import type { Block, PolicyDocument } from '../document/index.js';
import type { PatternIndex } from '../pattern/index.js';
import type { Token } from '../text/index.js';
import type { Clauses } from './extract.js';

/** What a language brings beside its lexicon: how its words are told apart, and how its sentences are read. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** A function that splits texts into words, by those of its lexicon where nothing else parts them. */
  tokenizer(vocabulary: Vocabulary): (text: string) => readonly Token[];
  /** Reads the clauses of the blocks that are in this language; the others stay empty. */
  readClauses(document: PolicyDocument, index: LanguageIndex, own: (block: Block) => boolean): Clauses;
}

export interface Vocabulary {
  /** The words of a lexicon that are not written in letters. */
  readonly words: Iterable<string>;
  /** Those of them that stay one although they are made of others. */
  readonly whole?: Iterable<string>;
  /** Other characters for the same words, each followed by the one that stands in them. */
  readonly variants?: string | undefined;
}

/** A compiled lexicon with what it takes to read texts by it. */
export interface LanguageIndex extends PatternIndex {
  readonly language: Language;
  tokenize(text: string): readonly Token[];
}
