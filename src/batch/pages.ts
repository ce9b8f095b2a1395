import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cannotWrite } from './error.js';
import { sha256 } from './keys.js';

/** Pages of single policies, in a folder beside the overview that links to them. */
export interface Pages {
  readonly folder: string;
  /** Writes a policy's page. A run that was cut short writes it again, until the journal has its line. */
  add(id: string, page: string): void;
  /** Where a policy's page is, from the overview. */
  hrefOf(id: string): string;
  /** Removes pages of other policies than these: of runs before, or of policies that turned out to repeat others. */
  keep(ids: readonly string[]): void;
}

/** "crawl.html" has its pages in "crawl-pages". */
export function pagesBeside(out: string): Pages {
  const folder = `${out.replace(/\.html?$/i, '')}-pages`;
  const attempt = (path: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      throw cannotWrite(path, error);
    }
  };
  return {
    folder,
    add(id, page) {
      const path = join(folder, fileOf(id));
      attempt(path, () => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, page);
      });
    },
    // "./" keeps a colon in the folder's name from looking like the end of a protocol.
    hrefOf: (id) => `./${basename(folder)}/${fileOf(id)}`,
    keep(ids) {
      const wanted = new Set(ids.map(fileOf));
      attempt(folder, () => {
        mkdirSync(folder, { recursive: true });
        for (const name of readdirSync(folder))
          if (PAGE.test(name) && !wanted.has(name)) rmSync(join(folder, name), { force: true });
      });
    },
  };
}

const LONGEST_SLUG = 48;
const HASH = 16;
const PAGE = /^[a-z0-9-]+-[0-9a-f]{16}\.html$/;

/**
 * Letters and digits of an id, and a part of its hash: no id leads out of the folder, and none takes another's file where capitals do
 * not count. The part is the one by which ids are told apart (`withoutTwins`), so that no two policies of a run share a name.
 */
function fileOf(id: string): string {
  const slug = id
    .slice(-4 * LONGEST_SLUG)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(-LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  return `${slug || 'policy'}-${sha256(id).slice(0, HASH)}.html`;
}
