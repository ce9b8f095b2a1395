import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { extname } from 'node:path';
import { BatchError, cannotWrite } from './error.js';

/** A file that grows at its end only. Written at once and not in the background: nothing waits in memory for a slow disk. */
export interface Growing {
  readonly path: string;
  /** Bytes of it. */
  readonly end: number;
  append(text: string): void;
  /** Makes sure that it is on the disk, and closes it. */
  close(): void;
}

/** Opens a file to write on from `end` bytes; what is behind them goes. */
export function growing(path: string, end: number): Growing {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw cannotWrite(path, error);
    }
  };
  if (end > 0 && !(existsSync(path) && statSync(path).size >= end))
    throw new BatchError(`"${path}" is shorter than its journal says; begin anew with --force`);
  const file = attempt(() => openSync(path, end === 0 ? 'w' : 'r+'));
  if (end > 0) attempt(() => ftruncateSync(file, end));
  return {
    path,
    get end() {
      return end;
    },
    append(text) {
      const bytes = Buffer.from(text);
      attempt(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, end + at);
      });
      end += bytes.length;
    },
    close() {
      attempt(() => fsyncSync(file));
      closeSync(file);
    },
  };
}

/** Refuses a place where no file can come to be, before any work goes into it, whatever may be written over. */
export function refuseOtherThanFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new BatchError(`"${path}" is a folder; name a file in it`);
  if (found && !found.isFile())
    throw new BatchError(`"${path}" is a device or a pipe; name a file, or - for standard output`);
}

/** What stands under these names until all of it is there. */
export const partial = (path: string): string => `${path}.partial`;

/** The files of an output: itself, or as many as it is split into ("out-1-of-4.ndjson"). */
export function filesOf(out: string, split: number): string[] {
  if (split === 1) return [out];
  const extension = /\.parquet$|\.csv$|\.ndjson$|\.jsonl$/i.exec(out)?.[0] ?? extname(out);
  const stem = out.slice(0, out.length - extension.length);
  return Array.from({ length: split }, (_, i) => `${stem}-${i + 1}-of-${split}${extension}`);
}

/** Gives finished files their names. What has its name already, in a run that was cut short here, is left. */
export function publish(files: readonly string[]): void {
  for (const file of files) {
    try {
      if (existsSync(partial(file))) renameSync(partial(file), file);
    } catch (error) {
      throw cannotWrite(file, error);
    }
  }
}

export function discard(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true });
}
