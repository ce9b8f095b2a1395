import type { Options } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

/**
 * What is read beyond CommonMark: front matter, since it is no policy text, and the parts of GFM that shape blocks. GFM's
 * literal autolinks cost two thirds of all of it and give a reader of text blocks nothing.
 */
export const extensions: NonNullable<Options['extensions']> = [
  frontmatter(['yaml', 'toml']),
  gfmTable(),
  gfmStrikethrough(),
  gfmTaskListItem(),
];

/** What makes nodes of it. */
export const mdastExtensions: NonNullable<Options['mdastExtensions']> = [
  frontmatterFromMarkdown(['yaml', 'toml']),
  gfmTableFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
];
