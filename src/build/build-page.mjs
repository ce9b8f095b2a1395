// Writes the style and the script of the pages as one module of strings, with the hashes that their content security policy names.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = `${root}src/page/assets.generated.ts`;

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [root + entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    // All that knows `light-dark()`, which the style asks for.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
    logLevel: 'error',
  });
  const text = outputFiles[0].text.trim();
  if (/<\/|<!--/.test(text)) throw new Error(`${entry}: holds "</" or "<!--", which would end its element`);
  return text;
}

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const style = await bundle('src/page/style/page.css');
const script = await bundle('src/page/client/main.ts');
const text = `// Written by src/build/build-page.mjs from src/page/style and src/page/client; do not edit.

export const style = ${JSON.stringify(style)};
export const styleHash = ${JSON.stringify(hash(style))};
export const script = ${JSON.stringify(script)};
export const scriptHash = ${JSON.stringify(hash(script))};
`;
// An unchanged file keeps its time, so that watchers and caches rest.
const before = await readFile(target, 'utf8').catch(() => undefined);
if (before !== text) await writeFile(target, text);
