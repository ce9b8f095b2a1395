import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type DocumentFormat, decodeBytes } from '../document/index.js';
import type { SourceInput } from '../report/index.js';
import { explain } from './find.js';

/** Larger files are no policies; reading them would only fill the memory. */
export const MAX_BYTES = 32 * 1024 * 1024;

export interface ReadFileOptions {
  readonly cwd?: string | undefined;
  readonly format?: DocumentFormat | 'auto' | undefined;
}

/** Reads and decodes a policy; `analyze` takes the result. Throws an Error that names the path and what would help. */
export async function readSource(path: string, options: ReadFileOptions = {}): Promise<SourceInput> {
  const absolute = resolve(options.cwd ?? '', path);
  const fail = (error: NodeJS.ErrnoException): never => {
    throw explain(path, error);
  };
  const found = await stat(absolute).catch(fail);
  if (found.isDirectory()) fail(Object.assign(new Error('is a folder'), { code: 'EISDIR' }));
  if (found.size > MAX_BYTES) throw tooLarge(path, found.size);
  return decodeSource(await readFile(absolute).catch(fail), path, options.format);
}

/**
 * Reads a file of rules or configuration, which is UTF-8 and nothing else: what is decoded wrong would be no rule that
 * anyone wrote. `name` is what errors call it.
 */
export async function readUtf8(path: string, name = path): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw explain(name, error);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`"${name}" is not UTF-8; save it in that encoding`, { cause: error });
  }
}

/** Decodes bytes that came from elsewhere, such as standard input. */
export function decodeSource(bytes: Uint8Array, path: string, format?: DocumentFormat | 'auto'): SourceInput {
  if (bytes.length > MAX_BYTES) throw tooLarge(path, bytes.length);
  try {
    const { text, notes } = decodeBytes(bytes, formatOf(path, format));
    return { text, path: path.replaceAll('\\', '/'), format, notes };
  } catch (error) {
    throw new Error(`"${path}": ${(error as Error).message}`, { cause: error });
  }
}

/** What the extension says; the decoder looks at the bytes where it says nothing. */
function formatOf(path: string, format: DocumentFormat | 'auto' = 'auto'): DocumentFormat | undefined {
  if (format !== 'auto') return format;
  if (/\.(?:html?|xhtml)$/i.test(path)) return 'html';
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : undefined;
}

function tooLarge(path: string, size: number): Error {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  return new Error(
    `"${path}" has ${megabytes(size)}, more than the ${megabytes(MAX_BYTES)} that are read; split it`,
  );
}
