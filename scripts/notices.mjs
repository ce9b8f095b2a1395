// Writes THIRD-PARTY-NOTICES.txt: the licence of each package that the distributed files contain. `--check` only says
// whether it is current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'THIRD-PARTY-NOTICES.txt');

/** Folders below node_modules that the built files name as the sources of their parts. */
function bundled() {
  const names = new Set();
  for (const file of readdirSync(join(root, 'dist')).filter((name) => /\.c?js$/.test(name))) {
    const text = readFileSync(join(root, 'dist', file), 'utf8');
    for (const [, name] of text.matchAll(/^\s*\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm))
      names.add(name);
  }
  return [...names].sort();
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
  return `${'='.repeat(80)}\n${name} ${version}\n\n${text.replace(/\r\n/g, '\n')}\n`;
}

const all = `The files of fineprint contain parts of these packages, under the licences below.\n\n${bundled()
  .map(notice)
  .join('\n')}`;
if (!process.argv.includes('--check')) writeFileSync(target, all);
else if (readFileSync(target, 'utf8') !== all) {
  console.error('THIRD-PARTY-NOTICES.txt is not current; run `node scripts/notices.mjs` after a build');
  process.exitCode = 1;
}
