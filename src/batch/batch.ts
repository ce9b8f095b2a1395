import type { Report } from '../report/index.js';
import { type Entry, entriesOf } from './entries.js';
import type { Gate } from './gate.js';
import { createJudge } from './judge.js';
import { type BatchOptions, resolveOptions } from './options.js';
import { repeats } from './repeats.js';
import { itemsOf, withoutTwins } from './source.js';
import type { Failure, Task } from './task.js';
import { workshopOf } from './workshop.js';

/** What came of one policy: a report, or why there is none. */
export interface BatchResult {
  readonly id: string;
  readonly gate: readonly Gate[];
  /** Place in the input, from 1, of the policy that this one repeats. */
  readonly repeats?: number;
  readonly report?: Report;
  /** Set where its gate leaves it without a report. */
  readonly skipped?: true;
  readonly error?: Failure;
}

export type BatchSource = string | readonly string[] | AsyncIterable<Task>;

/**
 * Analyzes many policies side by side and yields what came of each in the order of the input. The source is a list of files, folders,
 * globs and NDJSON files, or tasks of your own, which are read no faster than the results are taken. Throws OptionError or RuleError.
 */
export async function* analyzeBatch(
  source: BatchSource,
  options: BatchOptions = {},
): AsyncGenerator<BatchResult> {
  const { judge: setup, source: reading, jobs, timeout, skip } = resolveOptions(options, 'report');
  const judge = await createJudge(setup);
  const items =
    typeof source === 'string' || Array.isArray(source)
      ? itemsOf(typeof source === 'string' ? [source] : source, reading)
      : withoutTwins(source as AsyncIterable<Task>);
  const workshop = workshopOf(judge, { judge: setup, jobs, timeout, joins: false });
  const run = { lines: judge.lines, jobs, skip, repeats: repeats(), before: 0, signal: options.signal };
  for await (const entry of entriesOf(items, workshop, run)) yield resultOf(entry);
}

function resultOf({ head, body }: Entry): BatchResult {
  return { ...JSON.parse(JSON.stringify(head)), ...JSON.parse(`{${body}`) };
}
