// 20,000 policies through `fineprint batch`: memory, and ten SIGKILLs. `npm run test:scale -- [policies] [file.ndjson.gz]`.
// Real policies are taken from a file of NDJSON with `text`, each cut to its first 8,000 characters; without one, those of corpus/.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { ensureBuilt } from '../../src/build/fresh.mjs';
import { queued } from './queue.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [count = '20000', file = join(root, '../shared/corpora/modern.ndjson.gz')] = process.argv.slice(2);
const POLICIES = Number(count);
const KILLS = 10;
const MOST_MB = 700;
/** Memory is taken as flat where it is at most a tenth above what it was, at its peak, in the second quarter of the run. */
const SETTLED = 0.25;
const HALF = 0.5;
const JOBS = '2';

ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'fineprint-scale-'));
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
let failed = false;
const tell = (ok, text) => {
  failed ||= !ok;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`);
};

function textsOf() {
  if (existsSync(file)) {
    const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
    return lines.map((line) => JSON.parse(line).text.slice(0, 8000));
  }
  const names = readdirSync(`${root}corpus`).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.map((name) => readFileSync(`${root}corpus/${name}`, 'utf8').slice(0, 8000));
}

async function writeInput() {
  const texts = textsOf();
  const input = createWriteStream(join(folder, 'in.ndjson'));
  for (let i = 0; i < POLICIES; i++) {
    const line = `${JSON.stringify({ id: `p${i + 1}`, text: texts[i % texts.length] })}\n`;
    if (!input.write(line)) await once(input, 'drain');
  }
  input.end();
  await once(input, 'finish');
  console.log(`${POLICIES} policies, ${texts.length} texts, ${JOBS} threads`);
}

function begin(out) {
  const args = ['batch', 'in.ndjson', '--rows', '-o', out, '--jobs', JOBS, '--summary', 'none', '--resume'];
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = once(child, 'close').then(([status]) => {
    running.delete(child);
    return { status, err: err.trim() };
  });
  return { child, ended };
}

/** Bytes written are what tells how far a run is: lines would have to be read. */
function sizeOf(path) {
  return existsSync(path) ? statSync(path).size : 0;
}
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const mb = (kb) => Math.round(kb / 1024);

async function undisturbed() {
  const start = performance.now();
  const { child, ended } = begin('whole.ndjson');
  const samples = [];
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    const status = existsSync(`/proc/${child.pid}/status`)
      ? readFileSync(`/proc/${child.pid}/status`, 'utf8')
      : '';
    const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
    if (rss > 0) samples.push({ at: sizeOf(join(folder, 'whole.ndjson.partial')), rss, peak });
    await pause(100);
  }
  const { status, err } = await ended;
  const seconds = (performance.now() - start) / 1000;
  const path = join(folder, 'whole.ndjson');
  tell(status === 0, `${err} (${Math.round(seconds)} s)`);
  const size = sizeOf(path);
  const peakOf = (list) => mb(Math.max(0, ...list.map(({ rss }) => rss)));
  const early = peakOf(samples.filter(({ at }) => at >= size * SETTLED && at < size * HALF));
  const late = peakOf(samples.filter(({ at }) => at >= size * HALF));
  const peak = mb(Math.max(...samples.map((sample) => sample.peak)));
  tell(peak < MOST_MB, `peak of memory ${peak} MB (under ${MOST_MB})`);
  tell(
    late <= early * 1.1,
    `peak in the second quarter of the run ${early} MB, in its second half ${late} MB`,
  );
  return { size, seconds, hash: hashOf(path) };
}

async function interrupted({ size, hash }) {
  const path = join(folder, 'killed.ndjson');
  const moments = Array.from({ length: KILLS }, () => Math.random() * size).sort((a, b) => a - b);
  let kills = 0;
  for (const moment of moments) {
    const { child, ended } = begin('killed.ndjson');
    let over = false;
    void ended.then(() => {
      over = true;
    });
    while (!over && sizeOf(`${path}.partial`) < moment) await pause(5);
    await pause(Math.random() * 200);
    child.kill('SIGKILL');
    if ((await ended).status === null) kills++;
  }
  const { status, err } = await begin('killed.ndjson').ended;
  tell(status === 0, err);
  tell(hashOf(path) === hash, `${kills} SIGKILLs, then the same bytes as undisturbed (${hash})`);
}

await writeInput();
const whole = await undisturbed();
await interrupted(whole);
await queued({
  root,
  folder,
  running,
  tell,
  policies: POLICIES,
  batchSeconds: whole.seconds,
  out: 'whole.ndjson',
});
process.exitCode = failed ? 1 : 0;
