import { readHtml } from '../../../src/document/html/index.js';
import type { Block } from '../../../src/document/model.js';
import type { ReadResult } from '../../../src/document/result.js';
import { sourceText } from '../../../src/source/index.js';

/** Prose that reads as a policy's, for pages that need some. */
export const POLICY = [
  'When you register an account, we collect your name, your email address and other personal information.',
  'We share personal information with service providers who process data on our behalf and under contract.',
  'You may opt out of advertising cookies at any time, and we will stop using the information they collect.',
  'We retain account data for two years after your last visit, then delete or anonymize the information.',
] as const;

export const policy = (tag = 'p'): string => POLICY.map((text) => `<${tag}>${text}</${tag}>`).join('\n');

export const read = (html: string): ReadResult => readHtml(sourceText(html));

export const texts = (html: string): string[] => read(html).blocks.map((block) => block.text);

/** Blocks as "kind text", items and cells with what they hang on. */
export const outline = (html: string): string[] => {
  const { blocks, sections } = read(html);
  return blocks.map((block) => `${markOf(block, sections[block.section]?.level ?? 0)} ${block.text}`);
};

function markOf(block: Block, level: number): string {
  if (block.kind === 'heading') return `h${level}`;
  if (block.kind === 'item') return `item${block.depth}<${block.leadIn ?? ''}`;
  if (block.cell) return `cell${block.cell.row},${block.cell.column}<${block.cell.header ?? ''}`;
  return 'p';
}

/** What the source shows between two offsets once tags are stripped and references resolved, white space folded. */
export function shown(html: string, start: number, end: number): string {
  const named: Record<string, string> = {
    amp: '&',
    lt: '<',
    gt: '>',
    nbsp: '\u00a0',
    eacute: 'é',
    copy: '©',
    rsquo: '’',
  };
  return html
    .slice(start, end)
    .replace(/<!--[\s\S]*?-->|<[a-zA-Z/][^>]*>/g, (tag) => (/^<\/?(?:br|p|div)\b/.test(tag) ? ' ' : ''))
    .replace(/&#x([0-9a-f]+);|&#(\d+);|&(\w+);/gi, (all, hex, decimal, name) =>
      hex || decimal
        ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
        : (named[name] ?? all),
    )
    .replace(/[\s\u00a0]+/g, ' ');
}
