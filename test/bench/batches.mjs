// Whole programs over a folder of policies: batch with one worker and two, with either parser, and its peers.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { median, spread, table } from './measure.mjs';
import { peersOver } from './peers.mjs';

const BATCH = 'batch, 2 threads';
const USAGE = new URL('usage.mjs', import.meta.url);

export function batches(texts, root, { rounds, peers }) {
  const folder = mkdtempSync(join(tmpdir(), 'fineprint-bench-'));
  try {
    mkdirSync(join(folder, 'policies'));
    for (const [i, text] of texts.entries())
      writeFileSync(join(folder, `policies/${String(i).padStart(4, '0')}.md`), text);
    const batch = (name, ...args) => ({
      name,
      args: [join(root, 'dist/cli.js'), 'batch', 'policies', '-o', '-', ...args],
      cwd: folder,
    });
    const programs = [
      batch(BATCH, '--jobs', '2', '--parser', 'native'),
      batch('batch, 1 thread', '--jobs', '1', '--parser', 'native'),
      batch('batch, 2 threads, remark-parse', '--jobs', '2', '--parser', 'remark'),
      ...(peers ? peersOver(join(folder, 'policies'), peers) : []),
    ];
    const runs = Array.from({ length: rounds }, () => programs.map((program) => run(program, folder)));
    return told(programs, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run({ name, args, cwd }, folder) {
  const usage = join(folder, 'usage.json');
  rmSync(usage, { force: true });
  const start = performance.now();
  const { stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: `--import=${pathToFileURL(USAGE.pathname)}`, BENCH_USAGE: usage },
    // What they find does not matter here; most end with 1 for it.
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error) throw new Error(`${name} could not be run: ${error.message}\n${stderr}`);
  return { wall: (performance.now() - start) / 1000, ...JSON.parse(readFileSync(usage, 'utf8')) };
}

function told(programs, runs) {
  const rows = programs.map(({ name }, i) => {
    const own = runs.map((round) => round[i]);
    const to = (key) => spread(runs.map((round) => round[i][key] / round[0][key]));
    const mid = (key, digits) => median(own.map((one) => one[key])).toFixed(digits);
    return [name, mid('wall', 1), to('wall'), mid('cpu', 1), to('cpu'), mid('mb', 0)];
  });
  const speedup = runs.map(([two, one]) => one.wall / two.wall);
  return [
    table(['program', 's', `to ${BATCH}`, 's of CPU', `to ${BATCH}`, 'peak MB'], rows),
    `\nTwo threads are ${spread(speedup)} times as fast as one (bar: 1.7).\n`,
  ].join('');
}
