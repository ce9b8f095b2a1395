// What tsup puts in place of markdown-parser.ts for browsers: what remark-parse does, without the 14 KB of unified and vfile.
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { extensions, mdastExtensions } from './markdown-extensions.js';

export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions, mdastExtensions });
}
