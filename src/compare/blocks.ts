import type { Block, PolicyDocument } from '../document/index.js';
import { movesOf } from './moves.js';
import { type Pair, pairUnits } from './pair.js';
import { type Unit, unitOf } from './unit.js';

/**
 * One line of two texts laid side by side: indices of blocks. same, reworded: they stand beside each other. moved: the words of one
 * stand elsewhere in the other text, `partner` tells where. removed, added: in one text alone.
 */
export type BlockRow =
  | { readonly kind: 'same' | 'reworded'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number }
  | {
      readonly kind: 'moved';
      readonly side: 'before' | 'after';
      readonly block: number;
      readonly partner: number;
    };

/**
 * Lays two revisions side by side, block by block, so that both can be read from top to bottom: every block of each text has one row,
 * in the order of its text. The work grows with the texts, not with their product.
 */
export function alignBlocks(before: PolicyDocument, after: PolicyDocument): BlockRow[] {
  const unitsBefore = unitsOf(before);
  const unitsAfter = unitsOf(after);
  const pairing = pairUnits(unitsBefore, unitsAfter);
  const { ordered } = movesOf(pairing, unitsBefore, unitsAfter);
  const same = new Set<Pair>(pairing.same);
  const paired = [...pairing.same, ...pairing.reworded];
  const loose = [...paired.filter((pair) => !ordered.has(pair)), ...pairing.parts];
  const partnerOfBefore = new Map(loose);
  const partnerOfAfter = new Map(loose.map(([i, j]) => [j, i]));
  const rows: BlockRow[] = [];
  let [i, j] = [0, 0];
  const upTo = (endBefore: number, endAfter: number): void => {
    for (; i < endBefore; i++) rows.push(aloneBefore(i, partnerOfBefore.get(i)));
    for (; j < endAfter; j++) rows.push(aloneAfter(j, partnerOfAfter.get(j)));
  };
  for (const pair of [...ordered].sort(([a], [b]) => a - b)) {
    upTo(...pair);
    rows.push({ kind: same.has(pair) ? 'same' : 'reworded', before: i++, after: j++ });
  }
  upTo(unitsBefore.length, unitsAfter.length);
  return rows;
}

function aloneBefore(block: number, partner: number | undefined): BlockRow {
  return partner === undefined
    ? { kind: 'removed', before: block }
    : { kind: 'moved', side: 'before', block, partner };
}

function aloneAfter(block: number, partner: number | undefined): BlockRow {
  return partner === undefined
    ? { kind: 'added', after: block }
    : { kind: 'moved', side: 'after', block, partner };
}

/** Headings answer to headings, text to text of whatever form. */
function unitsOf({ blocks, sections }: PolicyDocument): Unit[] {
  return blocks.map(({ kind, text, section }: Block) =>
    unitOf(kind === 'heading' ? 'heading' : 'text', text, sections[section]?.path ?? []),
  );
}
