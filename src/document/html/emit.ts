import { createOutline, type Outline } from '../outline.js';
import type { ReadResult } from '../result.js';
import { draftOf, type Place } from './draft.js';
import { ITEMS, isDisclosure, LISTS } from './elements.js';
import { BULLET } from './lines.js';
import type { Box, Page, Segment } from './segment.js';
import { type DataCell, type DataTables, dataTables } from './tables.js';
import { runningSums } from './weigh.js';

const HEADING_WORDS = 30;
const TITLE_WORDS = 14;
/** A number with a dot (so that no street is meant), then words that do not start a sentence about someone. */
const NUMBERED = /^(?:\d+\.(?:\d+\.?)*|[A-Z]\.|[IVX]+\.)\s+(?!(?:we|you|they|it|our|your)\b)\p{L}/iu;

interface Writer {
  readonly page: Page;
  readonly place: Place;
  readonly tables: DataTables;
  readonly outline: Outline;
  /** Number of headings in a run of segments. */
  readonly headings: (from: number, to: number) => number;
  readonly keeps: (segment: number) => boolean;
  /** What stands open, innermost last: element index and how to close it. */
  readonly open: { box: number; close: () => void }[];
  lists: number;
  bullets: boolean;
  level: number;
}

/** Hands the kept segments of a page to an outline, with the lists and tables around them. */
export function emitPage(
  page: Page,
  place: Place,
  keeps: (segment: number) => boolean,
): Pick<ReadResult, 'blocks' | 'sections'> {
  const outline = createOutline();
  const writer: Writer = {
    page,
    place,
    tables: dataTables(page),
    outline,
    headings: runningSums(page.segments.map((segment) => (segment.heading > 0 ? 1 : 0))),
    keeps,
    open: [],
    lists: 0,
    bullets: false,
    level: 1,
  };
  let element = 0;
  let segment = 0;
  while (segment < page.segments.length || element < page.elements.length) {
    const box = page.elements[element];
    if (box !== undefined && box.from <= segment) {
      closeUpTo(writer, element);
      const inner = openBox(writer, box, element);
      if (inner === undefined) {
        element++;
        continue;
      }
      // A cell has been written as a whole.
      element = box.end;
      segment = Math.max(segment, inner);
      continue;
    }
    closeBefore(writer, segment);
    if (keeps(segment)) writeSegment(writer, page.segments[segment] as Segment);
    segment++;
  }
  return outline.finish();
}

function closeUpTo(writer: Writer, element: number): void {
  closeWhile(writer, (box) => box.end <= element);
}

function closeBefore(writer: Writer, segment: number): void {
  closeWhile(writer, (box) => box.to <= segment);
}

function closeWhile(writer: Writer, ended: (box: Box) => boolean): void {
  for (;;) {
    const last = writer.open[writer.open.length - 1];
    if (last === undefined || !ended(writer.page.elements[last.box] as Box)) return;
    closeBullets(writer);
    last.close();
    writer.open.pop();
  }
}

/** Opens what an element stands for. A data cell is written at once; the segment after it is returned. */
function openBox(writer: Writer, box: Box, index: number): number | undefined {
  const { outline, tables } = writer;
  const tag = box.element.tagName;
  if (tables.cells.has(index)) return writeCell(writer, box, tables.cells.get(index) as DataCell);
  if (tables.rows.has(index)) outline.openRow();
  else if (tables.tables.has(index)) {
    closeBullets(writer);
    outline.openTable();
    writer.open.push({ box: index, close: () => outline.closeTable() });
  } else if (box.to > box.from && (LISTS.has(tag) || ITEMS.has(tag))) openListPart(writer, box, index, tag);
  return undefined;
}

function openListPart(writer: Writer, box: Box, index: number, tag: string): void {
  const { outline } = writer;
  closeBullets(writer);
  if (LISTS.has(tag)) {
    if (isLayout(writer, box)) return;
    outline.openList();
    writer.lists++;
    writer.open.push({
      box: index,
      close: () => {
        outline.closeList();
        writer.lists--;
      },
    });
  } else if (writer.lists > 0) {
    // What a term of a definition list means hangs on the term, as an inner list hangs on its item.
    const inner = tag === 'dd';
    if (inner) outline.openList();
    outline.openItem();
    writer.open.push({
      box: index,
      close: () => {
        if (inner || tag === 'li') outline.closeItem();
        if (inner) outline.closeList();
      },
    });
  }
}

/** A list whose items hold headings lays out the page (accordions, tabs). */
function isLayout(writer: Writer, box: Box): boolean {
  return writer.headings(box.from, box.to) > 0;
}

function writeCell(writer: Writer, box: Box, { header, skip }: DataCell): number {
  const kept: Segment[] = [];
  for (let i = box.from; i < box.to; i++) if (writer.keeps(i)) kept.push(writer.page.segments[i] as Segment);
  for (let i = 0; i < skip; i++) writer.outline.cell(draftOf([], writer.place), header);
  writer.outline.cell(draftOf(kept, writer.place), header);
  return box.to;
}

function writeSegment(writer: Writer, segment: Segment): void {
  const { outline, place } = writer;
  const draft = draftOf([segment], place);
  const level = levelOf(segment, writer);
  if (level > 0) {
    closeBullets(writer);
    outline.heading(level, { ...draft, label: undefined });
    return;
  }
  const bullet = writer.lists === 0 && BULLET.test(segment.text);
  if (!bullet) closeBullets(writer);
  else if (!writer.bullets) {
    outline.openList();
    writer.bullets = true;
  }
  if (bullet) outline.openItem();
  outline.paragraph(draft);
}

function closeBullets(writer: Writer): void {
  if (writer.bullets) writer.outline.closeList();
  writer.bullets = false;
}

/** Level of a heading, or of a line that is set as one; 0 for other text. */
function levelOf(segment: Segment, writer: Writer): number {
  if (segment.heading > 0) {
    if (segment.words > HEADING_WORDS) return 0;
    writer.level = segment.heading;
    return segment.heading;
  }
  const element = writer.page.elements[segment.element]?.element;
  if (element && isDisclosure(element) && segment.words <= TITLE_WORDS) return Math.min(6, writer.level + 1);
  return writer.lists === 0 && isTitle(segment) ? Math.min(6, writer.level + 1) : 0;
}

function isTitle(segment: Segment): boolean {
  const { text, words } = segment;
  if (words === 0 || words > TITLE_WORDS || segment.linked === words || /[,;]$/.test(text)) return false;
  const ends = /[.!]$/.test(text);
  if (segment.bold === words) return !ends || words <= 6;
  if (ends || words > 10 || /[:;]/.test(text)) return false;
  if (NUMBERED.test(text)) return true;
  return words > 1 && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
}
