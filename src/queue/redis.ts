import { QueueError } from './error.js';

type BullMQ = typeof import('bullmq');
type Redis = import('ioredis').Redis;

export const DEFAULT_REDIS = 'redis://127.0.0.1:6379';

/** A connection to Redis, with BullMQ to use it. */
export interface Connection {
  readonly bullmq: BullMQ;
  readonly redis: Redis;
  /** Where jobs of a run are, for BullMQ. */
  place(run: string): { readonly name: string; readonly options: { connection: Redis; prefix: string } };
  close(): void;
}

export interface ConnectOptions {
  /** redis://[user:password@]host:port[/database], or rediss:// with TLS. */
  readonly redis?: string | undefined;
  /** Waits for Redis to come back, for as long as that takes. */
  readonly patient?: boolean;
}

const CONNECT_MS = 5000;
const MOST_TRIES = 10;
const LONGEST_WAIT_MS = 3000;

/** Loads BullMQ and ioredis, optional peers, and connects. Throws QueueError if there is no Redis at first. */
export async function connect({
  redis: url = DEFAULT_REDIS,
  patient = false,
}: ConnectOptions): Promise<Connection> {
  const where = addressOf(url);
  const { bullmq, ioredis } = await load();
  let reached = false;
  let why = 'no answer';
  const redis = new ioredis.Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: patient ? null : MOST_TRIES,
    retryStrategy: (times) => (reached ? Math.min(times * 100, LONGEST_WAIT_MS) : null),
  });
  redis.on('error', (error: NodeJS.ErrnoException) => {
    why = error.code ?? error.message;
  });
  try {
    await redis.connect();
    await redis.ping();
    reached = true;
  } catch (error) {
    redis.disconnect();
    const { message } = error as Error;
    if (/NOAUTH|WRONGPASS|NOPERM/.test(message))
      throw new QueueError(`Redis at ${where} refuses (${message}); give user and password in its address`);
    throw new QueueError(
      `no Redis answers at ${where} (${why}); start one (redis-server), or name another with --redis`,
      { cause: error },
    );
  }
  return {
    bullmq,
    redis,
    place: (run) => ({ name: `run-${run}`, options: { connection: redis, prefix: 'fineprint' } }),
    close: () => redis.disconnect(),
  };
}

/** Host and port, without user and password. */
function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The text may hold a password and is not repeated.
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '')
    throw new QueueError(
      'the address of Redis is none; write it as redis://host:port or redis://user:password@host:port/0',
    );
  return `${url.hostname}:${url.port || 6379}`;
}

async function load(): Promise<{ bullmq: BullMQ; ioredis: Pick<typeof import('ioredis'), 'Redis'> }> {
  try {
    const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, ioredis };
  } catch (error) {
    throw new QueueError('BullMQ and ioredis cannot be loaded; install them (npm install bullmq ioredis)', {
      cause: error,
    });
  }
}
