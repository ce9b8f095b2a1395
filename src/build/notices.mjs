// Writes THIRD-PARTY-NOTICES.txt: the licence of each package that the distributed files contain. `--check` only says
// whether it is current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'THIRD-PARTY-NOTICES.txt');

/** Names of the packages that a bundle of the library holds. */
async function bundled() {
  const { metafile } = await build({
    entryPoints: [
      'index.ts',
      'node/index.ts',
      'remark/index.ts',
      'queue.ts',
      'cli/main.ts',
      'page/index.ts',
    ].map((path) => `src/${path}`),
    absWorkingDir: root,
    outdir: 'dist',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: [
      'node:*',
      'underscore',
      'commander',
      'lilconfig',
      'picocolors',
      'tinyglobby',
      'satteri',
      'hyparquet-writer',
      'bullmq',
      'ioredis',
    ],
  });
  const kept = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0),
  );
  const names = kept.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

function notice(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const find = (pattern) => readdirSync(folder).find((entry) => pattern.test(entry));
  const read = (file) => readFileSync(join(folder, file), 'utf8').trim();
  const file = find(/^licen[cs]e(\.\w+)?$/i);
  // Some packages say it in their readme alone.
  const readme = file ? undefined : find(/^readme/i);
  const text = file
    ? read(file)
    : (read(readme).match(/^.*licen[cs]e[\s\S]*/im)?.[0] ?? `Licensed under ${license}.`);
  const others = find(/^third.party.licen[cs]es/i);
  const whole = others ? `${text}\n\n${read(others)}` : text;
  return `${'='.repeat(80)}\n${name} ${version}\n\n${whole.replace(/\r\n/g, '\n')}\n`;
}

/** Its dictionary makes the table of Chinese characters (build-rules.mjs). */
const READ_AT_BUILD = 'opencc-js';

const all = `The files of fineprint contain parts of these packages, under the licences below.\n\n${(
  await bundled()
)
  .concat(READ_AT_BUILD)
  .sort()
  .map(notice)
  .join('\n')}`;
if (!process.argv.includes('--check')) writeFileSync(target, all);
else if (readFileSync(target, 'utf8') !== all) {
  console.error('THIRD-PARTY-NOTICES.txt is not current; run `node src/build/notices.mjs`');
  process.exitCode = 1;
}
