import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Block, PolicyDocument } from '../document/index.js';
import type { Span } from '../source/index.js';
import { langWithin } from './lang.js';
import { type Drawing, nest, type Piece } from './nest.js';
import { placesIn } from './place.js';
import { tableOf } from './table.js';
import { wordsOf } from './words.js';

/** How a piece of something is drawn around words; most things have one piece. */
export interface Drawn {
  draw(
    piece: Pick<Piece<unknown>, 'first' | 'last'>,
    inside: readonly ElementContent[],
  ): readonly ElementContent[];
}

/** Something to draw around words of the source. */
export interface Mark extends Drawn {
  readonly span: Span;
}

/** The text of a block with its marks. */
export type Draw = (block: Block) => ElementContent[];

/** Draws the blocks of a document with marks around words of its source, and with pieces that are known by block. */
export function drawingOf(
  document: PolicyDocument,
  marks: readonly Mark[],
  known: ReadonlyMap<number, readonly Piece<Drawn>[]> = new Map(),
): Draw {
  const places = placesIn(document);
  const byBlock = new Map(Array.from(known, ([block, pieces]) => [block, [...pieces]]));
  for (const mark of marks) {
    const found = places(mark.span);
    for (const [i, { block, ...span }] of found.entries()) {
      const piece = { ...span, mark, first: i === 0, last: i === found.length - 1 };
      const pieces = byBlock.get(block);
      if (pieces) pieces.push(piece);
      else byBlock.set(block, [piece]);
    }
  }
  return (block) => {
    const drawing: Drawing<Drawn, ElementContent> = {
      text: (span) => wordsOf(block, span),
      around: (piece, inside) => piece.mark.draw(piece, inside),
    };
    return [...nest({ start: 0, end: block.text.length }, byBlock.get(block.index) ?? [], drawing)];
  };
}

/** The open lists, from the outermost. */
interface OpenList {
  readonly id: number | undefined;
  readonly element: Element;
}

/** How a text takes its place on a page. */
export interface Placing {
  /** Of the outermost headings. */
  readonly level: number;
  /** Before the ids of its headings, where a page holds several texts. */
  readonly prefix: string;
  /** What tables are called. */
  readonly table: string;
  /** Of the text as a whole; blocks in another language say so. */
  readonly lang: string | undefined;
}

const ALONE: Placing = { level: 2, prefix: '', table: 'Table', lang: undefined };

/**
 * The text of a policy as a tree of a few known elements: headings, paragraphs, lists, tables. Nothing of the policy's own markup
 * is taken over, so there is nothing in it to be cleaned of.
 */
export function policyTree(
  document: PolicyDocument,
  draw: Draw,
  { level, prefix, table, lang }: Placing = ALONE,
): Element[] {
  const attributes = ({ text }: Block) => ({ dir: 'auto', lang: langWithin(text, lang) }) as const;
  const out: Element[] = [];
  let lists: OpenList[] = [];
  for (let i = 0; i < document.blocks.length; i++) {
    const block = document.blocks[i] as Block;
    if (block.kind === 'item') {
      lists = addItem(block, lists, document.blocks, draw, attributes, out);
      continue;
    }
    lists = [];
    if (block.kind === 'cell') {
      const end = endOfTable(document.blocks, i);
      out.push(
        h(
          'div',
          { className: 'table', tabIndex: 0, role: 'region', ariaLabel: table },
          tableOf(document.blocks.slice(i, end), draw, attributes),
        ),
      );
      i = end - 1;
    } else if (block.kind === 'heading') {
      const name = `h${Math.min(6, level + depthOf(document, block.section))}`;
      out.push(h(name, { id: `${prefix}s-${block.section}`, ...attributes(block) }, draw(block)));
    } else {
      out.push(h('p', attributes(block), draw(block)));
    }
  }
  return out;
}

/** How many headings stand above a section's own: levels that a policy leaves out are no levels of the page. */
function depthOf({ sections }: PolicyDocument, index: number): number {
  return Math.max(0, (sections[index]?.path.length ?? 1) - 1);
}

function endOfTable(blocks: readonly Block[], from: number): number {
  const table = blocks[from]?.cell?.table;
  let end = from + 1;
  while (blocks[end]?.cell?.table === table && end < blocks.length) end++;
  return end;
}

/** Puts an item into the list it belongs to, and opens or closes lists for it. */
function addItem(
  block: Block,
  open: readonly OpenList[],
  blocks: readonly Block[],
  draw: Draw,
  attributes: (block: Block) => Properties,
  out: Element[],
): OpenList[] {
  const lists = open.slice(0, block.depth);
  if (lists.length === block.depth && lists.at(-1)?.id !== block.list) lists.pop();
  while (lists.length < Math.min(block.depth, DEEPEST)) {
    const element = h('ul');
    const outer = lists.at(-1)?.element;
    if (outer === undefined) out.push(element);
    else lastItem(outer).children.push(element);
    lists.push({ id: lists.length === block.depth - 1 ? block.list : undefined, element });
  }
  const list = lists.at(-1)?.element ?? h('ul');
  const text = h('p', attributes(block), draw(block));
  const goesOn = block.leadIn !== undefined && blocks[block.leadIn]?.list === block.list;
  if (goesOn && list.children.length > 0) lastItem(list).children.push(text);
  else list.children.push(h('li', text));
  return lists;
}

/** Lists deeper than that are drawn at that depth: a page is no place for a thousand indents. */
const DEEPEST = 12;

function lastItem(list: Element): Element {
  const last = list.children.at(-1);
  if (last?.type === 'element') return last;
  const item = h('li');
  list.children.push(item);
  return item;
}
