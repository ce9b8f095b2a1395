import type { Telling } from '../locale/index.js';
import type { OffsetMap, SourceText, Span } from '../source/index.js';

export type DocumentFormat = 'markdown' | 'html' | 'text';

/**
 * heading: a heading, also a bold-only line that acts as one. paragraph: running text. item: the text of a list
 * item (each paragraph of it a block). cell: a table cell.
 */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell';

/** A leaf of text with its place. `text` is what a reader sees, white space folded, markup gone. */
export interface Block {
  /** Index in `PolicyDocument.blocks`. */
  readonly index: number;
  readonly kind: BlockKind;
  readonly text: string;
  readonly map: OffsetMap;
  /** Index in `PolicyDocument.sections`. */
  readonly section: number;
  readonly links: readonly Link[];
  /** A run-in label at the block's start ("**Service providers.** We share …"), in the block's text. */
  readonly label: Span | undefined;
  /** Items: nesting depth, 1 for the outermost list. 0 elsewhere. */
  readonly depth: number;
  /**
   * The block that introduces this one: an item's lead-in paragraph ("We share data with:"), an inner item's
   * outer item. For an item under a heading without a paragraph between: that heading. Index, or undefined.
   */
  readonly leadIn: number | undefined;
  /** Items: an id that the items of one list share. Undefined elsewhere. */
  readonly list: number | undefined;
  /**
   * Cells: where in which table; `header` is the index of the column's header cell, undefined in the header row. `announced` is that of the
   * paragraph or item right before the table that it belongs to ("We share data with these companies:").
   */
  readonly cell:
    | {
        readonly table: number;
        readonly row: number;
        readonly column: number;
        readonly header: number | undefined;
        readonly announced: number | undefined;
      }
    | undefined;
}

export interface Link {
  /** The anchor's place in the block's text. */
  readonly span: Span;
  readonly text: string;
  /** The target as written (entities and escapes resolved). */
  readonly target: string;
}

export const AUDIENCES = ['california', 'us-state', 'eea-uk', 'children', 'other-region'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The blocks under one heading, up to the next heading; sections nest by level. Section 0 is the document before any heading. */
export interface Section {
  readonly index: number;
  /** 0 for the root, else 1 to 6. */
  readonly level: number;
  /** Index of the heading's block; undefined for the root. */
  readonly heading: number | undefined;
  /** Texts of the headings from the outermost to this one. */
  readonly path: readonly string[];
  readonly parent: number | undefined;
  /** Whom the section speaks of, if its heading or an outer one says so. */
  readonly audience: Audience | undefined;
  /** First block and one past the last block that stand directly in this section (its heading included, sub-sections not). */
  readonly firstBlock: number;
  readonly endBlock: number;
}

/** "Affiliates" means …: a term that the policy defines, and where. */
export interface Definition {
  readonly term: string;
  readonly block: number;
  /** The defining words, in the block's text. */
  readonly meaning: Span;
}

/** An HTML comment `<!-- fineprint-… -->` or Markdown's equivalent. */
export interface Directive {
  readonly text: string;
  readonly span: Span;
}

/** What the reader of a report must know of the reading: fallback parsing, limits, an unsupported language. */
export interface Note extends Telling {
  readonly code: 'empty' | 'language' | 'fallback' | 'languages' | 'limit' | 'encoding' | 'no-policy-text';
}

/** One policy, read: its blocks in reading order, its sections, and what ties them. */
export interface PolicyDocument {
  readonly source: SourceText;
  readonly format: DocumentFormat;
  /** Guessed language, ISO 639-1, or "und". */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly definitions: readonly Definition[];
  readonly directives: readonly Directive[];
  readonly notes: readonly Note[];
}
