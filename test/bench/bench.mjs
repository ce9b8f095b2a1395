// Times the stages of an analysis against remark-parse + remark-gfm on the same texts, interleaved, in one process:
// `npm run bench [-- <folder or .ndjson(.gz) of {text}>] [--texts N] [--rounds N] [--preset strict]`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { ensureBuilt } from '../../src/build/fresh.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    texts: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
    preset: { type: 'string', default: 'strict' },
  },
});

ensureBuilt();
const stages = (await internals()).stagesOf(values.preset);
const texts = sample(readTexts(positionals[0] ?? join(root, 'corpus')), Number(values.texts));
const rounds = Number(values.rounds);
const yardstick = unified().use(remarkParse).use(remarkGfm).freeze();

/** The stages are no part of the library's face: they are bundled from the sources. */
async function internals() {
  const outfile = join(root, 'node_modules/.cache/fineprint-bench.mjs');
  await build({
    entryPoints: [join(root, 'test/bench/bench-stages.ts')],
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

function readTexts(path) {
  if (!statSync(path).isDirectory()) {
    const bytes = readFileSync(path);
    const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
    return lines.map((line) => JSON.parse(line).text);
  }
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => /\.(md|markdown|txt)$/.test(name) && !/readme/i.test(name))
    .map((name) => readFileSync(join(path, name), 'utf8'));
}

/** Evenly spread over the sizes, so that a part speaks for the whole. */
function sample(all, count) {
  const sorted = [...all].sort((a, b) => a.length - b.length);
  if (sorted.length <= count) return sorted;
  return Array.from({ length: count }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / count)]);
}

/** Milliseconds that this process has worked: what else runs on the machine does not count. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(times, name, work) {
  const start = cpu();
  const result = work();
  const list = times.get(name) ?? [];
  times.set(name, list);
  list.push(cpu() - start);
  return result;
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Runs the yardstick and every stage once over a text; `order` turns so that neither always goes first. */
function once(text, times, order) {
  const measure = () => timed(times, 'remark-parse + remark-gfm', () => yardstick.parse(text));
  if (order === 0) measure();
  let input = text;
  for (const { name, run } of stages) input = timed(times, name, () => run(input));
  if (order === 1) measure();
}

const sums = new Map();
for (const text of texts) once(text, new Map(), 0);
for (const text of texts) {
  const times = new Map();
  for (let round = 0; round < rounds; round++) once(text, times, round % 2);
  for (const [name, list] of times) sums.set(name, (sums.get(name) ?? 0) + median(list));
}

const YARD = 'remark-parse + remark-gfm';
const yard = sums.get(YARD);
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
const after = stages.slice(1).filter(({ part }) => !part);
const ratio = (value) => (value / yard).toFixed(3);
const rows = [
  [YARD, yard.toFixed(0), '1.000'],
  ...stages.map(({ name }) => [name, sums.get(name).toFixed(0), ratio(sums.get(name))]),
  ['all after parse (bar: <= 0.20)', '', ratio(after.reduce((sum, { name }) => sum + sums.get(name), 0))],
];
console.log(
  `${texts.length} texts, ${megabytes.toFixed(2)} MB, preset ${values.preset}, medians of ${rounds} rounds`,
);
for (const [name, ms, share] of rows)
  console.log(`${name.padEnd(36)}${ms.padStart(8)}${ms ? ' ms' : '   '}${share.padStart(9)}`);

/** One policy of about 40 KB in a warm process: the whole analysis over its parse alone. */
const forty = [...texts].sort((a, b) => Math.abs(a.length - 40_000) - Math.abs(b.length - 40_000))[0];
const warm = new Map();
for (let i = 0; i < 15; i++) {
  let input = timed(warm, 'parse', () => stages[0].run(forty));
  const start = cpu();
  for (const { run } of after) input = run(input);
  warm.set('rest', [...(warm.get('rest') ?? []), cpu() - start]);
}
const whole = (median(warm.get('parse')) + median(warm.get('rest'))) / median(warm.get('parse'));
console.log(
  `one policy of ${(forty.length / 1000).toFixed(0)} KB, warm: analysis / parse ${whole.toFixed(2)} (bar: <= 1.25)`,
);

/** Two revisions of one policy of about 50 KB: every tenth paragraph is another one's, and the last fifth stands first. */
const { compare, createAnalyzer } = await import(pathToFileURL(join(root, 'dist/index.js')));
const fifty = [...texts].sort((a, b) => Math.abs(a.length - 50_000) - Math.abs(b.length - 50_000));
const revised = (text, other) => {
  const own = text.split('\n\n');
  const others = other.split('\n\n');
  const changed = own.map((block, i) => (i % 10 === 5 ? (others[i] ?? block) : block));
  const last = changed.splice(Math.floor(changed.length * 0.8));
  return [...last, ...changed].join('\n\n');
};
const plain = createAnalyzer();
const comparing = createAnalyzer({ include: ['clauses', 'cleared', 'sentences'] });
const compared = new Map();
for (let i = 0; i < 25; i++) {
  if (i === 6) compared.clear();
  const [before, after] = [fifty[0], revised(fifty[0], fifty[1] ?? fifty[0])];
  timed(compared, 'both', () => [before, after].map((text) => plain.analyze({ text, format: 'markdown' })));
  timed(compared, 'compare', () =>
    compare(...[before, after].map((text) => comparing.analyze({ text, format: 'markdown' }))),
  );
}
const comparison = median(compared.get('compare')) / median(compared.get('both'));
console.log(
  `comparing two revisions of ${(fifty[0].length / 1000).toFixed(0)} KB / analyzing both ${comparison.toFixed(2)} (bar: <= 1.30)`,
);

function startup(code) {
  const start = performance.now();
  spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root });
  return performance.now() - start;
}
const library = JSON.stringify(pathToFileURL(join(root, 'dist/index.js')).href);
const starts = { bare: [], library: [] };
for (let i = 0; i < 11; i++) {
  starts.bare.push(startup(''));
  starts.library.push(startup(`await import(${library})`));
}
const more = median(starts.library) - median(starts.bare);
console.log(`import of the built library over bare node: ${more.toFixed(0)} ms (bar: <= 150)`);
