import type { Nodes, Root, RootContent } from 'mdast';
import { type MarkdownParser, parseMarkdown } from '../document/index.js';
import { isPlainAddress, whyNotNative, whyReread } from './guard.js';
import { differs, holdsDefinition, reread } from './reread.js';

/** What satteri exports under this name, with the options that are used here. */
export type MarkdownToMdast = (
  source: string,
  options: { features: { gfm: { footnotes: false }; frontmatter: true } },
) => unknown;

const OPTIONS = { features: { gfm: { footnotes: false }, frontmatter: true } } as const;

/**
 * Makes a parser of Markdown from satteri's, which is some thirty times as fast as remark-parse. What the two read differently goes
 * to remark-parse, the text or the block, so that the trees hold the same for every reader of this library.
 */
export function nativeParser(markdownToMdast: MarkdownToMdast): MarkdownParser {
  return (text) => {
    if (whyNotNative(text) !== undefined) return parseMarkdown(text);
    const root = markdownToMdast(text, OPTIONS) as Root;
    return settle(root, text) ? root : parseMarkdown(text);
  };
}

/** Makes the blocks of a tree what remark-parse makes of them; false if one cannot be read alone. */
function settle(root: Root, text: string): boolean {
  const doubtful = whyReread(text) !== undefined;
  for (const [i, block] of root.children.entries()) {
    if (!(doubtful && differs(block, text)) && unlink(block, text)) continue;
    const alone = holdsDefinition(root) ? undefined : reread(block, text);
    if (!alone) return false;
    root.children[i] = alone;
  }
  return true;
}

/** Turns addresses that GFM links without markup back into text, as they are not read that way; false if one might be markup. */
function unlink(block: RootContent, text: string): boolean {
  const open: Nodes[] = [block];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue;
    const children: Nodes[] = node.children;
    let freed = false;
    for (const [i, child] of children.entries()) {
      const start = child.position?.start.offset ?? 0;
      if (child.type !== 'link' || text[start] === '[' || text[start] === '<') {
        open.push(child);
        continue;
      }
      const end = child.position?.end.offset ?? start;
      if (!isPlainAddress(text, start, end)) return false;
      children[i] = { type: 'text', value: text.slice(start, end), position: child.position };
      freed = true;
    }
    if (freed) children.splice(0, children.length, ...joined(children));
  }
  return true;
}

/** With texts side by side as one, which may hold a line end that the parser left out between them. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    if (node.type !== 'text' || before?.type !== 'text' || !before.position || !node.position) out.push(node);
    else {
      before.value += node.value;
      before.position = { start: before.position.start, end: node.position.end };
    }
  }
  return out;
}
