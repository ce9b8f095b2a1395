import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { extensions, mdastExtensions } from './markdown-extensions.js';

const parser = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: extensions, fromMarkdownExtensions: mdastExtensions })
  .freeze();

/** Parses Markdown; offsets in the tree are those of the text given. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}
