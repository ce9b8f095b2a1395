import type { Box, Page } from './segment.js';

/** A table of data: its cells are read as cells, in rows. Other tables lay out the page. */
export interface DataTables {
  /** Indices in `Page.elements` of data tables. */
  readonly tables: ReadonlySet<number>;
  /** The cells of data tables. */
  readonly cells: ReadonlyMap<number, DataCell>;
  /** Rows of data tables. */
  readonly rows: ReadonlySet<number>;
}

export interface DataCell {
  /** It heads a column. */
  readonly header: boolean;
  /** Columns before it that cells from above or to the left reach into. */
  readonly skip: number;
}

interface Shape {
  readonly rows: number[];
  /** The cells of each row. */
  readonly cells: number[][];
  nested: boolean;
}

/** A cell longer than this is a piece of the page, not a value. */
const CELL_WORDS = 150;
/** Wider spans are mistakes or mischief. */
const MAX_SPAN = 50;
const MAX_COLUMNS = 200;

/** Tells tables of data from tables that lay out the page. */
export function dataTables(page: Page): DataTables {
  const tables = new Set<number>();
  const rows = new Set<number>();
  const cells = new Map<number, DataCell>();
  for (const [index, shape] of shapesOf(page)) {
    if (!isData(page, index, shape)) continue;
    tables.add(index);
    for (const row of shape.rows) rows.add(row);
    const held: number[] = [];
    shape.cells.forEach((row, at) => {
      const header = isHeaderRow(page, row, at);
      for (const [cell, skip] of placed(page, row, held)) cells.set(cell, { header, skip });
    });
  }
  return { tables, cells, rows };
}

/** Places a row's cells in columns; `held` counts for each column the rows that a cell above still reaches into. */
function placed(page: Page, row: readonly number[], held: number[]): [number, number][] {
  const out: [number, number][] = [];
  const free = held.map((rows) => rows <= 0);
  let column = 0;
  let written = 0;
  for (let i = 0; i < held.length; i++) held[i] = Math.max(0, (held[i] as number) - 1);
  for (const cell of row) {
    while (free[column] === false) column++;
    out.push([cell, column - written]);
    written = column + 1;
    const columns = spanOf(page, cell, 'colSpan');
    const rows = spanOf(page, cell, 'rowSpan') - 1;
    for (let i = 0; i < columns; i++, column++) {
      if (rows > 0 && column < MAX_COLUMNS) held[column] = rows;
    }
  }
  for (let i = 0; i < held.length; i++) held[i] ??= 0;
  return out;
}

function spanOf(page: Page, cell: number, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(page.elements[cell]?.element.properties[name] ?? 1);
  return value >= 1 ? Math.min(Math.floor(value), MAX_SPAN) : 1;
}

function shapesOf(page: Page): Map<number, Shape> {
  const shapes = new Map<number, Shape>();
  const open: number[] = [];
  page.elements.forEach((box, index) => {
    while (open.length > 0 && (page.elements[open[open.length - 1] as number] as Box).end <= index)
      open.pop();
    const inside = open[open.length - 1];
    const shape = inside === undefined ? undefined : shapes.get(inside);
    const tag = box.element.tagName;
    if (tag === 'table') {
      if (shape) shape.nested = true;
      shapes.set(index, { rows: [], cells: [], nested: false });
      open.push(index);
    } else if (tag === 'tr' && shape) {
      shape.rows.push(index);
      shape.cells.push([]);
    } else if ((tag === 'td' || tag === 'th') && shape) {
      shape.cells[shape.cells.length - 1]?.push(index);
    }
  });
  return shapes;
}

function isData(page: Page, table: number, shape: Shape): boolean {
  const role = (page.elements[table] as Box).element.properties.role;
  if (shape.nested || String(role) === 'presentation' || String(role) === 'none') return false;
  const filled = shape.cells.map((row) => row.filter((cell) => wordsIn(page, cell) > 0));
  const full = filled.filter((row) => row.length >= 2);
  if (full.length < 2) return false;
  const box = page.elements[table] as Box;
  for (let i = box.from; i < box.to; i++) if ((page.segments[i]?.heading ?? 0) > 0) return false;
  const headed = shape.cells.some((row, at) => row.length >= 2 && isHeaderRow(page, row, at));
  const sizes = filled.flat().map((cell) => wordsIn(page, cell));
  const long = sizes.filter((words) => words > CELL_WORDS).length;
  return headed ? long * 4 <= sizes.length : long === 0 && full.length * 2 >= filled.length;
}

/** Headers are `th`, or the first row when all of it is bold. */
function isHeaderRow(page: Page, row: readonly number[], at: number): boolean {
  const filled = row.filter((cell) => wordsIn(page, cell) > 0);
  if (filled.length === 0) return false;
  const heads = filled.filter((cell) => page.elements[cell]?.element.tagName === 'th');
  // A row with one `th` and values beside it has a row header, which heads no column.
  if (heads.length > 0) return heads.length === filled.length && (filled.length > 1 || row.length === 1);
  return at === 0 && filled.length > 1 && filled.every((cell) => isBoldCell(page, cell));
}

function isBoldCell(page: Page, cell: number): boolean {
  const box = page.elements[cell] as Box;
  for (let i = box.from; i < box.to; i++) {
    const segment = page.segments[i];
    if (segment && segment.bold < segment.words) return false;
  }
  return box.to > box.from;
}

function wordsIn(page: Page, element: number): number {
  const box = page.elements[element] as Box;
  let words = 0;
  for (let i = box.from; i < box.to; i++) words += page.segments[i]?.words ?? 0;
  return words;
}
