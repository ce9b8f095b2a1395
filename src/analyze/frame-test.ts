import type { ClauseFrame, SentenceReading, SlotName, SlotValue } from '../clause/index.js';
import type { Audience } from '../document/index.js';
import type { CompiledFrameTest, SlotTest } from '../ruleset/index.js';

const NONE: readonly SlotValue[] = [];

/** Whether a frame is what a test asks for. `reading` is the sentence it stands in, `audience` whom its section addresses. */
export function frameFits(
  frame: ClauseFrame,
  test: CompiledFrameTest,
  reading: SentenceReading | undefined,
  audience: Audience | undefined,
): boolean {
  if (test.action && !test.action.includes(frame.action)) return false;
  if (test.polarity && !test.polarity.includes(frame.polarity)) return false;
  if (test.modality && !test.modality.includes(frame.modality)) return false;
  for (const slot in test.slots) {
    const name = slot as SlotName;
    if (!slotFits(frame.slots[name] ?? NONE, test.slots[name] as SlotTest)) return false;
  }
  if (test.inherited !== undefined && test.inherited !== (frame.leadIn !== undefined)) return false;
  if (audience && test.outside?.includes(audience)) return false;
  if (test.says && !saysAny(reading, test.says)) return false;
  return !(test.lacks && saysAny(reading, test.lacks));
}

/** Whether a slot's values are what a test asks for. */
export function slotFits(values: readonly SlotValue[], test: SlotTest): boolean {
  const { some, none, only, first } = test;
  if (test.present !== undefined && test.present !== values.length > 0) return false;
  if (test.specific !== undefined && test.specific !== values.some((value) => value.specific)) return false;
  if (some && !values.some((value) => isAnyOf(value, some))) return false;
  if (none && values.some((value) => isAnyOf(value, none))) return false;
  if (first && !(values[0] && isAnyOf(values[0], first))) return false;
  return !only || (values.length > 0 && values.every((value) => isAnyOf(value, only)));
}

export function isAnyOf(value: SlotValue, classes: readonly string[]): boolean {
  return classes.some((name) => isA(value.class, name));
}

/** Whether a class is the named one or stands below it: "recipient.generic" is a "recipient". */
function isA(name: string, ancestor: string): boolean {
  return name.startsWith(ancestor) && (name.length === ancestor.length || name[ancestor.length] === '.');
}

export function saysAny(reading: SentenceReading | undefined, classIds: readonly number[]): boolean {
  if (reading === undefined) return false;
  const said = classesIn(reading);
  return classIds.some((id) => said.has(id));
}

const known = new WeakMap<SentenceReading, ReadonlySet<number>>();

/** The classes found in a sentence, looked up once however many clauses and rules ask. */
function classesIn(reading: SentenceReading): ReadonlySet<number> {
  let said = known.get(reading);
  if (said === undefined) {
    said = new Set(reading.matches.map((match) => match.classId));
    known.set(reading, said);
  }
  return said;
}
