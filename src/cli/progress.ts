import type { Counter } from '../batch/index.js';
import type { LongIo } from './io.js';

/** Shows on a terminal how far a batch is. */
export interface Progress {
  readonly show: (counter: Pick<Counter, 'policies' | 'failed'>) => void;
  /** How much of the inputs was read, 0 to 1. */
  readonly share: (share: number) => void;
  readonly clear: () => void;
}

const EVERY_MS = 200;

export function progressOf({ progress: write, now }: LongIo): Progress {
  if (!write) return { show: () => undefined, share: () => undefined, clear: () => undefined };
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let read = 0;
  /** What was there before this run says nothing of its rate. */
  let before: { policies: number; read: number } | undefined;
  return {
    share: (share) => {
      read = share;
    },
    show: ({ policies, failed }) => {
      before ??= { policies, read };
      if (now() - last < EVERY_MS) return;
      last = now();
      const seconds = (last - start) / 1000;
      const rate = seconds > 0 ? (policies - before.policies) / seconds : 0;
      const done = read - before.read;
      const left = done > 0 && seconds > 2 ? `, ${clock((seconds * (1 - read)) / done)} left` : '';
      write(`${policies} done, ${rate.toFixed(1)}/s${left}${failed > 0 ? `, ${failed} failed` : ''}`);
    },
    clear: () => write(''),
  };
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
