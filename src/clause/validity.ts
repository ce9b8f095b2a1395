import type { Action } from './frame.js';
import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import type { SlotMarks } from './slots.js';

type Check = (predicate: Predicate, slots: SlotMarks, reading: SentenceReading) => boolean;

const has = (marks: readonly Mark[] | undefined, prefix?: string): boolean =>
  (marks ?? []).some((m) => prefix === undefined || m.class.startsWith(prefix));

const outsiders = (slots: SlotMarks): readonly Mark[] => slots.recipient ?? [];

const byController = (p: Predicate): boolean => p.agent === 'controller' || p.agent === 'open';

const byManner: Readonly<Record<string, Check>> = {
  'share/strong': (p, slots) => {
    if (p.agent === 'user') return false;
    if (p.agent === 'third-party') return (slots.recipient?.length ?? 0) > 1 || has(slots.data);
    return outsiders(slots).length > 0 || (has(slots.data) && (p.passive || p.agent === 'controller'));
  },
  'share/weak': (p, slots, reading) => {
    if (p.agent === 'user' || !has(slots.data)) return false;
    if (p.agent === 'third-party') return reading.tokens[p.end - 1]?.word.lower === 'access' || (slots.recipient?.length ?? 0) > 1;
    return outsiders(slots).some((m) => m.start >= p.start || p.passive);
  },
  'share/received': (p, slots) => p.agent === 'third-party' && has(slots.data) && has(slots.recipient),
  'collect/given': (p, slots) => p.agent === 'user' && has(slots.data),
};

const byAction: Partial<Record<Action, Check>> = {
  sell: (p, slots) => p.agent !== 'user' && has(slots.data),
  collect: (p, slots) => byController(p) && has(slots.data),
  use: (p, slots) => byController(p) && (has(slots.data)),
  transfer: (_p, slots) => has(slots.place) && has(slots.data),
  store: (_p, slots) => has(slots.data) || has(slots.place),
  retain: (p, slots, reading) => {
    if (has(slots.period)) return true;
    return /^(retain|retent|keep|kept)/.test(reading.tokens[p.start]?.word.stem ?? '') && has(slots.data) && p.agent !== 'user';
  },
};

/** Do the words add up to the action? A verb alone says little: "provide" is sharing only with data and somebody who gets it. */
export function holds(predicate: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  const check = byManner[`${predicate.action}/${predicate.manner}`] ?? byAction[predicate.action];
  return check === undefined || check(predicate, slots, reading);
}
