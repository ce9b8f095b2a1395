import type { Root } from 'mdast';
import { tell } from '../locale/index.js';
import type { SourceText } from '../source/index.js';
import { guessLanguage } from '../text/index.js';
import { definitionsOf } from './definitions.js';
import { detectFormat } from './detect.js';
import { readMarkdown } from './markdown.js';
import type { Block, DocumentFormat, Note, PolicyDocument } from './model.js';
import { readPlain } from './plain.js';
import type { ReadResult } from './result.js';

/** Reads HTML; handed in, so that a browser that reads none need not load it. */
export type HtmlReader = (source: SourceText) => ReadResult;

/** Parses Markdown without a BOM; offsets in the tree are those of the text given. */
export type MarkdownParser = (text: string) => Root;

export interface Readers {
  readonly html?: HtmlReader | undefined;
  /** Parses Markdown in place of remark-parse, and has to give the same trees. */
  readonly markdown?: MarkdownParser | undefined;
}

export interface ReadOptions {
  readonly format?: DocumentFormat | 'auto' | undefined;
  readonly readers?: Readers | undefined;
}

/** Enough text to tell a language by. */
const LANGUAGE_SAMPLE = 64_000;

/** Reads one policy. Throws an Error if the text is HTML and no reader of HTML is given. */
export function readDocument(source: SourceText, options: ReadOptions = {}): PolicyDocument {
  const asked = options.format ?? 'auto';
  const format = asked === 'auto' ? detectFormat(source.text, source.path) : asked;
  const { blocks, sections, directives, notes } = readerOf(format, options.readers ?? {})(source);
  return {
    source,
    format,
    language: languageOf(blocks),
    blocks,
    sections,
    definitions: definitionsOf(blocks),
    directives,
    notes: blocks.length === 0 ? withEmptyNote(notes) : notes,
  };
}

function readerOf(format: DocumentFormat, readers: Readers): HtmlReader {
  if (format === 'markdown') return (source) => readMarkdown(source, readers.markdown);
  if (format === 'text') return readPlain;
  if (readers.html === undefined) {
    throw new Error('the text is HTML, and no reader of HTML was given: pass `readers: { html: readHtml }`');
  }
  return readers.html;
}

function withEmptyNote(notes: readonly Note[]): readonly Note[] {
  const said = notes.some((note) => note.code === 'empty' || note.code === 'no-policy-text');
  return said ? notes : [...notes, { code: 'empty', ...tell('empty-text') }];
}

/** By the blocks' text, so that markup and addresses do not count. */
function languageOf(blocks: readonly Block[]): string {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const every = Math.max(1, Math.ceil(total / LANGUAGE_SAMPLE));
  const sample = blocks.filter((_, i) => i % every === 0).map((block) => block.text);
  return guessLanguage(sample.join('\n'));
}
