import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MarkdownParser } from '../document/index.js';
import { loadNativeParser, NativeParserError, readSource } from '../node/index.js';
import type { SourceInput } from '../report/index.js';
import type { Failure, Task } from './task.js';

export const PARSERS = ['auto', 'native', 'remark'] as const;
export type ParserName = (typeof PARSERS)[number];

export interface ReadingSetup {
  readonly cwd: string;
  readonly maxBytes: number;
  /** Of policies that say nothing of it themselves. */
  readonly format: NonNullable<SourceInput['format']>;
}

/** The native parser where it is asked for or there is one; undefined stands for remark-parse. Throws NativeParserError. */
export async function parserOf(name: ParserName): Promise<MarkdownParser | undefined> {
  if (name === 'remark') return undefined;
  try {
    return await loadNativeParser();
  } catch (error) {
    if (name === 'auto' && error instanceof NativeParserError) return undefined;
    throw error;
  }
}

/** The text of a policy, or why there is none. Throws what reading it throws. */
export async function inputOf(
  { id, path, text = '', format: own }: Task,
  { cwd, maxBytes, format: usual }: ReadingSetup,
): Promise<SourceInput | Failure> {
  const format = own ?? usual;
  const tooLarge = (bytes: number): Failure => ({
    code: 'too-large',
    message: `"${path ?? id}" has ${bytes} bytes, more than the ${maxBytes} of --max-bytes`,
  });
  if (path === undefined) {
    const bytes = Buffer.byteLength(text);
    return bytes > maxBytes ? tooLarge(bytes) : { text, format };
  }
  const found = await stat(resolve(cwd, path)).catch(() => undefined);
  // A pipe or a device may never end.
  if (found && !found.isFile() && !found.isDirectory())
    return { code: 'unreadable', message: `"${path}" is no file of text; name a file` };
  if (found?.isFile() && found.size > maxBytes) return tooLarge(found.size);
  return readSource(path, { cwd, format });
}
