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
  queueOf(run: string): import('bullmq').Queue;
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

/** Connects for as long as something needs Redis. Throws QueueError if there is none, or, to who is not patient, if it goes away. */
export async function connected<T>(
  options: ConnectOptions,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await connect(options);
  try {
    return await use(connection);
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'MaxRetriesPerRequestError' && message !== 'Connection is closed.') throw error;
    throw new QueueError('Redis went away; start it, and the same command goes on', { cause: error });
  } finally {
    connection.redis.disconnect();
  }
}

/** Loads BullMQ and ioredis, optional peers, and connects. */
async function connect({ redis: url = DEFAULT_REDIS, patient = false }: ConnectOptions): Promise<Connection> {
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
  const place: Connection['place'] = (run) => ({
    name: `run-${run}`,
    options: { connection: redis, prefix: 'fineprint' },
  });
  return {
    bullmq,
    redis,
    place,
    queueOf(run) {
      const { name, options } = place(run);
      const queue = new bullmq.Queue(name, options);
      // BullMQ prints what nobody listens to; whoever waits for an answer is told.
      queue.on('error', () => undefined);
      return queue;
    },
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
