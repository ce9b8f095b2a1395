import type { Gate } from './gate.js';
import type { Judge, Outcome } from './judge.js';
import { inOrder } from './order.js';
import type { Repeats } from './repeats.js';
import type { Body, Head } from './shape.js';
import type { Item } from './task.js';
import { type WorkshopSetup, workshopOf } from './workshop.js';

/** A policy with all that a line about it says. */
export interface Entry {
  readonly item: Item;
  readonly head: Head;
  readonly body: Body;
  readonly outcome: Outcome;
}

export interface EntriesOptions extends WorkshopSetup {
  /** Gates that leave a policy without a report. */
  readonly skip: readonly Gate[];
  readonly repeats: Repeats;
  /** Policies before the first of these. */
  readonly before: number;
  readonly signal?: AbortSignal | undefined;
}

/** Policies that may wait for one before them, for each thread. */
const AHEAD = 8;
/** UTF-16 units of text that may be held at once. */
const HELD = 32 * 1024 * 1024;
/** A file is not in memory before a thread reads it. */
const FILE_WEIGHT = 1024;

/** Judges policies side by side; yields them in order. Ends early, without an error, when the signal says so. */
export async function* entriesOf(
  items: AsyncIterator<Item>,
  judge: Judge,
  options: EntriesOptions,
): AsyncGenerator<Entry> {
  const workshop = workshopOf(judge, options);
  let place = options.before;
  try {
    const bounds = { items: options.jobs * AHEAD, weight: HELD, weigh, signal: options.signal };
    for await (const { item, result } of inOrder(items, (one) => workshop.work(one), bounds)) {
      place++;
      yield settle(item, result, place, judge, options);
    }
  } finally {
    await workshop.close();
    // Not waited for: standard input may have nothing more to say for long. Its errors were told, or nobody asks any more.
    items.return?.().catch(() => undefined);
  }
}

function weigh(item: Item): number {
  return 'text' in item && item.text !== undefined ? item.text.length : FILE_WEIGHT;
}

/** Adds what only the order tells: whether an earlier policy said the same. */
function settle(
  item: Item,
  outcome: Outcome,
  place: number,
  judge: Judge,
  { repeats, skip }: Pick<EntriesOptions, 'repeats' | 'skip'>,
): Entry {
  const repeat = repeats.see(outcome.sketch, place);
  const gate = repeat ? [...outcome.gate, repeat.gate] : outcome.gate;
  const head: Head = { id: item.id, gate, repeats: repeat?.of };
  if (!repeat || !skip.includes(repeat.gate)) return { item, head, body: outcome.body, outcome };
  return { item, head, body: judge.lines.skipped, outcome: { ...outcome, row: undefined } };
}
