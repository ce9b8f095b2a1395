import type { Predicate } from './predicate.js';
import type { Mark, SentenceReading } from './reading.js';
import type { SlotMarks } from './slots.js';

const has = (marks: readonly Mark[] | undefined, test: (name: string) => boolean): boolean =>
  (marks ?? []).some((m) => test(m.class));

/** A purpose or a law that stands for a period tells something only of what is said to be kept. */
const isDuration = (name: string): boolean => name !== 'period.vague.purpose' && name !== 'period.legal';

/** Does the clause say how long data is kept, or that it is (not) kept? `manner` tells by which kind of verb. */
export function isRetention(p: Predicate, slots: SlotMarks, reading: SentenceReading): boolean {
  if (p.agent === 'user' || isNotKept(reading, p)) return false;
  const data = slots.data ?? [];
  if (data.length > 0 && data.every((m) => m.class === 'data.cookie')) return false;
  const lasts = has(slots.period, isDuration);
  if (p.manner === 'keep') return p.agent === 'third-party' ? lasts : lasts || data.length > 0;
  if (p.manner === 'delete')
    return lasts && data.length > 0 && p.agent !== 'third-party' && !onRequest(slots);
  return lasts && data.length > 0 && p.agent !== 'third-party';
}

function onRequest(slots: SlotMarks): boolean {
  return has(slots.condition, (name) => name === 'condition.user-request');
}

/** "keep it confidential", "keep you informed". */
function isNotKept(reading: SentenceReading, p: Predicate): boolean {
  return reading.grammar.some((m) => m.class === 'grammar.not-kept' && m.start === p.start);
}
