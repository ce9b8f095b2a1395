import type { Gate } from './gate.js';
import type { Outcome } from './judge.js';
import { inOrder } from './order.js';
import type { Repeats } from './repeats.js';
import type { Body, Head, Lines } from './shape.js';

/** What a policy is known by before it is judged. */
interface Named {
  readonly id: string;
  readonly text?: string | undefined;
}

/** Where what comes of policies is made, or taken from. */
export interface Workshop<T extends Named> {
  work(item: T): Promise<Outcome>;
  close(): Promise<void>;
}

/** A policy with all that a line about it says. */
export interface Entry<T extends Named = Named> {
  readonly item: T;
  readonly head: Head;
  readonly body: Body;
  readonly outcome: Outcome;
}

export interface EntriesOptions {
  readonly lines: Lines;
  /** Policies that are worked on side by side. */
  readonly jobs: number;
  /** Gates that leave a policy without a report. */
  readonly skip: readonly Gate[];
  readonly repeats: Repeats;
  /** Policies before the first of these. */
  readonly before: number;
  readonly signal?: AbortSignal | undefined;
}

/** Policies that may wait for one before them, for each that is worked on. */
const AHEAD = 8;
/** UTF-16 units of text that may be held at once. */
const HELD = 32 * 1024 * 1024;
/** A file is not in memory before a thread reads it. */
const FILE_WEIGHT = 1024;

/** Works on policies side by side; yields them in order. Ends early, without an error, when the signal says so. */
export async function* entriesOf<T extends Named>(
  items: AsyncIterator<T>,
  workshop: Workshop<T>,
  options: EntriesOptions,
): AsyncGenerator<Entry<T>> {
  const weigh = ({ text }: T): number => text?.length ?? FILE_WEIGHT;
  let place = options.before;
  try {
    const bounds = { items: options.jobs * AHEAD, weight: HELD, weigh, signal: options.signal };
    for await (const { item, result } of inOrder(items, (one) => workshop.work(one), bounds)) {
      place++;
      yield settle(item, result, place, options);
    }
  } finally {
    await workshop.close();
    // Not waited for: standard input may have nothing more to say for long. Its errors were told, or nobody asks any more.
    items.return?.().catch(() => undefined);
  }
}

/** Adds what only the order tells: whether an earlier policy said the same. */
function settle<T extends Named>(
  item: T,
  outcome: Outcome,
  place: number,
  { repeats, skip, lines }: EntriesOptions,
): Entry<T> {
  const repeat = repeats.see(outcome.sketch, place);
  const gate = repeat ? [...outcome.gate, repeat.gate] : outcome.gate;
  const head: Head = { id: item.id, gate, repeats: repeat?.of };
  if (!repeat || !skip.includes(repeat.gate)) return { item, head, body: outcome.body, outcome };
  return { item, head, body: lines.skipped, outcome: { ...outcome, row: undefined, page: undefined } };
}
