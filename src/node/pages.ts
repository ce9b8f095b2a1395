import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { writeWhole } from './write.js';

/** How the pages of a folder stand to what they should be; paths start from the folder. */
export interface PageState {
  /** Missing, or not as they should be. */
  readonly outdated: readonly string[];
  /** Written once and no longer wanted. */
  readonly surplus: readonly string[];
}

/** Pages, by paths of two parts at most, and how they are told from files of other origin. */
export interface PageSet {
  readonly pages: ReadonlyMap<string, string>;
  /** Of their names, without the dot. */
  readonly extension: string;
  /** What each page begins with; only files that do are taken for pages. */
  readonly mark: string;
}

/** Compares the pages in a folder with those wanted. */
export async function comparePages(
  folder: string,
  { pages: wanted, extension, mark }: PageSet,
): Promise<PageState> {
  const found = await glob([`*.${extension}`, `*/*.${extension}`], {
    cwd: folder,
    followSymbolicLinks: false,
  });
  const texts = new Map(
    await Promise.all(found.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
  return {
    outdated: [...wanted].filter(([path, text]) => texts.get(path) !== text).map(([path]) => path),
    surplus: [...texts]
      .filter(([path, text]) => !wanted.has(path) && text.startsWith(mark))
      .map(([path]) => path)
      .sort(),
  };
}

/** Writes the outdated pages and removes the surplus ones. If a file that is no page is in the way, says so and writes nothing. */
export async function writePages(
  folder: string,
  { pages: wanted, mark }: PageSet,
  { outdated, surplus }: PageState,
): Promise<void> {
  for (const target of outdated.map((path) => join(folder, path))) {
    const before = await readFile(target, 'utf8').catch(() => undefined);
    if (before !== undefined && !before.startsWith(mark)) {
      throw new Error(`"${target}" stands where a page would be, and was written by hand; move it away`);
    }
  }
  for (const path of outdated) await writeWhole(join(folder, path), wanted.get(path) as string);
  for (const path of surplus) await rm(join(folder, path));
}
