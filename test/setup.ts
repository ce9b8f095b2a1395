import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SCRIPTS = ['build-rules', 'build-page'].map((name) =>
  fileURLToPath(new URL(`../src/build/${name}.mjs`, import.meta.url)),
);

/** Tests read the rules, and the style and script of the pages, as they stand: generated modules are written anew before each run. */
export default function setup(): void {
  for (const script of SCRIPTS) {
    if (!existsSync(script)) continue;
    const run = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
    // A rule that does not compile fails the tests that use it, with its place; the others still say something.
    if (run.status !== 0) process.stderr.write(`${script} failed\n`);
  }
}
