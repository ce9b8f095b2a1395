import type { ClauseFrame, Polarity } from '../frame.js';
import { spanOf, valuesOf } from '../frames.js';
import { noticeOf } from '../notice.js';
import type { Predicate } from '../predicate.js';
import type { Mark, SentenceReading } from '../reading.js';
import { type SlotMarks, withSlots } from '../slots.js';
import { isSupposed } from './statements.js';
import { holds } from './validity.js';

/** A predicate with its slots, before it becomes a frame. */
export interface Draft {
  readonly reading: SentenceReading;
  readonly predicate: Predicate;
  readonly slots: SlotMarks;
}

/** Conditions under which something is done only if the user brings it about. */
const GATES = /^condition\.(?:consent|user-request)/;

/** The frame of a draft, or undefined if the words do not add up to its action. */
export function frameOf(draft: Draft): ClauseFrame | undefined {
  const { predicate, reading, slots } = draft;
  if (!holds(predicate, slots, reading)) return undefined;
  const whole = predicate.action === 'change-policy' || predicate.action === 'consent';
  return {
    action: predicate.action,
    polarity: polarityOf(draft),
    modality: predicate.modality,
    span: whole ? spanOf(reading, 0, reading.tokens.length) : spanOf(reading, predicate.from, predicate.to),
    block: reading.block.index,
    sentence: reading.number,
    leadIn: undefined,
    slots: valuesOf(reading, withManner(draft)),
  };
}

/** A statement's manner ("opt-out", "by-use") is its control; of a change to the policy, its notice. */
function withManner({ predicate, slots, reading }: Draft): SlotMarks {
  const { action, manner, start, end } = predicate;
  if (manner === 'handed-over')
    return withSlots(slots, {
      purpose: [{ class: 'purpose.handed-over', classId: -1, specific: false, start, end }],
    });
  const name =
    action === 'change-policy'
      ? `notice.${noticeOf(predicate, reading)}`
      : (action === 'choose' || action === 'consent') && manner !== ''
        ? mannerOf(predicate, reading)
        : undefined;
  if (name === undefined) return slots;
  const mark: Mark = { class: `control.${name}`, classId: -1, specific: false, start, end };
  const means = action === 'choose' ? addressIn(reading) : [];
  return withSlots(slots, { control: [mark, ...(slots.control ?? []), ...means] });
}

/** A choice of which only the consequences are told has been made: nothing is offered there. */
function mannerOf(predicate: Predicate, reading: SentenceReading): string {
  return predicate.action === 'choose' && isSupposed(predicate, reading) ? 'made' : predicate.manner;
}

/** An address or link of the sentence: by it the choice is made. */
function addressIn({ tokens, block }: SentenceReading): Mark[] {
  const links = new Set(block.links.map((link) => link.span.start));
  const at = tokens.findIndex(({ word, start }) => word.kind === 'address' || links.has(start));
  return at < 0 ? [] : [{ class: 'control.means', classId: -1, specific: true, start: at, end: at + 1 }];
}

function polarityOf({ predicate, reading, slots }: Draft): Polarity {
  if (predicate.negated)
    return reading.grammar.some((mark) => mark.class === 'grammar.exception') ? 'conditional' : 'denied';
  return (slots.condition ?? []).some((mark) => GATES.test(mark.class)) ? 'conditional' : 'affirmed';
}
