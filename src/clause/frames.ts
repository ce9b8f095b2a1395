import type { Block } from '../document/index.js';
import type { Token } from '../text/index.js';
import type { Action, ClauseFrame, Polarity, SlotName, Slots, SlotValue } from './frame.js';
import { SLOTS } from './frame.js';
import { noticeOf } from './notice.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import { type SlotMarks, slotsOf, withSlots } from './slots.js';
import { holds, lacksNeeded, mayHold } from './validity.js';
import type { Verb } from './verbs.js';

/** A predicate with its slots, before it becomes a frame. */
export interface Draft {
  readonly reading: SentenceReading;
  readonly predicate: Predicate;
  readonly slots: SlotMarks;
}

/** The draft of a verb; what it says is read when it is asked for. */
export class VerbDraft implements Draft {
  private known: SlotMarks | undefined;

  constructor(
    readonly reading: SentenceReading,
    readonly verb: Verb,
  ) {}

  get predicate(): Predicate {
    return this.verb.predicate;
  }

  get slots(): SlotMarks {
    this.known ??= slotsOf(this.reading, this.predicate);
    return this.known;
  }
}

/** The frame of a verb, or undefined if its sentence says no such thing. */
export function frameOfVerb(draft: VerbDraft): ClauseFrame | undefined {
  return lacksNeeded(draft.verb, draft.reading) ? undefined : frameOf(draft);
}

/** The frame of a draft, or undefined if the words do not add up to its action ("we provide a service"). */
export function frameOf(draft: Draft, introduces = false): ClauseFrame | undefined {
  if (!mayHold(draft.predicate, draft.reading, introduces) || !holds(draft)) return undefined;
  const { predicate, reading } = draft;
  const slots = valuesOf(reading, withSlots(withManner(draft), { condition: conditionsOf(draft) }));
  return {
    action: actionOf(predicate),
    polarity: polarityOf(reading, predicate, draft.slots),
    modality: predicate.modality,
    span:
      predicate.action === 'change-policy' || predicate.action === 'consent'
        ? spanOf(reading, 0, reading.tokens.length)
        : spanOf(reading, predicate.from, predicate.to),
    block: reading.block.index,
    sentence: reading.number,
    leadIn: undefined,
    slots,
  };
}

/** A statement's manner ("opt-out", "by-use") is its control: `control.opt-out`; of a change to the policy, its notice. */
function withManner({ predicate, slots, reading }: Draft): SlotMarks {
  if (predicate.manner === 'handed-over') return handedOver(predicate, slots);
  const name = controlOf(predicate, reading);
  if (name === undefined) return slots;
  const { start, end } = predicate;
  const mark: Mark = { class: `control.${name}`, classId: -1, specific: false, start, end };
  const addresses = predicate.action === 'choose' ? addressNear(reading, start) : [];
  return withSlots(slots, { control: [mark, ...(slots.control ?? []), ...addresses] });
}

/** Whatever the recipient's own policy says: that is the purpose then. */
function handedOver({ start, end }: Predicate, slots: SlotMarks): SlotMarks {
  const mark: Mark = { class: 'purpose.handed-over', classId: -1, specific: false, start, end };
  return withSlots(slots, { purpose: [mark] });
}

/** How far from the words of a choice its address may stand, in tokens. */
const REACH = 60;

const NAMES_BUTTON = /^(with|press|tap|click|select|button|switch|under)$/;

/** The first address or link near a choice, or the button that its own words name: by it the choice is made. */
const starts = new WeakMap<Block, ReadonlySet<number>>();

/** Where a block's links begin, looked up once however many choices it offers. */
function linkStarts(block: Block): ReadonlySet<number> {
  let known = starts.get(block);
  if (known === undefined) {
    known = new Set(block.links.map((link) => link.span.start));
    starts.set(block, known);
  }
  return known;
}

