import { ACTIONS, type Action } from '../clause/index.js';
import type { CompiledProfile, CompiledSignTest } from '../ruleset/index.js';

/** A test of a sign, and which sign it is: its number among all signs of all questions. */
export interface Watch {
  readonly sign: number;
  readonly test: CompiledSignTest;
}

/** By the number of a phrase's class; most have none. */
export type ByClass = readonly (readonly Watch[] | undefined)[];

/** The tests of all questions, by what has to be there for them to be looked at. */
export interface Watches {
  readonly signs: number;
  readonly byAction: ReadonlyMap<Action, readonly Watch[]>;
  readonly bySaying: ByClass;
  readonly byLink: ByClass;
  /** Number of a question's sign. */
  signOf(profile: CompiledProfile, name: string): number;
}

const known = new WeakMap<readonly CompiledProfile[], Watches>();

/** Sorts the tests of questions once, however many documents are asked. */
export function watchesOf(profiles: readonly CompiledProfile[]): Watches {
  const watches = known.get(profiles) ?? sorted(profiles);
  known.set(profiles, watches);
  return watches;
}

function sorted(profiles: readonly CompiledProfile[]): Watches {
  const byAction = new Map<Action, Watch[]>();
  const bySaying = new Map<number, Watch[]>();
  const byLink = new Map<number, Watch[]>();
  const numbers = new Map<string, number>();
  for (const { key, signs } of profiles) {
    for (const [name, tests] of Object.entries(signs)) {
      const sign = numbers.size;
      numbers.set(`${key} ${name}`, sign);
      for (const test of tests) {
        const watch: Watch = { sign, test };
        for (const action of test.frame?.action ?? (test.frame ? ACTIONS : [])) push(byAction, action, watch);
        for (const phrase of test.says ?? []) push(bySaying, phrase, watch);
        for (const phrase of test.link ?? []) push(byLink, phrase, watch);
      }
    }
  }
  return {
    signs: numbers.size,
    byAction,
    bySaying: dense(bySaying),
    byLink: dense(byLink),
    signOf: ({ key }, name) => numbers.get(`${key} ${name}`) ?? -1,
  };
}

function dense(lists: ReadonlyMap<number, readonly Watch[]>): ByClass {
  const last = Math.max(-1, ...lists.keys());
  return Array.from({ length: last + 1 }, (_, classId) => lists.get(classId));
}

function push<K>(lists: Map<K, Watch[]>, key: K, watch: Watch): void {
  const list = lists.get(key);
  if (list) list.push(watch);
  else lists.set(key, [watch]);
}
