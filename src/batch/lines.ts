import type { Readable } from 'node:stream';

/** A line without its end; `text` is undefined where it was longer than allowed, and nothing of it is kept. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string | undefined;
  /** False for a last line that no line end closes. */
  readonly whole: boolean;
}

const LF = 10;

/** Parts bytes into lines. A line of more than `maxBytes` is passed over without being held in memory. */
export async function* linesOf(stream: Readable, maxBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 0;
  const take = (whole: boolean): Line => {
    const text = size > maxBytes ? undefined : decode(Buffer.concat(parts), number === 0);
    parts = [];
    size = 0;
    number++;
    return { number, text, whole };
  };
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size > maxBytes) parts = [];
    else parts.push(part);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      yield take(true);
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield take(false);
}

function decode(bytes: Buffer, first: boolean): string {
  const text = bytes.toString('utf8');
  const start = first && text.startsWith('\ufeff') ? 1 : 0;
  return text.slice(start, text.endsWith('\r') ? -1 : undefined);
}
