import { existsSync } from 'node:fs';
import { BatchError } from './error.js';
import { differenceOf, type Identity, itemKey, type JournalRecord, readJournal } from './journal.js';
import { discard, filesOf, type Growing, growing, partial, publish } from './output.js';
import type { Item } from './task.js';

export interface TargetOptions {
  readonly out: string;
  readonly identity: Identity;
  readonly resume: boolean;
  readonly force: boolean;
  /** Written first in every file. */
  readonly header: string;
}

/** Files that are written line by line, with a journal of what of them is whole. */
export interface Target {
  /** All lines are written already; only `finish` is left to do. */
  readonly finished: boolean;
  /** Adds one policy's line to its file, and then to the journal. */
  add(line: string, place: number, record: Omit<JournalRecord, 'ends'>): void;
  /** Gives the files their names and takes the journal away. `convert` makes the file from what was written. */
  finish(convert?: (from: string, to: string) => Promise<void>): Promise<void>;
  close(): void;
}

const journalOf = (out: string): string => `${out}.journal`;

/** Whether there is a whole output and nothing to resume. */
export function isComplete({ out, identity, resume }: TargetOptions): boolean {
  return (
    resume && !existsSync(journalOf(out)) && filesOf(out, identity.split).every((file) => existsSync(file))
  );
}

/** What a run that is resumed had done. The items that it had taken are taken from the source and shown to `onRecord`. */
export async function openTarget(
  options: TargetOptions,
  items: AsyncIterator<Item>,
  onRecord: (record: JournalRecord) => void,
): Promise<Target> {
  const journal = journalOf(options.out);
  const files = filesOf(options.out, options.identity.split);
  if (options.resume && existsSync(journal)) {
    const done = await replay(journal, options.identity, items, onRecord);
    if (done !== undefined) {
      const ends = done.ends ?? files.map(() => 0);
      return targetOf(options, journal, done.end, files, ends, done.finished);
    }
  } else if (!options.force) refuse(journal, files, options);
  discard([journal, ...files.map(partial)]);
  return targetOf(
    options,
    journal,
    0,
    files,
    files.map(() => 0),
    false,
  );
}

function refuse(journal: string, files: readonly string[], { out, resume }: TargetOptions): void {
  if (existsSync(journal))
    throw new BatchError(
      `"${out}" was begun and not finished; go on with --resume, or begin anew with --force`,
    );
  const taken = files.find((file) => existsSync(file));
  if (taken !== undefined)
    throw new BatchError(
      resume
        ? `"${taken}" is there and others of its files are not; begin anew with --force`
        : `"${taken}" is there already; name another file, or write over it with --force`,
    );
}

interface Replayed {
  /** Bytes of the journal that are whole. */
  readonly end: number;
  readonly ends: readonly number[] | undefined;
  readonly finished: boolean;
}

/** Reads a journal along with the source, as the source must give what it gave then. Undefined if nothing of it is whole. */
async function replay(
  journal: string,
  identity: Identity,
  items: AsyncIterator<Item>,
  onRecord: (record: JournalRecord) => void,
): Promise<Replayed | undefined> {
  let state: Replayed | undefined;
  let place = 0;
  for await (const { line, end } of readJournal(journal)) {
    if ('run' in line) {
      const difference = differenceOf(identity, line.run);
      if (difference)
        throw new BatchError(
          `the run cannot be resumed: ${difference}; go on as it was begun, or begin anew with --force`,
        );
      state = { end, ends: undefined, finished: false };
    } else if (state === undefined) return undefined;
    else if ('done' in line) return { ...state, end, finished: true };
    else {
      place++;
      const next = await items.next();
      if (next.done || itemKey(next.value) !== line.key)
        throw new BatchError(
          `the run cannot be resumed: policy ${place} of the input is not what it was; begin anew with --force`,
        );
      onRecord(line);
      state = { ...state, end, ends: line.ends };
    }
  }
  return state;
}

function targetOf(
  { identity, header }: TargetOptions,
  journal: string,
  journalEnd: number,
  files: readonly string[],
  ends: readonly number[],
  finished: boolean,
): Target {
  if (finished) return { finished, add: () => undefined, close: () => undefined, finish };
  const log = growing(journal, journalEnd);
  if (journalEnd === 0) log.append(`${JSON.stringify({ run: identity })}\n`);
  const outputs: Growing[] = files.map((file, i) => growing(partial(file), ends[i] ?? 0));
  for (const output of outputs) if (output.end === 0) output.append(header);
  const close = (): void => {
    for (const file of [...outputs, log]) file.close();
  };
  async function finish(convert?: (from: string, to: string) => Promise<void>): Promise<void> {
    if (convert) {
      for (const file of files) {
        if (!existsSync(partial(file))) continue;
        await convert(partial(file), file);
        discard([partial(file)]);
      }
    } else publish(files);
    discard([journal]);
  }
  return {
    finished,
    add(line, place, { key, sketch, tally }) {
      outputs[(place - 1) % outputs.length]?.append(line);
      log.append(`${JSON.stringify({ key, ends: outputs.map(({ end }) => end), sketch, tally })}\n`);
    },
    close,
    async finish(convert) {
      for (const file of outputs) file.close();
      // From here on the run only has to be finished, at whatever step it may be cut short.
      log.append(`${JSON.stringify({ done: true })}\n`);
      log.close();
      await finish(convert);
    },
  };
}
