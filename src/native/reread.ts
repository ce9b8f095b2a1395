import type { Nodes, RootContent } from 'mdast';
import { parseMarkdown } from '../document/index.js';
import { whyReread } from './guard.js';

/** Whether the two parsers may read a block of a text differently. */
export function differs(block: RootContent, text: string): boolean {
  return whyReread(sourceOf(block, text).source) !== undefined;
}

/** A definition anywhere may make a link of what a block alone does not. */
export function holdsDefinition(node: Nodes): boolean {
  return node.type === 'definition' || ('children' in node && node.children.some(holdsDefinition));
}

/** What remark-parse makes of a block that stands on the first level of a text; undefined if alone it is not what it is there. */
export function reread(block: RootContent, text: string): RootContent | undefined {
  const { source, from } = sourceOf(block, text);
  const [alone, ...more] = parseMarkdown(source).children;
  if (alone?.type !== block.type || alone.position?.end.offset !== source.length || more.length > 0)
    return undefined;
  move(alone, (block.position?.start.line ?? 1) - 1, from);
  return alone;
}

/** A block's lines from the beginning of the first one on, so that columns stay what they are, and their offset. */
function sourceOf(
  { position }: RootContent,
  text: string,
): { readonly source: string; readonly from: number } {
  const start = position?.start.offset ?? 0;
  const from = start - ((position?.start.column ?? 1) - 1);
  return { source: text.slice(from, position?.end.offset), from };
}

/** Moves a tree down by lines and on by characters. */
function move(node: Nodes, lines: number, characters: number): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (!point) continue;
    point.line += lines;
    point.offset = (point.offset ?? 0) + characters;
  }
  if ('children' in node) for (const child of node.children) move(child, lines, characters);
}
