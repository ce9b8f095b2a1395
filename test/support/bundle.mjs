import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Imports a module of TypeScript, by its path from the repository's folder, for scripts that run without a test runner. */
export async function imported(path) {
  const outfile = join(root, 'node_modules/.cache', `fineprint-${basename(path, '.ts')}.mjs`);
  await build({
    entryPoints: [join(root, path)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { natural: join(root, 'node_modules/natural'), underscore: join(root, 'node_modules/underscore') },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile));
}
