import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { FAILURE_CODES, growing, linesOf, partial, publish } from '../batch/index.js';
import { QueueError } from './error.js';

const failure = z.strictObject({ code: z.enum(FAILURE_CODES), message: z.string() });
const entry = z.union([
  /** Its result has this key. */
  z.strictObject({ id: z.string(), key: z.string() }),
  /** There is no result to wait for. */
  z.strictObject({ id: z.string(), failure }),
]);
const end = z.strictObject({ policies: z.int() });

/** A policy of a run, in the order of the input. */
export type ManifestEntry = z.output<typeof entry>;

const manifestIn = (folder: string): string => join(folder, 'manifest.ndjson');
const LONGEST_LINE = 1024 * 1024;

export interface ManifestWriter {
  add(entry: ManifestEntry): void;
  /** The manifest has its name when all policies are in it. */
  finish(): void;
  close(): void;
}

/** Throws BatchError where it cannot be written. */
export function writeManifest(folder: string): ManifestWriter {
  const path = manifestIn(folder);
  const file = growing(partial(path), 0);
  let policies = 0;
  return {
    add(one) {
      file.append(`${JSON.stringify(one)}\n`);
      policies++;
    },
    finish() {
      file.append(`${JSON.stringify({ policies })}\n`);
      publish([path]);
    },
    close: file.close,
  };
}

export function hasManifest(folder: string): boolean {
  return existsSync(manifestIn(folder));
}

/** Reads the policies of a run, and makes sure that they are all there. Throws QueueError. */
export async function* readManifest(folder: string): AsyncGenerator<ManifestEntry> {
  const path = manifestIn(folder);
  if (!hasManifest(folder))
    throw new QueueError(
      `"${folder}" does not know all its policies yet; let \`fineprint queue enqueue\` end`,
    );
  let read = 0;
  for await (const { text = '', number } of linesOf(createReadStream(path), LONGEST_LINE)) {
    const line = parsed(text);
    if (line === undefined) throw new QueueError(`"${path}:${number}" is no policy of a run; enqueue anew`);
    if ('policies' in line) {
      if (line.policies === read) return;
      break;
    }
    read++;
    yield line;
  }
  throw new QueueError(`"${path}" is not whole; enqueue anew`);
}

function parsed(text: string): ManifestEntry | z.output<typeof end> | undefined {
  try {
    return z.union([entry, end]).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
