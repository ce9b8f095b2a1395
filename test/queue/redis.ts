import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Set where a missing redis-server is a failure and no reason to skip, as in .ci/run. */
const REQUIRED = process.env.FINEPRINT_REQUIRE_REDIS === '1';

/** Why tests with Redis are skipped; undefined if they run. Debian has it as redis-server. */
export function whyNoRedis(): string | undefined {
  if (spawnSync('redis-server', ['--version']).status === 0) return undefined;
  if (REQUIRED) throw new Error('redis-server is not installed, and required here');
  return 'skipped: redis-server is not installed (apt-get install redis-server)';
}

export interface RedisServer {
  readonly url: string;
  /** Ends it as a restart of the machine would, with what it has on its disk, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A server on loopback that keeps an append-only file. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fineprint-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await begin(port, folder, url);
  const end = async (): Promise<void> => {
    const exited = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await exited;
  };
  return {
    url,
    async restart() {
      await end();
      server = await begin(port, folder, url);
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function begin(port: number, folder: string, url: string): Promise<ChildProcess> {
  const flags = { port, bind: '127.0.0.1', dir: folder, appendonly: 'yes', save: '' };
  const server = spawn(
    'redis-server',
    Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  const redis = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await redis.ping();
  redis.disconnect();
  return server;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
