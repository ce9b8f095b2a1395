import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { escapePath, glob, isDynamicPattern } from 'tinyglobby';

/** What counts as a policy inside a folder. A file named outright is read whatever its extension. */
const EXTENSIONS = ['md', 'markdown', 'html', 'htm', 'txt'] as const;

/** A file, or a pattern that led to none. */
export interface Target {
  readonly path: string;
  readonly error?: Error;
}

export interface FindOptions {
  /** Folder that relative patterns start from; the working directory without it. */
  readonly cwd?: string | undefined;
  /** Patterns of paths to leave out in folders and globs. */
  readonly ignore?: readonly string[] | undefined;
  /** Folder that the patterns to ignore start from; `cwd` without it. */
  readonly ignoreFrom?: string | undefined;
}

/** As `FindOptions`, all of it known. */
interface Places {
  readonly cwd: string;
  readonly ignore: readonly string[];
  readonly ignoreFrom: string;
}

/**
 * Finds the policies that files, folders and globs name: in the order given, each folder's and glob's sorted, none
 * twice. Links to folders are not followed, so loops of links end. What leads to no file becomes a target with an error.
 */
export async function findPolicies(
  patterns: readonly string[],
  options: FindOptions = {},
): Promise<Target[]> {
  const cwd = options.cwd ?? process.cwd();
  const places = { cwd, ignore: options.ignore ?? [], ignoreFrom: resolve(cwd, options.ignoreFrom ?? '') };
  const seen = new Set<string>();
  const targets: Target[] = [];
  for (const pattern of patterns) {
    for (const target of await expand(pattern, places)) {
      const absolute = resolve(cwd, target.path);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      targets.push(target);
    }
  }
  return targets;
}

async function expand(pattern: string, places: Places): Promise<Target[]> {
  const { cwd } = places;
  if (pattern === '')
    return [{ path: '', error: new Error('a path is empty; name a file, a folder or a glob') }];
  const found = await stat(resolve(cwd, pattern)).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error)) {
    return found.isDirectory() ? inFolder(pattern, places) : [{ path: pattern }];
  }
  if (found.code === 'ENOENT' && isDynamicPattern(pattern)) {
    const paths = await search(pattern.replaceAll('\\', '/'), cwd, places);
    if (paths.length > 0) return paths.map((path) => ({ path }));
    return [
      { path: pattern, error: new Error(`no file matches "${pattern}"; check the pattern, and quote it`) },
    ];
  }
  return [{ path: pattern, error: explain(pattern, found) }];
}

async function inFolder(folder: string, places: Places): Promise<Target[]> {
  const paths = await search(`**/*.{${EXTENSIONS.join(',')}}`, resolve(places.cwd, folder), places);
  const prefix = folder === '.' ? '' : `${folder.replace(/[\\/]+$/, '')}/`;
  if (paths.length > 0) return paths.map((path) => ({ path: prefix + path }));
  const looked = EXTENSIONS.map((extension) => `.${extension}`).join(', ');
  const error = new Error(
    `no policies in the folder "${folder}"; looked for ${looked}, and at no links: name the files themselves`,
  );
  return [{ path: folder, error }];
}

/**
 * Paths from a folder on. The glob runs in the folder that the patterns to ignore start from, as one folder is all
 * that its patterns are held against.
 */
async function search(pattern: string, from: string, { ignore, ignoreFrom }: Places): Promise<string[]> {
  const way = slashed(relative(ignoreFrom, from));
  const prefix = way === '' ? '' : `${escapePath(way)}/`;
  const paths = await glob(isAbsolute(pattern) ? pattern : prefix + pattern, {
    cwd: ignoreFrom,
    ignore: [`${prefix}**/node_modules/**`, `${prefix}**/.git/**`, ...ignore],
    absolute: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    caseSensitiveMatch: false,
  });
  return paths.map((path) => slashed(relative(from, path))).sort();
}

/** With slashes; a backslash is a sign like any other where it parts no folders. */
function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Says of a failed read what is wrong and what would help. */
export function explain(path: string, error: NodeJS.ErrnoException): Error {
  const said: Readonly<Record<string, string>> = {
    ENOENT: path.includes('\uFFFD')
      ? `the name of "${path}" is not UTF-8; rename the file`
      : `no such file: "${path}"; check the path`,
    ENOTDIR: `no such file: "${path}"; a part of the path is no folder`,
    EACCES: `"${path}" may not be read; check its permissions`,
    EPERM: `"${path}" may not be read; check its permissions`,
    EISDIR: `"${path}" is a folder; name a file in it`,
    ELOOP: `"${path}" is a link that leads back to itself`,
    ENAMETOOLONG: `"${path.slice(0, 80)}…" is too long a name for a file`,
  };
  return new Error(said[error.code ?? ''] ?? `"${path}" could not be read: ${error.message}`, {
    cause: error,
  });
}
