import { access, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeFolder } from '../node/index.js';
import { OptionError, VERSION } from '../report/index.js';
import { type Entry, entriesOf } from './entries.js';
import { cannotWrite } from './error.js';
import { dayOf, itemKey } from './journal.js';
import { createJudge, type Judge } from './judge.js';
import { type BatchOptions, type Resolved, resolveOptions } from './options.js';
import { writeOverview } from './overview.js';
import { type Pages, pagesBeside } from './pages.js';
import { loadParquet, writeParquet } from './parquet.js';
import { repeats } from './repeats.js';
import { type Conversion, wholeFile } from './rows.js';
import type { Lines, Shape } from './shape.js';
import { itemsOf } from './source.js';
import { type BatchSummary, type Counter, counter, tallyOf } from './summary.js';
import { isComplete, journalOf, openTarget, type Target } from './target.js';
import type { Item } from './task.js';
import { workshopOf } from './workshop.js';

export const BATCH_FORMATS = ['ndjson', 'rows', 'csv', 'parquet', 'html'] as const;
/** ndjson: a report a line; rows: what a table holds, as NDJSON; html: one page over all. */
export type BatchFormat = (typeof BATCH_FORMATS)[number];

const SHAPE: Readonly<Record<BatchFormat, Shape>> = {
  ndjson: 'report',
  rows: 'row',
  csv: 'csv',
  parquet: 'row',
  html: 'row',
};

export interface RunOptions extends BatchOptions {
  readonly output: BatchFormat;
  /** Told after each policy, and after those that a resumed run had done. */
  readonly onPolicy?: ((counter: Counter) => void) | undefined;
}

export interface FileOptions extends RunOptions {
  /** The file to write; it has its name when it is whole. */
  readonly out: string;
  /** Number of files to spread the policies over, one after the other. */
  readonly split?: number | undefined;
  /** Goes on with what an interrupted run left, if there is anything. */
  readonly resume?: boolean | undefined;
  /** Writes over what is there. */
  readonly force?: boolean | undefined;
  /** Makes a page of each report too, in a folder beside the overview, which links to it. */
  readonly pages?: boolean | undefined;
}

/** How a batch ended. */
export interface BatchOutcome {
  /** complete: there was nothing to resume. stopped: the signal ended it. */
  readonly end: 'done' | 'stopped' | 'complete';
  readonly summary: BatchSummary;
}

/** Writes what comes of many policies to files. Throws BatchError, OptionError or RuleError; --resume goes on after the first. */
export async function writeBatch(inputs: readonly string[], options: FileOptions): Promise<BatchOutcome> {
  const { output, split = 1, resume = false, force = false } = options;
  if (options.pages && output !== 'html')
    throw new OptionError('pages are linked from an overview; write one (.html), or leave them out');
  if (output === 'html' && split > 1)
    throw new OptionError('an overview is one page and cannot be split; write .parquet, .csv or .ndjson');
  const out = resolve(options.cwd ?? '', options.out);
  const today = (resume ? await dayOf(journalOf(out)) : undefined) ?? options.today;
  const pages = options.pages ? pagesBeside(out) : undefined;
  const { judge, resolved } = await prepare({ ...options, today }, options.pages);
  const convert = await conversionTo(output, judge, pages);
  const tally = counter();
  const identity = {
    ...{ version: VERSION, judge: judge.name, today, inputs, filesFrom: options.filesFrom },
    ...{ format: pages ? `${output} with pages` : output, split, maxBytes: resolved.judge.maxBytes },
  };
  const opening = { out, folder: pages?.folder, identity, resume, force, header: judge.lines.header };
  if (isComplete(opening)) return { end: 'complete', summary: tally.result() };
  const items = itemsOf(inputs, resolved.source);
  const seen = repeats();
  const target = await openTarget(opening, items, (record) => {
    tally.add(record.tally);
    seen.see(record.sketch, tally.policies);
  });
  options.onPolicy?.(tally);
  try {
    if (!target.finished) {
      const run = { ...runOf(judge, resolved, options), repeats: seen, before: tally.policies };
      for await (const entry of entriesOf(items, workshopOf(judge, { ...resolved, joins: true }), run))
        addTo({ target, pages }, entry, judge, tally, options);
    }
  } catch (error) {
    target.close();
    throw error;
  }
  if (options.signal?.aborted) {
    target.close();
    return { end: 'stopped', summary: tally.result() };
  }
  await target.finish(convert);
  return { end: 'done', summary: tally.result() };
}

/** How the file is made of rows, for formats that cannot be cut and gone on with. Throws BatchError where that takes what is not there. */
async function conversionTo(
  output: BatchFormat,
  { rules }: Judge,
  pages: Pages | undefined,
): Promise<Conversion | undefined> {
  if (output === 'html') return wholeFile((from, to) => writeOverview(from, to, pages));
  if (output !== 'parquet') return undefined;
  const writers = await loadParquet();
  return wholeFile((from, to) => writeParquet(writers, from, to, rules));
}

/** Hands what comes of many policies to a function, line by line, and waits until it has taken each. */
export async function streamBatch(
  inputs: readonly string[],
  options: RunOptions,
  write: (line: string) => Promise<void>,
): Promise<BatchOutcome> {
  const { judge, resolved } = await prepare(options);
  const items = itemsOf(inputs, resolved.source);
  const run = { ...runOf(judge, resolved, options), repeats: repeats(), before: 0 };
  return writeEntries(
    entriesOf(items, workshopOf(judge, { ...resolved, joins: true }), run),
    judge.lines,
    options,
    write,
  );
}

/** Hands entries to a function as lines, and counts them. */
export async function writeEntries(
  entries: AsyncIterable<Entry>,
  { header, line }: Lines,
  { signal, onPolicy }: Pick<RunOptions, 'signal' | 'onPolicy'>,
  write: (line: string) => Promise<void>,
): Promise<BatchOutcome> {
  const tally = counter();
  if (header !== '') await write(header);
  for await (const entry of entries) {
    tally.add(tallyOf(entry));
    await write(line(entry.head, entry.body));
    onPolicy?.(tally);
  }
  return { end: signal?.aborted ? 'stopped' : 'done', summary: tally.result() };
}

async function prepare(options: RunOptions, pages?: boolean): Promise<{ judge: Judge; resolved: Resolved }> {
  const { judge, ...rest } = resolveOptions(options, SHAPE[options.output]);
  const resolved = { ...rest, judge: { ...judge, pages } };
  if (options.cache !== undefined) {
    const folder = resolve(resolved.judge.cwd, options.cache);
    try {
      makeFolder(folder);
      await access(folder, constants.W_OK);
    } catch (error) {
      throw cannotWrite(folder, error);
    }
  }
  return { judge: await createJudge(resolved.judge), resolved };
}

function runOf({ lines }: Judge, { jobs, skip }: Resolved, { signal }: RunOptions) {
  return { lines, jobs, skip, signal };
}

/** A page is written before its policy's line, and so is whole wherever the line is. */
function addTo(
  { target, pages }: { readonly target: Target; readonly pages: Pages | undefined },
  entry: Entry<Item>,
  judge: Judge,
  counts: Counter,
  { onPolicy }: RunOptions,
): void {
  const tally = tallyOf(entry);
  counts.add(tally);
  if (entry.outcome.page !== undefined) pages?.add(entry.item.id, entry.outcome.page);
  target.add(judge.lines.line(entry.head, entry.body), counts.policies, {
    key: itemKey(entry.item),
    sketch: entry.outcome.sketch,
    tally,
  });
  onPolicy?.(counts);
}
