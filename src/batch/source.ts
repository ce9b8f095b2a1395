import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { explain, findPolicies } from '../node/index.js';
import { keyOf, keyTable, sha256 } from './keys.js';
import { type Line, linesOf } from './lines.js';
import { recordOf } from './records.js';
import { failureOf, type Item } from './task.js';

export interface SourceOptions {
  readonly cwd: string;
  /** Patterns of paths to leave out in folders and globs, and the folder they start from. */
  readonly ignore?: readonly string[] | undefined;
  readonly ignoreFrom?: string | undefined;
  /** A file with one path a line, or "-". */
  readonly filesFrom?: string | undefined;
  /** Most bytes of a policy; longer lines are not held in memory. */
  readonly maxBytes: number;
  readonly stdin?: (() => Readable) | undefined;
  /** Told how much of the inputs was read, 0 to 1; not told where standard input has no known end. */
  readonly onShare?: ((share: number) => void) | undefined;
}

const STDIN = '-';
const RECORDS = /\.(?:ndjson|jsonl)(?:\.gz)?$/i;
/** A text grows as it is quoted in JSON: line ends and quotation marks take two bytes. */
const lineLimit = (maxBytes: number): number => 2 * maxBytes + 65_536;
const LONGEST_PATH = 65_536;

/**
 * Reads the policies that inputs name, in order: files, folders, globs, NDJSON (`.ndjson`, `.jsonl`, also gzipped) and "-" for
 * NDJSON from standard input. What no policy can be made of becomes a misfit in its place; so does an id that was there before.
 */
export function itemsOf(inputs: readonly string[], options: SourceOptions): AsyncGenerator<Item> {
  return withoutTwins(every(inputs, options));
}

/** Makes a misfit of whatever has the id of an earlier one. */
export async function* withoutTwins(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  const ids = keyTable();
  let index = 0;
  for await (const item of items) {
    const earlier = ids.claim(keyOf(sha256(item.id)), index++);
    if (earlier === undefined || 'failure' in item) yield item;
    else {
      const message = `the id "${item.id}" was given to policy ${earlier + 1} before; give each its own`;
      yield { id: item.id, failure: { code: 'duplicate-id', message } };
    }
  }
}

async function* every(inputs: readonly string[], options: SourceOptions): AsyncGenerator<Item> {
  const sources = sourcesOf(inputs, options);
  for (const [i, source] of sources.entries()) {
    const onShare = (share: number): void => options.onShare?.((i + share) / sources.length);
    yield* source({ ...options, onShare });
  }
}

type Source = (options: SourceOptions) => AsyncGenerator<Item>;

/** Paths side by side are looked for together, so that none of them is found twice. */
function sourcesOf(inputs: readonly string[], { filesFrom }: SourceOptions): readonly Source[] {
  const sources: Source[] = filesFrom === undefined ? [] : [(options) => listed(filesFrom, options)];
  let paths: string[] | undefined;
  for (const input of inputs) {
    if (input === STDIN || RECORDS.test(input)) {
      paths = undefined;
      sources.push((options) => records(input, options));
    } else if (paths) paths.push(input);
    else {
      const own = [input];
      paths = own;
      sources.push((options) => found(own, options));
    }
  }
  return sources;
}

async function* found(paths: readonly string[], options: SourceOptions): AsyncGenerator<Item> {
  const targets = await findPolicies(paths, options);
  for (const [i, { path, error }] of targets.entries()) {
    options.onShare?.(i / targets.length);
    yield error ? { id: path, failure: failureOf('unreadable', error) } : { id: path, path };
  }
}

async function* listed(name: string, options: SourceOptions): AsyncGenerator<Item> {
  for await (const { text, number } of linesFrom(name, LONGEST_PATH, options)) {
    const path = text?.trim();
    if (path) yield { id: path, path };
    else if (text === undefined)
      yield {
        id: `${name}:${number}`,
        failure: { code: 'bad-line', message: `"${name}:${number}": the line is too long for a path` },
      };
  }
}

async function* records(input: string, options: SourceOptions): AsyncGenerator<Item> {
  const name = input === STDIN ? '<stdin>' : input;
  for await (const line of linesFrom(input, lineLimit(options.maxBytes), options)) {
    if (line.text?.trim() === '') continue;
    yield recordOf(line, name, options.maxBytes);
  }
}

/** Lines of a file or of standard input. A stream that breaks off, such as half a gzip, is an error that names the line. */
async function* linesFrom(input: string, maxBytes: number, options: SourceOptions): AsyncGenerator<Line> {
  let last = 0;
  try {
    const { stream, share } = await open(input, options);
    for await (const line of linesOf(stream, maxBytes)) {
      last = line.number;
      if (share) options.onShare?.(share());
      yield line;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (/^E[A-Z]+$/.test(code)) throw explain(input, error as NodeJS.ErrnoException);
    throw new Error(
      `"${input}" breaks off somewhere after line ${last} (${(error as Error).message}); fetch or write it anew`,
      { cause: error },
    );
  }
}

interface Opened {
  readonly stream: Readable;
  /** How much of it was read, 0 to 1. */
  readonly share?: () => number;
}

async function open(input: string, { cwd, stdin }: SourceOptions): Promise<Opened> {
  if (input === STDIN) return { stream: await unzipped((stdin ?? (() => process.stdin))()) };
  const path = resolve(cwd, input);
  const found = await stat(path);
  if (found.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  const file = createReadStream(path);
  return { stream: await unzipped(file), share: () => file.bytesRead / Math.max(1, found.size) };
}

/** Unzips a stream that begins as gzip does, whatever it is called. */
async function unzipped(stream: Readable): Promise<Readable> {
  const first = await new Promise<Buffer | null>((done, fail) => {
    stream.once('error', fail);
    stream.once('end', () => done(null));
    stream.once('readable', () => done(stream.read() as Buffer | null));
  });
  const out = first !== null && first[0] === 0x1f && first[1] === 0x8b ? createGunzip() : new PassThrough();
  if (first === null) {
    out.end();
    return out;
  }
  out.write(first);
  // Errors reach whoever reads the lines.
  pipeline(stream, out, () => undefined);
  return out;
}
