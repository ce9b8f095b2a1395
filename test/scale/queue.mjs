// The same policies through a queue with two worker processes: once undisturbed, for what a job costs, and once with a worker killed
// and Redis restarted, for what it gives.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { imported } from '../support/bundle.mjs';

const { startRedis, whyNoRedis } = await imported('test/queue/redis.ts');
/** Between a result and its acknowledgement, where workers are killed. */
const HOOK_MS = 30;
const KILLS = 3;
const LOCK_S = 5;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export async function queued({ root, folder, running, tell, policies, batchSeconds, out }) {
  const why = whyNoRedis();
  if (why) return console.log(`     ${why}`);
  const redis = await startRedis();
  const cli = async (...args) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'queue', ...args], {
      cwd: folder,
      stdio: 'inherit',
    });
    const [status] = await once(child, 'close');
    return status;
  };
  const worker = (run, hook) => {
    const options = { folder: join(folder, run), redis: redis.url, jobs: 1, lock: LOCK_S, untilEmpty: true };
    const code = `const { work } = await import(${JSON.stringify(pathToFileURL(join(root, 'dist/queue.js')).href)});
      const onResult = ${hook} > 0 ? () => new Promise((done) => setTimeout(done, ${hook})) : undefined;
      await work({ ...${JSON.stringify(options)}, onResult });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      cwd: folder,
      stdio: 'inherit',
    });
    running.add(child);
    return { child, ended: once(child, 'close').then(() => running.delete(child)) };
  };
  const same = async (run) => {
    const status = await cli('collect', '--folder', run, '-o', `${run}.ndjson`, '--summary', 'none');
    const [collected, wanted] = [`${run}.ndjson`, out].map((name) => readFileSync(join(folder, name)));
    return status === 0 && collected.equals(wanted);
  };
  const enqueued = async (run) => {
    const start = performance.now();
    await cli('enqueue', 'in.ndjson', '--folder', run, '--redis', redis.url, '--shape', 'row');
    return (performance.now() - start) / 1000;
  };
  try {
    const taking = await enqueued('calm');
    const start = performance.now();
    await Promise.all([worker('calm', 0), worker('calm', 0)].map(({ ended }) => ended));
    const working = (performance.now() - start) / 1000;
    tell(await same('calm'), `two workers on a queue give what batch gives`);
    const overhead = ((taking + working - batchSeconds) * 1000) / policies;
    console.log(
      `     queue ${taking.toFixed(0)} s to enqueue, ${working.toFixed(0)} s to work; batch ${batchSeconds.toFixed(0)} s: ${overhead.toFixed(2)} ms more a job`,
    );

    await enqueued('wild');
    const steady = worker('wild', HOOK_MS);
    let kills = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const { child, ended } = worker('wild', HOOK_MS);
      while (resultsIn(join(folder, 'wild')) < (policies * kill) / (KILLS + 1)) await pause(100);
      child.kill('SIGKILL');
      await ended;
      if (child.signalCode === 'SIGKILL') kills++;
      if (kill === 2) await redis.restart();
    }
    await Promise.all([steady, worker('wild', HOOK_MS)].map(({ ended }) => ended));
    const results = resultsIn(join(folder, 'wild'));
    tell(results === policies, `${results} results of ${policies} policies`);
    tell(await same('wild'), `${kills} SIGKILLs and a restart of Redis, then the same bytes as batch`);
  } finally {
    await redis.stop();
  }
}

function resultsIn(run) {
  const folder = join(run, 'results');
  try {
    return readdirSync(folder).reduce(
      (sum, part) => sum + readdirSync(join(folder, part)).filter((name) => name.endsWith('.json')).length,
      0,
    );
  } catch {
    // Before the first result there is no folder.
    return 0;
  }
}
