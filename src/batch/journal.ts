import { createReadStream, existsSync } from 'node:fs';
import { sha256 } from './keys.js';
import { linesOf } from './lines.js';
import type { Sketch } from './sketch.js';
import type { Tally } from './summary.js';
import type { Item } from './task.js';

/** What a run must have in common with the one it resumes. */
export interface Identity {
  readonly version: string;
  /** Rules and options, by hash. */
  readonly judge: string;
  /** By which suppressions are over or not; a resumed run goes on by it. */
  readonly today: string | undefined;
  readonly inputs: readonly string[];
  readonly filesFrom: string | undefined;
  readonly format: string;
  readonly split: number;
  readonly maxBytes: number;
}

/** One policy whose line is whole in the output. */
export interface JournalRecord {
  /** Names the policy as it was given. */
  readonly key: string;
  /** Bytes of each output file up to and with this policy's line. */
  readonly ends: readonly number[];
  readonly sketch: Sketch;
  readonly tally: Tally;
}

export type JournalLine =
  | { readonly run: Identity }
  | JournalRecord
  /** All policies are in the output, which only has to be given its name. */
  | { readonly done: true };

const LONGEST_LINE = 1024 * 1024;

/** Reads a journal up to its last whole line, with the bytes up to the end of each. A torn line ends it. */
export async function* readJournal(
  path: string,
): AsyncGenerator<{ readonly line: JournalLine; readonly end: number }> {
  let end = 0;
  for await (const { text, whole } of linesOf(createReadStream(path), LONGEST_LINE)) {
    const line = whole && text !== undefined ? parsed(text) : undefined;
    if (text === undefined || line === undefined) return;
    end += Buffer.byteLength(text) + 1;
    yield { line, end };
  }
}

/** The day that an unfinished run is judged by; undefined if it has none, or was not begun. */
export async function dayOf(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  for await (const { line } of readJournal(path)) return 'run' in line ? line.run.today : undefined;
  return undefined;
}

function parsed(text: string): JournalLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? (line as JournalLine) : undefined;
  } catch {
    return undefined;
  }
}

/** The first thing in which a run differs from another, in words; undefined if it is the same. */
export function differenceOf(now: Identity, then: Identity): string | undefined {
  const same = (key: keyof Identity): boolean => JSON.stringify(now[key]) === JSON.stringify(then[key]);
  if (!same('version')) return `it was begun by fineprint ${then.version}, and this is ${now.version}`;
  if (!same('inputs') || !same('filesFrom')) return 'its inputs were others';
  if (!same('format')) return `it writes ${then.format}`;
  if (!same('split')) return `it writes ${then.split} files`;
  if (!same('maxBytes')) return `--max-bytes was ${then.maxBytes}`;
  return same('judge') ? undefined : 'its rules or options were others';
}

/** Names a policy as it was given: its id and its text or path. */
export function itemKey(item: Item): string {
  const parts =
    'failure' in item
      ? [item.id, item.failure.code]
      : [item.id, item.path ?? '', item.text ?? '', item.format ?? '', item.language ?? ''];
  return sha256(...parts).slice(0, 16);
}
