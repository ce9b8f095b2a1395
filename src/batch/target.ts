import { existsSync } from 'node:fs';
import { BatchError } from './error.js';
import { differenceOf, type Identity, itemKey, type JournalRecord, readJournal } from './journal.js';
import { discard, filesOf, type Growing, growing, partial, publish, refuseOtherThanFile } from './output.js';
import type { Conversion } from './rows.js';
import type { Item } from './task.js';

export interface TargetOptions {
  readonly out: string;
  /** A folder that belongs to the output. */
  readonly folder?: string | undefined;
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
  finish(convert?: Conversion): Promise<void>;
  close(): void;
}

export const journalOf = (out: string): string => `${out}.journal`;

/** Whether there is a whole output and nothing to resume. */
export function isComplete({ out, identity, resume }: TargetOptions): boolean {
  return (
    resume && !existsSync(journalOf(out)) && filesOf(out, identity.split).every((file) => existsSync(file))
  );
}

/** Opens the files, at their ends where a run is resumed: what it had taken of the source is taken, and shown to `onRecord`. */
export async function openTarget(
  options: TargetOptions,
  items: AsyncIterator<Item>,
  onRecord: (record: JournalRecord) => void,
): Promise<Target> {
  const journal = journalOf(options.out);
  const files = filesOf(options.out, options.identity.split);
  const resumes = options.resume && existsSync(journal);
  for (const file of files) refuseOtherThanFile(file);
  if (!resumes && !options.force) refuse(journal, files, options);
  const before = resumes ? await replay(journal, options.identity, items, onRecord) : NOTHING;
  if (before.finished) return wholeTarget(journal, files);
  if (before.end === 0) discard([journal, ...files.map(partial)]);
  return growingTarget(options, journal, files, before);
}

function refuse(journal: string, files: readonly string[], { out, folder, resume }: TargetOptions): void {
  if (existsSync(journal))
    throw new BatchError(
      `"${out}" was begun and not finished; go on with --resume, or begin anew with --force`,
    );
  const taken = [...files, ...(folder === undefined ? [] : [folder])].find((file) => existsSync(file));
  if (taken !== undefined)
    throw new BatchError(
      resume
        ? `"${taken}" is there and others of its files are not; begin anew with --force`
        : `"${taken}" is there already; name another file, or write over it with --force`,
    );
}

/** What an earlier run left. */
interface Before {
  /** Bytes of the journal that are whole. */
  readonly end: number;
  /** Bytes of the files that the journal tells of. */
  readonly ends: readonly number[];
  /** All policies are in the files, which only have to be given their names. */
  readonly finished: boolean;
}

const NOTHING: Before = { end: 0, ends: [], finished: false };

/** Reads a journal along with the source, as the source must give what it gave then. */
async function replay(
  journal: string,
  identity: Identity,
  items: AsyncIterator<Item>,
  onRecord: (record: JournalRecord) => void,
): Promise<Before> {
  let before = NOTHING;
  let place = 0;
  for await (const { line, end } of readJournal(journal)) {
    if ('run' in line) {
      const difference = differenceOf(identity, line.run);
      if (difference)
        throw new BatchError(
          `the run cannot be resumed: ${difference}; go on as it was begun, or begin anew with --force`,
        );
      before = { ...NOTHING, end };
    } else if (before === NOTHING) return NOTHING;
    else if ('done' in line) return { ...before, end, finished: true };
    else {
      place++;
      const next = await items.next();
      if (next.done || itemKey(next.value) !== line.key)
        throw new BatchError(
          `the run cannot be resumed: policy ${place} of the input is not what it was; begin anew with --force`,
        );
      onRecord(line);
      before = { ...before, end, ends: line.ends };
    }
  }
  return before;
}

/** Files that have all their lines: whatever step of its end a run was cut short at, the rest is done again. */
function wholeTarget(journal: string, files: readonly string[]): Target {
  return {
    finished: true,
    add: () => undefined,
    close: () => undefined,
    async finish(convert) {
      if (convert) {
        for (const file of files.filter((one) => existsSync(partial(one)))) {
          await convert(partial(file), file);
          discard([partial(file)]);
        }
      } else publish(files);
      discard([journal]);
    },
  };
}

function growingTarget(
  { identity, header }: TargetOptions,
  journal: string,
  files: readonly string[],
  before: Before,
): Target {
  const log = growing(journal, before.end);
  if (log.end === 0) log.append(`${JSON.stringify({ run: identity })}\n`);
  const outputs: Growing[] = files.map((file, i) => growing(partial(file), before.ends[i] ?? 0));
  for (const output of outputs) if (output.end === 0) output.append(header);
  return {
    finished: false,
    add(line, place, { key, sketch, tally }) {
      outputs[(place - 1) % outputs.length]?.append(line);
      log.append(`${JSON.stringify({ key, ends: outputs.map(({ end }) => end), sketch, tally })}\n`);
    },
    close() {
      for (const file of [...outputs, log]) file.close();
    },
    async finish(convert) {
      for (const file of outputs) file.close();
      log.append(`${JSON.stringify({ done: true })}\n`);
      log.close();
      await wholeTarget(journal, files).finish(convert);
    },
  };
}
