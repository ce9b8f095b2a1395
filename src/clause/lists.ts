import type { Block } from '../document/index.js';
import type { Action, ClauseFrame, SlotName } from './frame.js';
import { SLOTS } from './frame.js';
import { type Draft, frameOf, spanOf, type VerbDraft, valuesOf } from './frames.js';
import { destinationsOf } from './places.js';
import type { Mark, SentenceReading } from './reading.js';

/** Actions that a lead-in hands on to its items. */
const HANDED_ON: ReadonlySet<Action> = new Set([
  'collect',
  'use',
  'share',
  'sell',
  'transfer',
  'retain',
  'store',
]);

/**
 * The block that introduces this one: as the document ties them or, for an enumeration without bullets ("We use data:",
 * "to reply to you;", "to send you news."), the sentence before it that ends in a colon. `known` holds the answers for
 * the blocks before.
 */
export function leadInOf(
  block: Block,
  blocks: readonly Block[],
  first: SentenceReading | undefined,
  known: readonly (number | undefined)[],
): number | undefined {
  if (block.leadIn !== undefined || block.kind !== 'paragraph') return block.leadIn;
  const before = blocks[block.index - 1];
  if (before === undefined || before.kind === 'heading' || before.section !== block.section) return undefined;
  const opensWithData = (first?.slots.data ?? []).some((mark) => mark.start <= 1);
  if (!/^(\p{Ll}|\(?[a-z0-9]{1,3}[.)])/u.test(block.text) && !opensWithData) return undefined;
  if (/[:：]\s*$/.test(before.text)) return before.index;
  const shared = known[before.index];
  if (before.kind !== 'paragraph' || shared === undefined) return undefined;
  return opensWithData || /([;,]|\b(and|or))\s*$/.test(before.text) ? shared : undefined;
}

/**
 * The frames an item gets from the sentence (or heading) that introduces its list: "We share data with:" +
 * "our partners". The item's own words fill the slots first, the lead-in's the rest.
 */
export function itemFrames(
  block: Block,
  sentences: readonly SentenceReading[],
  drafts: readonly (readonly VerbDraft[])[],
  leadIn: number | undefined,
): ClauseFrame[] {
  const first = sentences[0];
  if (leadIn === undefined || first === undefined) return [];
  if (!introduces(drafts[leadIn]?.at(-1)?.reading, block) || speaksForItself(drafts[block.index] ?? []))
    return [];
  const introducing = (drafts[leadIn] ?? []).filter(
    ({ verb }) => HANDED_ON.has(verb.action) && verb.manner !== 'received',
  );
  const last = introducing.at(-1)?.reading;
  const frames: ClauseFrame[] = [];
  for (const draft of introducing) {
    if (draft.reading !== last) continue;
    const frame = handOn(draft, first, block);
    if (frame) frames.push(frame);
  }
  return frames;
}

/** A heading, an outer item, or a sentence that points ahead: "…:", "the following", "as described below". */
function introduces(last: SentenceReading | undefined, item: Block): boolean {
  if (last === undefined) return false;
  // "We will:" leaves the verb to the items.
  if (/\b(will|shall|may|can|must|would|should|not)\s*[:：]\s*$/.test(last.block.text)) return false;
  if (last.block.kind !== 'paragraph') return last.block.kind === 'item' || item.text.length < 160;
  return /[:：]\s*$|\b(following|below|as follows)\b/.test(last.block.text.slice(-120));
}

/** An item that is a sentence of its own takes nothing over. */
function speaksForItself(own: readonly VerbDraft[]): boolean {
  return own.some(
    ({ verb }) => verb.start < 14 && verb.predicate.subject?.class.startsWith('actor.') === true,
  );
}

/** An item's own fillers; a place only if data goes there. */
function ownMarks(item: SentenceReading, slot: SlotName): readonly Mark[] {
  // Who acts is told by the sentence that introduces the item: "your" in it is nobody's deed.
  const marks = slot === 'actor' ? [] : (item.slots[slot] ?? []);
  return slot === 'place' ? destinationsOf(item, marks) : marks;
}

function handOn(draft: Draft, item: SentenceReading, block: Block): ClauseFrame | undefined {
  const merged: { -readonly [S in SlotName]?: NonNullable<Draft['slots'][S]> } = {};
  for (const slot of SLOTS) {
    const own = ownMarks(item, slot);
    const given = draft.slots[slot] ?? [];
    merged[slot] = own.length > 0 ? own : given;
  }
  const frame = frameOf({ reading: draft.reading, predicate: draft.predicate, slots: merged }, true);
  if (frame === undefined) return undefined;
  const own = valuesOf(item, { ...item.slots, actor: [], place: ownMarks(item, 'place') });
  const given = valuesOf(draft.reading, draft.slots);
  const slots: { -readonly [S in SlotName]?: NonNullable<ClauseFrame['slots'][S]> } = {};
  for (const slot of SLOTS) {
    const values =
      slot === 'condition' || (slot === 'purpose' && frame.action !== 'use')
        ? [...(own[slot] ?? []), ...(given[slot] ?? [])]
        : // An item of "we use data to:" is the purpose; what else the lead-in names is another one.
          (own[slot] ?? (slot === 'purpose' ? undefined : given[slot]));
    if (values && values.length > 0) slots[slot] = values;
  }
  return {
    ...frame,
    slots,
    span: spanOf(item, 0, item.tokens.length),
    block: block.index,
    sentence: item.number,
    leadIn: draft.reading.block.index,
  };
}
