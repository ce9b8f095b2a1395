import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../src/build/build-rules.mjs', import.meta.url));

/** Tests read the rules as they stand: the generated module is written anew before each run. */
export default function setup(): void {
  if (!existsSync(script)) return;
  const run = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
  // A rule that does not compile fails the tests that use it, with its place; the others still say something.
  if (run.status !== 0) process.stderr.write('the built-in rules could not be generated\n');
}
