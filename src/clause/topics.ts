import type { Block, PolicyDocument } from '../document/index.js';
import type { Action, ClauseFrame, SlotValue } from './frame.js';
import { slotValueOf } from './frames.js';
import type { SentenceReading } from './reading.js';

/** Conditions that a title may set for what stands under it: "Business transfers", "For legal reasons". */
const SET_BY_TITLE = /^condition\.(merger|legal|protection|consent)/;
const GOVERNED: ReadonlySet<Action> = new Set(['share', 'sell', 'transfer', 'use']);

/**
 * Adds to a block's frames the conditions that its run-in label, the first cell of its row or its section's heading
 * sets. `readings` holds those of the blocks so far, this one included.
 */
export function underTopic(
  frames: readonly ClauseFrame[],
  block: Block,
  document: PolicyDocument,
  readings: readonly (readonly SentenceReading[])[],
): readonly ClauseFrame[] {
  if (!frames.some((frame) => GOVERNED.has(frame.action))) return frames;
  const near = [...labelOf(block, readings), ...rowTitle(block, document, readings)].flatMap(conditionsOf);
  const far = heading(block, document, readings).flatMap(conditionsOf);
  if (near.length + far.length === 0) return frames;
  return frames.map((frame) => {
    if (!GOVERNED.has(frame.action)) return frame;
    // A clause that names its own recipients may speak of something else than its section does.
    const set = frame.slots.recipient ? near : [...near, ...far];
    return { ...frame, slots: { ...frame.slots, condition: [...(frame.slots.condition ?? []), ...set] } };
  });
}

function conditionsOf(title: SentenceReading): SlotValue[] {
  return (title.slots.condition ?? [])
    .filter((mark) => SET_BY_TITLE.test(mark.class))
    .map((mark) => slotValueOf(title, mark));
}

function labelOf(
  block: Block,
  readings: readonly (readonly SentenceReading[])[],
): readonly SentenceReading[] {
  const { label } = block;
  if (label === undefined) return [];
  return (readings[block.index] ?? []).filter((reading) => (reading.tokens[0]?.start ?? 0) < label.end);
}

function rowTitle(
  block: Block,
  { blocks }: PolicyDocument,
  readings: readonly (readonly SentenceReading[])[],
): readonly SentenceReading[] {
  if (block.cell === undefined || block.cell.column === 0) return [];
  const { table, row, column } = block.cell;
  for (let i = block.index - 1; i >= block.index - column; i--) {
    const cell = blocks[i]?.cell;
    if (cell?.table === table && cell.row === row && cell.column === 0) return readings[i] ?? [];
  }
  return [];
}

function heading(
  block: Block,
  { sections }: PolicyDocument,
  readings: readonly (readonly SentenceReading[])[],
): readonly SentenceReading[] {
  const at = sections[block.section]?.heading;
  return at === undefined ? [] : (readings[at] ?? []);
}
