import type { PolicyDocument } from '../document/index.js';
import type { CompiledFrameTest, CompiledRule } from '../ruleset/index.js';
import type { Span } from '../source/index.js';
import { slotFits } from './frame-test.js';
import type { Trigger } from './trigger.js';

/** Words of a block, by their place in the source. */
export interface Place {
  readonly block: number;
  readonly span: Span;
}

/**
 * The words to quote: the clause, or the slot's first value that the rule asks for, which may stand in another cell of
 * the row. None if an item has that value from its lead-in only: the lead-in is the place to judge.
 */
export function quoted(
  rule: CompiledRule,
  test: CompiledFrameTest,
  frame: Trigger,
  { blocks }: PolicyDocument,
): Place | undefined {
  const { quote } = rule;
  if (quote === 'clause' || frame.action === undefined) return frame;
  const { some, only, first } = test.slots?.[quote] ?? {};
  const asked = first ?? some ?? only;
  const value = (frame.slots[quote] ?? []).find(
    (one) =>
      standsWith(blocks, frame.block, one.block) && (asked === undefined || slotFits([one], { some: asked })),
  );
  return value ?? ((frame.slots[quote] ?? []).length > 0 ? undefined : frame);
}

/** The same block, or two cells of a row. */
function standsWith(blocks: PolicyDocument['blocks'], block: number, other: number): boolean {
  if (block === other) return true;
  const [a, b] = [blocks[block]?.cell, blocks[other]?.cell];
  return a !== undefined && b !== undefined && a.table === b.table && a.row === b.row;
}
