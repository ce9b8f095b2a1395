import type { ClauseFrame, SlotValue } from '../clause/index.js';
import type { SlotTest } from '../ruleset/index.js';

/** Whether a class is the named one or stands below it: "recipient.generic" is a "recipient". */
export function isA(name: string, ancestor: string): boolean {
  return name === ancestor || (name.startsWith(ancestor) && name[ancestor.length] === '.');
}

/** Whether a slot's values are what a test asks for. */
export function slotFits(values: readonly SlotValue[], test: SlotTest): boolean {
  const among = (value: SlotValue, names: readonly string[]): boolean => names.some((name) => isA(value.class, name));
  if (test.present !== undefined && test.present !== values.length > 0) return false;
  if (test.specific !== undefined && test.specific !== values.some((value) => value.specific)) return false;
  const { some, none, only } = test;
  if (some && !values.some((value) => among(value, some))) return false;
  if (none && values.some((value) => among(value, none))) return false;
  if (only && !(values.length > 0 && values.every((value) => among(value, only)))) return false;
  return true;
}

export type { ClauseFrame };
