// What analyses cost, as ratios measured in one run, in Markdown:
// `npm run bench [-- <folder or .ndjson(.gz) of {text}>] [--texts N] [--rounds N] [--no-peers] [--write]`.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../src/build/fresh.mjs';
import { single, stages, startup } from './analysis.mjs';
import { batches } from './batches.mjs';
import { installPeers } from './peers.mjs';
import { readTexts, sample, usualTexts } from './texts.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    texts: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
    peers: { type: 'boolean', default: true },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
/** One of the peers takes eight minutes for 200 policies. */
const IN_FOLDER = 60;

ensureBuilt();
// First, so that a machine without the registry is told so before the minutes that measuring takes.
const peers = values.peers ? installPeers(root) : undefined;
const texts = sample(readTexts(positionals[0] ?? usualTexts(root)), Number(values.texts));
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

let printed = '';
const print = (text) => {
  printed += text;
  process.stdout.write(text);
};

print(
  `# What it costs\n\nPrinted by \`npm run bench\`: ${texts.length} policies, ${megabytes.toFixed(1)} MB; medians of `,
);
print(`${rounds} rounds, with the least and the most. Node ${process.version}, ${cpus().length} cores.\n`);
print('\n## An analysis\n\nTime of the processor, in one process.\n');
for (const preset of ['recommended', 'strict']) print(await stages(texts, preset, rounds));
print(await single(texts, root));
print(startup(root));
const few = sample(texts, IN_FOLDER);
print(
  `\n## A folder of policies\n\n${few.length} of them, whole programs from start to end; batch writes reports as NDJSON.\n`,
);
print(batches(few, root, { rounds, peers }));
if (values.write) writeFileSync(join(root, 'test/bench/results.md'), printed);
