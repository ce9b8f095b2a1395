import { execFileSync } from 'node:child_process';

/** Builds what is distributed, if the sources are newer. */
export function ensureBuilt(): void {
  const url = JSON.stringify(new URL('../../src/build/fresh.mjs', import.meta.url).href);
  execFileSync(process.execPath, ['--input-type=module', '-e', `(await import(${url})).ensureBuilt()`]);
}
