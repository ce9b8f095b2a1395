import { readFile, stat } from 'node:fs/promises';
import { type Baseline, parseBaseline } from '../report/index.js';
import { explain } from './find.js';
import { readUtf8 } from './read.js';
import { writeWhole } from './write.js';

/** What a baseline is called where nobody says otherwise. */
export const BASELINE_FILE = 'fineprint.baseline.json';

/** Reads a baseline; undefined if there is no such file. `name` is what errors call it. Throws an Error with file, line and column. */
export async function loadBaseline(path: string, name = path): Promise<Baseline | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'ENOENT') return undefined;
    throw explain(name, found);
  }
  return parseBaseline(await readUtf8(path, name), name);
}

/** Writes a baseline, whole or not at all. Returns whether the file changed. `name` is what errors call it. */
export async function writeBaseline(path: string, baseline: Baseline, name = path): Promise<boolean> {
  const text = `${JSON.stringify(baseline, null, 2)}\n`;
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === text) return false;
  await writeWhole(path, text, name);
  return true;
}
