import type { Block } from '../../document/index.js';
import type { Action, ClauseFrame, SlotName } from '../frame.js';
import { SLOTS } from '../frame.js';
import { spanOf, valuesOf } from '../frames.js';
import type { SentenceReading } from '../reading.js';
import { type Draft, frameOf } from './frames.js';

/** Actions that a lead-in hands on to its items. */
const HANDED_ON: ReadonlySet<Action> = new Set([
  'collect',
  'use',
  'share',
  'sell',
  'transfer',
  'retain',
  'store',
  'grant-right',
]);

/** "（一）", "1、", "①", "a.": what begins an item that no markup shows as one. */
const ENUMERATOR =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z]|[ivx]{1,4})[）).、，,．](?!\d)|[①-⑳•·●○■◆▪-])\s*/u;
/** What announces a list: a colon, or words that point ahead. */
const ANNOUNCES = /[:：]\s*$|(?:以下|下列|如下)[^。；]{0,16}[。:：]?\s*$/;

/** Where a reader stands in the lists of a document. */
export interface Lists {
  /** The drafts whose actions a sentence takes over; none if it is no item. */
  before(reading: SentenceReading): readonly Draft[];
  /** Takes down what a sentence said, so that items behind it find it. */
  after(reading: SentenceReading, drafts: readonly Draft[]): void;
}

/**
 * Follows the lists of a document. An item is introduced by the block that the document ties it to or, where items are no
 * more than numbered lines, by the last sentence that announced a list in its section.
 */
export function listsOf(): Lists {
  const byBlock = new Map<number, readonly Draft[]>();
  let open: OpenList | undefined;
  return {
    before(reading) {
      const { block, number } = reading;
      if (block.leadIn !== undefined && number === 0) return byBlock.get(block.leadIn) ?? [];
      if (open === undefined || open.section !== block.section || !isItem(reading, open)) return [];
      return open.drafts;
    },
    after(reading, drafts) {
      const { block } = reading;
      const text = textOf(reading);
      if (ANNOUNCES.test(text)) {
        const handing = drafts.filter(
          ({ predicate }) => HANDED_ON.has(predicate.action) && predicate.manner !== 'received',
        );
        byBlock.set(block.index, handing);
        open = { section: block.section, drafts: handing, goesOn: true, items: 0 };
      } else if (open !== undefined) {
        const item = isItem(reading, open);
        open = item ? { ...open, goesOn: GOES_ON.test(text), items: open.items + 1 } : undefined;
      }
    },
  };
}

interface OpenList {
  readonly section: number;
  readonly drafts: readonly Draft[];
  /** The last sentence ended so that the next belongs to it. */
  readonly goesOn: boolean;
  readonly items: number;
}

/** "1.1 注册": a title, where no stop ends it. */
const SECTION = /^\d{1,2}(?:\.\d{1,2})+[.、\s]/;
/** What shows that the list goes on. */
const GOES_ON = /[：:；;，,]\s*$/;
const ENDS = /[。；;！!]\s*$/;

/** A marked item, or a line behind one that ends in a semicolon. A numbered line without any stop is the next title. */
function isItem(reading: SentenceReading, { goesOn, items }: OpenList): boolean {
  const text = textOf(reading);
  const marked = reading.block.kind === 'item' || ENUMERATOR.test(text.slice(0, 12));
  if (SECTION.test(text) && !ENDS.test(text)) return false;
  if (marked && items > 0 && !goesOn && !ENDS.test(text) && reading.block.kind === 'paragraph') return false;
  return marked || goesOn;
}

function textOf({ block, tokens }: SentenceReading): string {
  return block.text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/** The frames that a sentence gets as an item of a list: its own words fill the slots first, the lead-in's the rest. */
export function itemFrames(
  reading: SentenceReading,
  own: readonly Draft[],
  leading: readonly Draft[],
): ClauseFrame[] {
  const speaks = new Set(own.map(({ predicate }) => predicate.action));
  return leading.flatMap((draft) => {
    if (speaks.has(draft.predicate.action)) return [];
    const frame = handOn(draft, reading);
    return frame ? [frame] : [];
  });
}

const CASES = /^(?:以下|下列|如下|下述).*(?:情形|情况)$/;

function handOn(draft: Draft, item: SentenceReading): ClauseFrame | undefined {
  const frame = frameOf(draft);
  if (frame === undefined) return undefined;
  // "以下情形下，我们会向境外提供：": the items are cases, and the place is told once.
  if (frame.action === 'transfer' && frame.slots.condition?.some(({ text }) => CASES.test(text)))
    return undefined;
  const own = valuesOf(item, { ...item.slots, actor: [] });
  const slots: { -readonly [S in SlotName]?: NonNullable<ClauseFrame['slots'][S]> } = {};
  for (const slot of SLOTS) {
    const given = frame.slots[slot];
    const values = slot === 'condition' ? [...(own[slot] ?? []), ...(given ?? [])] : (own[slot] ?? given);
    if (values && values.length > 0) slots[slot] = values;
  }
  return {
    ...frame,
    slots,
    span: spanOf(item, 0, item.tokens.length),
    block: item.block.index,
    sentence: item.number,
    leadIn: draft.reading.block.index,
  };
}

/** Whether a block's cell only names its column. */
export function isColumnHeader({ cell }: Block): boolean {
  return cell !== undefined && cell.header === undefined && cell.row === 0;
}
