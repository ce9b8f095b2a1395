import type { DocumentFormat } from './model.js';

const EXTENSIONS: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
};

const SAMPLE = 100_000;
const TAG =
  /<\/?(?:p|div|span|table|tr|td|ul|ol|li|a|br|h[1-6]|section|article|body|head|html|script|style|link|meta|strong|b|em|i|font|center|nav|header|footer|main|form|input|img|dl|dt|dd|title)\b[^>]{0,500}>/gi;
const BLOCK_TAG = /<(?:p|div|table|tr|td|ul|ol|li|h[1-6]|section|article|body|html)\b/gi;
const MARKDOWN_LINE =
  /^(?:#{1,6}[ \t]+\S|[ \t]{0,6}(?:[-*+]|\d{1,3}\.)[ \t]+\S|>[ \t]?\S|\|.*\|[ \t]*$|(?:={3,}|-{3,})[ \t]*$|`{3}|~{3})/gm;
const MARKDOWN_INLINE = /\]\([^()\s]{1,500}\)|\*\*[^*\s][^*\n]{0,200}\*\*|__[^_\s][^_\n]{0,200}__/g;

/** Tells the format: by the path's extension, else by what the text looks like. Looks at a bounded part of it. */
export function detectFormat(text: string, path?: string): DocumentFormat {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path ?? '')?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(EXTENSIONS, extension)) return EXTENSIONS[extension] as DocumentFormat;
  const sample = text.slice(0, SAMPLE);
  if (
    /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
      sample,
    )
  ) {
    return 'html';
  }
  const headings = sample.match(/^(?:#{1,6}[ \t]+\S|={3,}[ \t]*$)/gm)?.length ?? 0;
  const signs = (sample.match(MARKDOWN_LINE)?.length ?? 0) + (sample.match(MARKDOWN_INLINE)?.length ?? 0);
  const tags = sample.match(TAG)?.length ?? 0;
  const blockTags = sample.match(BLOCK_TAG)?.length ?? 0;
  if (blockTags > 0 && tags >= 2 && tags > signs && headings === 0) return 'html';
  const lists = sample.match(/^[ \t]{0,3}\*[ \t]+\S/gm)?.length ?? 0;
  const inline = sample.match(MARKDOWN_INLINE)?.length ?? 0;
  return headings > 0 || inline > 0 || lists > 0 || signs >= 2 ? 'markdown' : 'text';
}
