import { execFile } from 'node:child_process';
import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { SourceInput } from '../report/index.js';
import { decodeSource, MAX_BYTES, type ReadFileOptions, readSource } from './read.js';

const run = promisify(execFile);

/** What git cannot give; the message says what is wrong and what would help. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/**
 * Runs git with arguments, never through a shell, and with what could start other programs or change the output switched
 * off. Paths are taken literally.
 */
async function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run('git', ['--no-pager', '--literal-pathspecs', ...args], {
    cwd,
    encoding: 'buffer',
    maxBuffer: MAX_BYTES * 2,
    windowsHide: true,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
  }).catch((error: NodeJS.ErrnoException & { stderr?: Buffer }) => {
    if (error.code === 'ENOENT') throw new GitError('git was not found; install it, or name two files');
    const said = String(error.stderr ?? '');
    if (/not a git repository/i.test(said))
      throw new GitError(`"${cwd}" is not in a git repository; run this inside one, or name two files`);
    throw new GitError(`git: ${said.split('\n')[0]?.replace(/^fatal: /, '') || error.message}`);
  });
  return stdout;
}

/** A file as it was in a revision. */
interface RevisionPath {
  readonly revision: string;
  readonly path: string;
}

/**
 * "HEAD~1:privacy.md" as revision and path; undefined for what is no such thing. A colon after one letter is a drive, and one in
 * braces belongs to a date ("main@{10:30}:privacy.md").
 */
function parseRevisionPath(argument: string): RevisionPath | undefined {
  const match = /^((?:[^:{]|\{[^}]*\}){2,}|[^:A-Za-z]):(.+)$/s.exec(argument);
  return match ? { revision: match[1] as string, path: match[2] as string } : undefined;
}

/** Reads a file, or one of a revision; a file that has the very name comes first. */
export async function readRevision(argument: string, options: ReadFileOptions = {}): Promise<SourceInput> {
  const cwd = resolve(options.cwd ?? '');
  const asked = await askedOf(argument, cwd);
  if (!asked) return readSource(argument, options);
  const bytes = await readBlob(cwd, asked);
  return decodeSource(bytes, argument, options.format);
}

/** The path of what `readRevision` reads, without its revision. */
export async function pathOfRevision(argument: string, { cwd = '' }: ReadFileOptions = {}): Promise<string> {
  return (await askedOf(argument, resolve(cwd)))?.path ?? argument;
}

async function askedOf(argument: string, cwd: string): Promise<RevisionPath | undefined> {
  const exists = await stat(resolve(cwd, argument)).then(
    () => true,
    () => false,
  );
  return exists ? undefined : parseRevisionPath(argument);
}

/** The mode of links, whose text is a path. */
const LINK = '120000';

async function readBlob(cwd: string, { revision, path }: RevisionPath): Promise<Buffer> {
  const commit = await findCommit(cwd, revision);
  const { prefix } = await placeIn(cwd);
  // As git reads it, from the top of the repository; as people write it, from where they are.
  const names = [...new Set([normalized(path), normalized(prefix + path)])].filter(
    (name) => name !== undefined,
  );
  for (const name of names) {
    const entry = String(await git(cwd, ['ls-tree', '-z', '-l', '--full-tree', commit, '--', name]));
    const found = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t/.exec(entry);
    if (!found) continue;
    const [, mode, kind, hash, size] = found;
    if (kind !== 'blob') throw new GitError(`"${path}" is no file in ${revision}; name a file in it`);
    if (mode === LINK) throw new GitError(`"${path}" is a link in ${revision}; name the file it leads to`);
    if (Number(size) > MAX_BYTES) throw new GitError(`"${path}" in ${revision} is too large to be a policy`);
    return git(cwd, ['cat-file', 'blob', hash as string]);
  }
  throw new GitError(
    `there is no "${path}" in ${revision}; check the path, or see what \`git log --all -- "${path}"\` has`,
  );
}

/** The hash of the commit that a revision names. A name that begins like an option is none. Throws GitError. */
export async function findCommit(cwd: string, revision: string): Promise<string> {
  // Outside a repository every revision is unknown: say which of the two it is.
  await placeIn(cwd);
  const found = revision.startsWith('-')
    ? ''
    : await git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
        .then(String)
        .catch(() => '');
  const commit = found.trim();
  if (!/^[0-9a-f]{40,64}$/.test(commit)) {
    const remedy = (await isShallow(cwd))
      ? 'this clone holds only the end of the history: `git fetch --unshallow` brings the rest'
      : '`git log` and `git tag` list those there are';
    throw new GitError(`unknown revision "${revision}"; ${remedy}`);
  }
  return commit;
}

