import type { OffsetMap, Span } from '../source/index.js';
import { audienceOf } from './audience.js';
import type { Block, BlockKind, Link, Section } from './model.js';

/** A leaf of text as a reader hands it over; the outline gives it its place in the document. */
export interface BlockDraft {
  readonly text: string;
  readonly map: OffsetMap;
  readonly links: readonly Link[];
  readonly label?: Span | undefined;
}

/**
 * Collects what a reader of Markdown, HTML or plain text meets, in reading order, and ties it together: sections by
 * heading level, lists to their lead-ins, cells to their column headers. Empty drafts are dropped.
 */
export interface Outline {
  heading(level: number, draft: BlockDraft): void;
  /** Running text; inside an open list item it becomes an `item` block. */
  paragraph(draft: BlockDraft): void;
  openList(): void;
  closeList(): void;
  openItem(): void;
  closeItem(): void;
  openTable(): void;
  closeTable(): void;
  openRow(): void;
  /** A cell of the open row; `header` marks a column header (first row of a Markdown table, `th` of HTML). */
  cell(draft: BlockDraft, header: boolean): void;
  finish(): { blocks: Block[]; sections: Section[] };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenList {
  readonly id: number;
  readonly leadIn: number | undefined;
  /** Whether the lead-in announces the list; if not, only labelled items and fragments lean on it. */
  readonly announced: boolean;
  /** First and last block of the open item. */
  item: number | undefined;
  last: number | undefined;
}

interface OpenTable {
  readonly id: number;
  readonly announced: number | undefined;
  row: number;
  column: number;
  headers: (number | undefined)[];
}

export function createOutline(): Outline {
  const blocks: Block[] = [];
  const sections: Mutable<Section>[] = [
    {
      index: 0,
      level: 0,
      heading: undefined,
      path: [],
      parent: undefined,
      audience: undefined,
      firstBlock: 0,
      endBlock: 0,
    },
  ];
  const lists: OpenList[] = [];
  let listCount = 0;
  let tableCount = 0;
  let table: OpenTable | undefined;

  const current = (): Mutable<Section> => sections[sections.length - 1] as Mutable<Section>;

  const push = (kind: BlockKind, draft: BlockDraft, tie: Partial<Block> = {}): number => {
    const index = blocks.length;
    blocks.push({
      index,
      kind,
      text: draft.text,
      map: draft.map,
      section: current().index,
      links: draft.links,
      label: draft.label,
      depth: 0,
      leadIn: undefined,
      list: undefined,
      cell: undefined,
      ...tie,
    });
    current().endBlock = index + 1;
    return index;
  };

  /** The paragraph or heading that stands right before a list or table, or the open item that it belongs to. */
  const leadInOfNext = (): Block | undefined => {
    const outer = lists[lists.length - 1];
    if (outer?.last !== undefined) return blocks[outer.last];
    const before = blocks[blocks.length - 1];
    if (before === undefined || before.section !== current().index) return undefined;
    return before.kind === 'paragraph' || before.kind === 'heading' ? before : undefined;
  };

  /** An item's first block is introduced by the list's lead-in, its further ones by the first. */
  const pushItem = (list: OpenList, draft: BlockDraft): void => {
    const leans = list.announced || draft.label !== undefined || !isSentence(draft.text);
    const leadIn = list.item ?? (leans ? list.leadIn : undefined);
    const index = push('item', draft, { depth: lists.length, leadIn, list: list.id });
    list.item ??= index;
    list.last = index;
  };

  return {
    heading(level, draft) {
      if (draft.text.trim() === '') return;
      const parent = enclosing(sections, level);
      const path = [...parent.path, draft.text];
      sections.push({
        index: sections.length,
        level,
        heading: blocks.length,
        path,
        parent: parent.index,
        audience: audienceOf(draft.text) ?? parent.audience,
        firstBlock: blocks.length,
        endBlock: blocks.length,
      });
      push('heading', draft, { label: undefined });
    },
    paragraph(draft) {
      if (draft.text.trim() === '') return;
      const list = lists[lists.length - 1];
      if (list === undefined) push('paragraph', draft);
      else pushItem(list, draft);
    },
    openList() {
      const leadIn = leadInOfNext();
      const announced = leadIn !== undefined && (leadIn.kind !== 'paragraph' || announcesList(leadIn.text));
      lists.push({ id: listCount++, leadIn: leadIn?.index, announced, item: undefined, last: undefined });
    },
    closeList() {
      lists.pop();
    },
    openItem() {
      const list = lists[lists.length - 1];
      if (list) list.item = list.last = undefined;
    },
    closeItem() {
      const list = lists[lists.length - 1];
      if (list) list.item = list.last = undefined;
    },
    openTable() {
      const before = leadInOfNext();
      const announced =
        before && before.kind !== 'heading' && announcesList(before.text) ? before.index : undefined;
      table = { id: tableCount++, announced, row: -1, column: 0, headers: [] };
    },
    closeTable() {
      table = undefined;
    },
    openRow() {
      if (table) {
        table.row++;
        table.column = 0;
      }
    },
    cell(draft, header) {
      if (table === undefined) return;
      const { id, announced, row, column } = table;
      table.column++;
      const place = { table: id, row, column, header: header ? undefined : table.headers[column], announced };
      if (draft.text.trim() === '') {
        if (header) table.headers[column] = undefined;
        return;
      }
      const index = push('cell', draft, { cell: place });
      if (header) table.headers[column] = index;
    },
    finish: () => ({ blocks, sections }),
  };
}

/** The innermost section that a heading of this level stands in. */
function enclosing(sections: readonly Section[], level: number): Section {
  let section = sections[sections.length - 1] as Section;
  while (section.level >= level && section.parent !== undefined)
    section = sections[section.parent] as Section;
  return section;
}

const CUE =
  /\b(?:following|below|these|such as|including|includes?|namely|ways|reasons|purposes|circumstances|categories|types|kinds|examples)\b/i;

const HAN_CUE = /以下|下列|如下|包括/;

/** Whether a paragraph's end announces a list: by its mark, by having no full stop, or by a word like "following". */
function announcesList(text: string): boolean {
  if (!/[.!?。！？]["”’)）]?$/.test(text)) return true;
  if (HAN_CUE.test(text.slice(-40))) return true;
  return CUE.test(text.slice(Math.max(0, text.length - 160)));
}

/** Whether an item can stand alone; a fragment ("our partners") needs its lead-in even when that ends in a full stop. */
function isSentence(text: string): boolean {
  return !/^\p{Ll}/u.test(text) && (/[.!?。！？]["”’)）]?$/.test(text) || text.length > 120);
}
