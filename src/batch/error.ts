/** A batch that cannot begin or go on; the message says what would help. */
export class BatchError extends Error {
  override readonly name = 'BatchError';
}

const SAID: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room and go on with --resume',
  EDQUOT: 'the quota is used up; make room and go on with --resume',
  EACCES: 'it may not be written; check the permissions of its folder',
  EPERM: 'it may not be written; check the permissions of its folder',
  EROFS: 'the file system is read-only; choose another folder',
  ENOENT: 'its folder does not exist; make it first',
  ENOTDIR: 'a part of its path is no folder; choose another place',
  EEXIST: 'a file stands where its folder would be; move it away',
  EISDIR: 'it is a folder; name a file in it',
  EFBIG: 'the file grew larger than may be; use --split',
};

/** Says of a failed write what is wrong and what would help; what says so already is left. */
export function cannotWrite(path: string, error: unknown): BatchError {
  if (error instanceof BatchError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new BatchError(`"${path}" could not be written: ${SAID[code] ?? message}`, { cause: error });
}