function addressNear({ tokens, block }: SentenceReading, at: number): Mark[] {
  const before = tokens[at - 1]?.word.lower ?? '';
  if (tokens[at]?.capital && NAMES_BUTTON.test(before))
    return [{ class: 'control.means', classId: -1, specific: true, start: at, end: at + 1 }];
  for (let i = Math.max(0, at - REACH); i < Math.min(at + REACH, tokens.length); i++) {
    const { word, start } = tokens[i] as Token;
    if (word.kind !== 'address' && !linkStarts(block).has(start)) continue;
    return [{ class: 'control.means', classId: -1, specific: true, start: i, end: i + 1 }];
  }
  if (!addressFollows(tokens, block)) return [];
  return [{ class: 'control.means', classId: -1, specific: true, start: at, end: at + 1 }];
}

/** How far behind the sentence its address may follow, in letters. */
const NEXT = 160;
const ADDRESS = /[\w.+-]{1,64}@[\w-]/;

/** "You may refuse this. Write to …": the address stands in the sentence behind. */
function addressFollows(tokens: readonly Token[], block: Block): boolean {
  const end = tokens.at(-1)?.end ?? 0;
  return ADDRESS.test(block.text.slice(end, end + NEXT));
}

function controlOf(predicate: Predicate, reading: SentenceReading): string | undefined {
  const { action, manner } = predicate;
  if (action === 'change-policy') return `notice.${noticeOf(predicate, reading)}`;
  return (action === 'choose' || action === 'consent') && manner !== '' ? manner : undefined;
}

function actionOf(predicate: Predicate): Action {
  return predicate.action;
}

/** A source span of tokens, without marks at its ends. */
export function spanOf(reading: SentenceReading, from: number, to: number): { start: number; end: number } {
  const { tokens, block } = reading;
  let first = from;
  let last = to - 1;
  while (first < last && /^[,;:.)”"]$/.test(tokens[first]?.word.lower ?? '')) first++;
  while (last > first && /^[,;:(“]$/.test(tokens[last]?.word.lower ?? '')) last--;
  return block.map.toSource({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 });
}

export function valuesOf(reading: SentenceReading, marks: SlotMarks): Slots {
  const slots: Partial<Record<SlotName, SlotValue[]>> = {};
  for (const slot of SLOTS) {
    const found = marks[slot];
    if (found && found.length > 0) slots[slot] = found.map((mark) => slotValueOf(reading, mark));
  }
  return slots;
}

export function slotValueOf(reading: SentenceReading, mark: Mark): SlotValue {
  const { tokens, block } = reading;
  const start = tokens[mark.start]?.start ?? 0;
  const end = tokens[mark.end - 1]?.end ?? start;
  return {
    text: block.text.slice(start, end),
    class: mark.class,
    specific: mark.specific,
    span: block.map.toSource({ start, end }),
    block: block.index,
  };
}

/** Conditions under which something is done only if the user or an event brings it about. */
const GATES = /^condition\.(consent|user-request)/;

function polarityOf(reading: SentenceReading, predicate: Predicate, slots: SlotMarks): Polarity {
  const exception = reading.grammar.some((m) => m.class === 'grammar.exception');
  if (predicate.negated) return exception ? 'conditional' : 'denied';
  const gated = conditionsOf({ reading, predicate, slots }).some((m) => GATES.test(m.class));
  return gated ? 'conditional' : 'affirmed';
}

/** The conditions of a clause, without the gates that it may do without. */
function conditionsOf({ reading, predicate, slots }: Draft): readonly Mark[] {
  const conditions = slots.condition ?? [];
  if (predicate.negated) return conditions;
  return conditions.filter((m) => !GATES.test(m.class) || !isAlternative(reading, predicate, m));
}

/** What begins another ground than the gate before it. */
const GROUNDS = /^(where|as|if|when|for|to|otherwise|because)$/;

/** "for any other purpose or with your consent", "…; with your consent, …": it is done without the gate too. */
function isAlternative({ tokens }: SentenceReading, { start, end }: Predicate, gate: Mark): boolean {
  let at = gate.start - 1;
  while (at > 0 && tokens[at]?.word.lower === ',') at--;
  if (gate.start > end && tokens[at]?.word.lower === 'or') return true;
  if (tokens[gate.end]?.word.lower === 'or' && GROUNDS.test(tokens[gate.end + 1]?.word.lower ?? ''))
    return true;
  const [from, to] = gate.start > end ? [end, gate.start] : [gate.end, start];
  for (let i = from; i < to; i++) if (tokens[i]?.word.lower === ';') return true;
  return false;
}
