import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../node/index.js';
import type { Outcome } from './judge.js';
import { sha256 } from './keys.js';

/** Outcomes kept in a folder, by what they follow from. Several processes may use one folder at once. */
export interface Cache {
  /** Undefined where there is none, or none whole. */
  get(key: string): Promise<Outcome | undefined>;
  set(key: string, outcome: Outcome): Promise<void>;
}

/** `judge` names rules, options and version: outcomes of another judge are not found. */
export function cacheIn(folder: string, judge: string): Cache {
  const place = (key: string): { name: string; path: string } => {
    const name = sha256(judge, key);
    return { name, path: join(folder, name.slice(0, 2), `${name.slice(2)}.json`) };
  };
  return {
    async get(key) {
      const { name, path } = place(key);
      const text = await readFile(path, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : entryOf(text, name);
    },
    async set(key, outcome) {
      const { name, path } = place(key);
      const value = JSON.stringify(outcome);
      const own = `${path}.${randomUUID()}`;
      makeFolder(dirname(path));
      try {
        // Beside it and then renamed: whoever reads sees all of an entry or none.
        await writeFile(own, `${name} ${sha256(value)}\n${value}`);
        await rename(own, path);
      } catch (error) {
        await rm(own, { force: true });
        throw error;
      }
    },
  };
}

/** The first line names the entry and holds the hash of the rest; what is torn or foreign is no entry. */
function entryOf(text: string, name: string): Outcome | undefined {
  const end = text.indexOf('\n');
  const value = text.slice(end + 1);
  return text.slice(0, end) === `${name} ${sha256(value)}` ? (JSON.parse(value) as Outcome) : undefined;
}
