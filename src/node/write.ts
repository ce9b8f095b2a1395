import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './folder.js';

/**
 * Writes a file so that whoever reads it finds all of it or what was there before: beside it, and then renamed. Folders are made. What
 * is no regular file, such as a pipe, is written to as it is. `name` is what errors call it.
 */
export async function writeWhole(path: string, text: string, name = path): Promise<void> {
  try {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    if (found && !found.isFile()) {
      await writeFile(path, text);
      return;
    }
    // A link stays one.
    const target = found ? await realpath(path) : path;
    makeFolder(dirname(target));
    const draft = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
    try {
      await writeFile(draft, text, { mode: found?.mode ?? 0o666, flush: true });
      await rename(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
  } catch (error) {
    throw unwritten(name, error as NodeJS.ErrnoException);
  }
}

function unwritten(name: string, error: NodeJS.ErrnoException): Error {
  const why: Readonly<Record<string, string>> = {
    EISDIR: 'it is a folder; name a file in it',
    ENOTDIR: 'a part of its path is no folder',
    EEXIST: 'a part of its path is no folder',
    EACCES: 'that is not permitted; name another file',
    ENOENT: 'its folder cannot be made there; name another',
    EPERM: 'that is not permitted; name another file',
    EROFS: 'the disk is read-only; name another file',
    ENOSPC: 'the disk is full',
  };
  return new Error(`"${name}" cannot be written: ${why[error.code ?? ''] ?? error.message}`, {
    cause: error,
  });
}
