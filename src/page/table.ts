import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import type { Block } from '../document/index.js';
import type { Draw } from './policy.js';

/** As many columns as a browser lets a cell span. */
const WIDEST = 1000;

/** A table of its cells in reading order; empty ones, which no block tells of, are left as gaps. */
export function tableOf(
  cells: readonly Block[],
  draw: Draw,
  attributes: (block: Block) => Properties,
): Element {
  const heads = new Set(cells.flatMap(({ cell }) => (cell?.header === undefined ? [] : [cell.header])));
  const headRows = new Set(cells.flatMap(({ index, cell }) => (cell && heads.has(index) ? [cell.row] : [])));
  const rows = new Map<number, Block[]>();
  for (const block of cells) {
    const row = block.cell?.row ?? 0;
    const known = rows.get(row);
    if (known) known.push(block);
    else rows.set(row, [block]);
  }
  const rowOf = ([row, blocks]: [number, Block[]]): Element => {
    let column = 0;
    const children = blocks.flatMap((block): Element[] => {
      const at = Math.min(block.cell?.column ?? column, WIDEST);
      const gap = at > column ? [h('td', { colSpan: at - column })] : [];
      column = at + 1;
      const cell = headRows.has(row)
        ? h('th', { scope: 'col', ...attributes(block) }, draw(block))
        : h('td', attributes(block), draw(block));
      return [...gap, cell];
    });
    return h('tr', children);
  };
  return h('table', h('tbody', Array.from(rows, rowOf)));
}
