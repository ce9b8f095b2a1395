import type { Block, PolicyDocument } from '../document/index.js';
import type { Action, ClauseFrame, SlotName, SlotValue } from './frame.js';
import { slotValueOf, spanOf } from './frames.js';
import type { SentenceReading } from './reading.js';

/** What a column tells of its row, by the class of its header. */
const COLUMNS: readonly { readonly header: string; readonly action: Action; readonly slot: SlotName }[] = [
  { header: 'heading.recipient', action: 'share', slot: 'recipient' },
  { header: 'heading.place', action: 'transfer', slot: 'place' },
  { header: 'heading.period', action: 'retain', slot: 'period' },
  { header: 'heading.purpose', action: 'use', slot: 'purpose' },
];

/** What fills a column of purposes without naming any. */
const EMPTY =
  /^\s*(various|miscellaneous|other|general|several|diverse|all)( (tasks|matters|work|services))?\.?\s*$/i;

type Readings = readonly (readonly SentenceReading[])[];

/**
 * The frames of data tables: a row with a recipient under "Recipient" says that data is shared, one with a country under
 * "Country" that it goes there. The other cells of the row fill the other slots. Work: each cell is read once a row.
 */
export function tableFrames(document: PolicyDocument, readings: Readings): ClauseFrame[] {
  const frames: ClauseFrame[] = [];
  for (const row of rowsOf(document.blocks)) {
    const values = row.flatMap((cell) => valuesOfCell(cell, readings));
    const given = row.some((cell) => isUnder(cell, 'heading.recipient', readings));
    for (const { header, action, slot } of COLUMNS) {
      // What others do with the data is no use of the controller's own.
      if (given && action === 'use') continue;
      for (const cell of row) {
        if (!isUnder(cell, header, readings)) continue;
        const first = (readings[cell.index] ?? [])[0];
        const own = values.filter((value) => value.slot === slot && value.value.block === cell.index);
        if (first && own.length > 0 && !isNothing(cell.text))
          frames.push(frameOfCell(first, cell, action, values, own));
      }
    }
  }
  return frames;
}

interface Filled {
  readonly slot: SlotName;
  readonly value: SlotValue;
}

function frameOfCell(
  first: SentenceReading,
  cell: Block,
  action: Action,
  values: readonly Filled[],
  own: readonly Filled[],
): ClauseFrame {
  const slots: { -readonly [S in SlotName]?: SlotValue[] } = {};
  // "Partners; authorities as the law requires": the law is why the authorities get it, and nobody else in the cell.
  const mixed = own.some(({ value }) => value.class === 'recipient.authority') && own.some(isUnknown);
  for (const { slot, value } of [...own, ...values.filter((one) => !own.includes(one))]) {
    if (mixed && value.block === cell.index && /^(condition|purpose)\.(legal|protection)/.test(value.class))
      continue;
    if (own.some((one) => one.slot === slot) && value.block !== cell.index) continue;
    const filled = slots[slot];
    if (filled) filled.push(value);
    else slots[slot] = [value];
  }
  return {
    action,
    polarity: 'affirmed',
    modality: 'none',
    span: spanOf(first, 0, first.tokens.length),
    block: cell.index,
    sentence: 0,
    leadIn: cell.cell?.header,
    slots,
  };
}

const isUnknown = ({ value }: Filled): boolean =>
  /^recipient\.(generic|affiliate|processor)/.test(value.class);

function valuesOfCell(cell: Block, readings: Readings): Filled[] {
  const filled: Filled[] = [];
  for (const reading of readings[cell.index] ?? []) {
    for (const [slot, marks] of Object.entries(reading.slots)) {
      if (slot === 'actor' || slot === 'control') continue;
      for (const mark of marks) filled.push({ slot: slot as SlotName, value: slotValueOf(reading, mark) });
    }
    if (isUnder(cell, 'heading.purpose', readings) && !reading.slots.purpose?.length) {
      const empty = EMPTY.test(cell.text);
      const name = empty ? 'purpose.vague' : 'purpose.stated';
      const all = { class: name, classId: -1, specific: !empty, start: 0, end: reading.tokens.length };
      filled.push({ slot: 'purpose', value: slotValueOf(reading, all) });
    }
  }
  return filled;
}

function isUnder(cell: Block, header: string, readings: Readings): boolean {
  const at = cell.cell?.header;
  return (
    at !== undefined &&
    (readings[at] ?? []).some(({ matches }) => matches.some((match) => match.class === header))
  );
}

/** "None", "not shared", "–": the cell says that there is nothing to say. */
function isNothing(text: string): boolean {
  return /^\s*(no|none|n\/a|not\s.*|never.*|[-–—])\s*\.?\s*$/i.test(text);
}

/** The body rows of all tables, cells in order. */
function rowsOf(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  let last: Block['cell'];
  for (const block of blocks) {
    const { cell } = block;
    if (cell?.header === undefined) continue;
    if (last && last.table === cell.table && last.row === cell.row) (rows.at(-1) as Block[]).push(block);
    else rows.push([block]);
    last = cell;
  }
  return rows;
}