/** Whether a clone holds only the end of the history, as those of most build servers do. */
export async function isShallow(cwd: string): Promise<boolean> {
  return String(await git(cwd, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/** Whether a commit has a file; the path starts from `cwd`. */
export async function isInCommit(cwd: string, commit: string, path: string): Promise<boolean> {
  const { prefix } = await placeIn(cwd);
  const name = normalized(prefix + path);
  if (name === undefined) return false;
  return String(await git(cwd, ['ls-tree', '-z', '--full-tree', commit, '--', name])) !== '';
}

/** Where a folder stands in its repository. */
async function placeIn(cwd: string): Promise<{ prefix: string }> {
  return { prefix: String(await git(cwd, ['rev-parse', '--show-prefix'])).trimEnd() };
}

/** A path without "." and ".." that stays in the repository; undefined for others. */
function normalized(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..') parts.push(part);
  }
  return path.startsWith('/') || parts.length === 0 ? undefined : parts.join('/');
}

/** One state of a file: as a commit left it, or as it lies there uncommitted. */
export interface FileRevision {
  /** Missing for what is not committed. */
  readonly commit?: string;
  /** As the author's clock had it, ISO 8601; missing for what is not committed. */
  readonly date?: string;
  readonly subject: string;
  /** What the file was called then, from the top of the repository. */
  readonly path: string;
  readonly input: SourceInput;
}

/**
 * The revisions of a file, newest first, renames followed; where it was deleted there is none. The file as it lies there comes before
 * them if its text is another than that of the last commit.
 */
export async function* fileRevisions(
  file: string,
  options: ReadFileOptions & { readonly max?: number | undefined } = {},
): AsyncGenerator<FileRevision> {
  const cwd = resolve(options.cwd ?? '', dirname(file));
  await stat(cwd).catch(() => {
    throw new GitError(`no such file: "${file}"; check the path`);
  });
  await placeIn(cwd);
  let working = await workingCopy(file, options);
  const listed = String(
    await git(cwd, [
      // Whatever the user has set for people to read.
      ...[
        'log.showSignature=false',
        'log.showRoot=true',
        'log.diffMerges=first-parent',
        'core.quotePath=false',
        'i18n.logOutputEncoding=UTF-8',
      ].flatMap((setting) => ['-c', setting]),
      ...['log', '--no-color', '--no-ext-diff'],
      // Of branches that were merged, what the merge made of the file: each row then follows on the one below it.
      ...['--first-parent', '-m', '--follow', '--name-status', '-z', '--format=%H%x00%aI%x00%s'],
      ...(options.max === undefined ? [] : [`--max-count=${options.max}`]),
      ...['--', basename(file)],
    ]),
  );
  const commits = parseLog(listed.split('\0'));
  if (commits.length === 0)
    throw new GitError(`"${file}" has no history in git; commit it first, or check the path`);
  for (const commit of commits) {
    const { path } = commit;
    const input = path === undefined ? undefined : await inputOf(cwd, { ...commit, path }, options);
    if (working && (!input || unixLines(working.text) !== unixLines(input.text)))
      yield { subject: 'not committed', path: path ?? file, input: working };
    working = undefined;
    if (path !== undefined && input) yield { ...commit, path, input };
  }
}

/** git may write other ends of lines into the folder than it keeps. */
const unixLines = (text: string): string => text.replaceAll('\r\n', '\n');

async function inputOf(
  cwd: string,
  { commit, path }: { readonly commit: string; readonly path: string },
  { format }: ReadFileOptions,
): Promise<SourceInput> {
  return decodeSource(await git(cwd, ['cat-file', 'blob', `${commit}:${path}`]), path, format);
}

/** The file as it lies there; undefined where it was deleted. Folders and links have a history too, but not of a policy. */
async function workingCopy(file: string, options: ReadFileOptions): Promise<SourceInput | undefined> {
  const found = await lstat(resolve(options.cwd ?? '', file)).catch(() => undefined);
  if (found?.isSymbolicLink()) throw new GitError(`"${file}" is a link; name the file it leads to`);
  if (found?.isDirectory()) throw new GitError(`"${file}" is a folder; name a file in it`);
  return found?.isFile() ? readSource(file, options) : undefined;
}

interface Commit {
  readonly commit: string;
  readonly date: string;
  readonly subject: string;
  readonly path: string | undefined;
}

const STATUS = /^([A-Z])\d*$/;
const HASH = /^[0-9a-f]{40,64}$/;

/** Reads fields between NULs, which neither subjects nor paths can hold: commit, date, subject, status, one path or two. */
function parseLog(fields: readonly string[]): Commit[] {
  const commits: Commit[] = [];
  for (let at = 0; at < fields.length; ) {
    const field = (fields[at] ?? '').trim();
    const status = STATUS.exec(field)?.[1];
    const last = commits.at(-1);
    if (HASH.test(field)) {
      commits.push({
        commit: field,
        date: fields[at + 1] ?? '',
        subject: fields[at + 2] ?? '',
        path: undefined,
      });
      at += 3;
    } else if (status !== undefined && last) {
      const paths = status === 'R' || status === 'C' ? 2 : 1;
      const path = status === 'D' ? undefined : fields[at + paths];
      commits[commits.length - 1] = { ...last, path };
      at += 1 + paths;
    } else {
      at++;
    }
  }
  return commits;
}
