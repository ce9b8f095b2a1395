import { type MarkdownParser, readDocument } from '../../src/document/index.js';
import { createAnalyzer } from '../../src/index.js';
import { sourceText } from '../../src/source/index.js';

/** All that a parser's reading of a text amounts to: blocks with every place, sections, comments for us, notes. */
export function reading(text: string, markdown?: MarkdownParser): string {
  const { blocks, sections, directives, notes } = readDocument(sourceText(text), {
    format: 'markdown',
    readers: { markdown },
  });
  const places = blocks.map(({ text: words, map, ...block }) => ({
    ...block,
    words,
    spans: Array.from({ length: words.length }, (_, i) => map.toSource({ start: i, end: i + 1 })),
  }));
  return JSON.stringify({ places, sections, directives, notes });
}

export function reportOf(text: string, markdown?: MarkdownParser): unknown {
  const options = { include: ['clauses', 'cleared', 'sentences'] as const, readers: { markdown } };
  return createAnalyzer({ ...options, include: [...options.include] }).analyze({ text, format: 'markdown' });
}
