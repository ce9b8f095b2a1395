import type { SentenceReading, SlotName, SlotValue } from '../clause/index.js';
import type { Audience } from '../document/index.js';
import type { CompiledFrameTest, CompiledSentenceTest, SlotTest } from '../ruleset/index.js';
import type { Trigger } from './trigger.js';

const NONE: readonly SlotValue[] = [];

/** The first condition of a test that does not hold, by the name of its field or slot; undefined if all hold. */
export type Unmet = keyof CompiledFrameTest | SlotName | 'classes' | undefined;

/** Holds a frame against a test. `reading` is the sentence it stands in, `audience` whom its section addresses. */
export function frameMisfit(
  frame: Trigger,
  test: CompiledFrameTest,
  reading: SentenceReading | undefined,
  audience: Audience | undefined,
): Unmet {
  if (frame.action === undefined) return 'action';
  if (test.action && !test.action.includes(frame.action)) return 'action';
  if (test.polarity && !test.polarity.includes(frame.polarity)) return 'polarity';
  if (test.modality && !test.modality.includes(frame.modality)) return 'modality';
  for (const slot in test.slots) {
    const name = slot as SlotName;
    if (!slotFits(frame.slots[name] ?? NONE, test.slots[name] as SlotTest)) return name;
  }
  if (test.inherited !== undefined && test.inherited !== (frame.leadIn !== undefined)) return 'inherited';
  return placeMisfit(test, reading, audience);
}

/** Holds a sentence against a test. */
export function sentenceMisfit(
  test: CompiledSentenceTest,
  reading: SentenceReading | undefined,
  audience: Audience | undefined,
): Unmet {
  return saysAny(reading, test.classes) ? placeMisfit(test, reading, audience) : 'classes';
}

/** What is asked of the place of a clause and of the words around it. */
export function placeMisfit(
  { audience: asked, outside, says, lacks }: CompiledFrameTest | CompiledSentenceTest,
  reading: SentenceReading | undefined,
  audience: Audience | undefined,
): Unmet {
  if (asked && !(audience && asked.includes(audience))) return 'audience';
  if (audience && outside?.includes(audience)) return 'outside';
  if (says && !saysAny(reading, says)) return 'says';
  return lacks && saysAny(reading, lacks) ? 'lacks' : undefined;
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
export function classesIn(reading: SentenceReading): ReadonlySet<number> {
  let said = known.get(reading);
  if (said === undefined) {
    said = new Set(reading.matches.map((match) => match.classId));
    known.set(reading, said);
  }
  return said;
}
