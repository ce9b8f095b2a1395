import { createReadStream, renameSync, rmSync } from 'node:fs';
import { cannotWrite } from './error.js';
import { linesOf } from './lines.js';
import type { Row } from './row.js';
import type { Failure } from './task.js';

/** A line of rows: what a table holds of one policy, or why it holds nothing. */
export type RowLine = Partial<Row> & {
  readonly id: string;
  readonly gate: readonly string[];
  readonly repeats?: number;
  readonly error?: Failure;
  readonly skipped?: true;
};

/** Makes a file of another file that holds rows. */
export type Conversion = (from: string, to: string) => Promise<void>;

const LONGEST_LINE = 16 * 1024 * 1024;

/** Reads a file of rows, one at a time. */
export async function* rowLines(path: string): AsyncGenerator<RowLine> {
  for await (const { text } of linesOf(createReadStream(path), LONGEST_LINE))
    if (text !== undefined) yield JSON.parse(text);
}

/** A conversion whose file takes its name when it is whole. Throws BatchError where it cannot be written. */
export function wholeFile(convert: Conversion): Conversion {
  return async (from, to) => {
    const own = `${to}.converted`;
    try {
      await convert(from, own);
      renameSync(own, to);
    } catch (error) {
      rmSync(own, { force: true });
      throw cannotWrite(to, error);
    }
  };
}
