import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startAnalysis } from '../../src/playground/client/analysis.js';
import type { Desk, FromWorker, Request, Told, ToWorker } from '../../src/playground/messages.js';

/** A worker that does what the test says. */
class Puppet {
  onmessage: (event: { data: FromWorker }) => void = () => undefined;
  readonly heard: ToWorker[] = [];
  ended = false;
  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  says(data: FromWorker): void {
    this.onmessage({ data });
  }
  get texts(): string[] {
    return this.heard.map((message) => ('request' in message ? message.request.desk.text : message.code));
  }
}

const told: Told = { empty: false, summary: 'all read', problems: [], examples: [], page: undefined };
const request = (text: string, page = false): Request => {
  const desk: Desk = { text, format: 'auto', preset: 'recommended', before: '', rule: '' };
  return { desk, page };
};

function startWith(loadPart = (): Promise<string> => Promise.resolve('the part')) {
  const workers: Puppet[] = [];
  const events: string[] = [];
  const analysis = startAnalysis(
    () => {
      const worker = new Puppet();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    loadPart,
    {
      edited: (edits) => events.push(`edited ${edits.length}`),
      told: ({ summary }, { desk, page }) => events.push(`${summary}: ${desk.text}${page ? ', saved' : ''}`),
      waits: () => events.push('waits'),
      failed: (message) => events.push(message),
      cleared: () => events.push('cleared'),
    },
  );
  return { ask: analysis.ask, workers, events, worker: () => workers.at(-1) as Puppet };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks once a person pauses, and then for the latest', () => {
  const { ask, worker } = startWith();
  for (const text of ['a', 'ab', 'abc']) ask(request(text));
  expect(worker().texts).toEqual([]);
  vi.advanceTimersByTime(30);
  expect(worker().texts).toEqual(['abc']);
  for (const text of ['abcd', 'abcde']) ask(request(text));
  vi.advanceTimersByTime(30);
  expect(worker().texts).toEqual(['abc']);
  worker().says({ told });
  expect(worker().texts).toEqual(['abc', 'abcde']);
});

it('saves a page that was asked for, whatever is typed meanwhile', () => {
  const { ask, worker, events } = startWith();
  ask(request('a', true));
  ask(request('ab'));
  vi.advanceTimersByTime(30);
  worker().says({ told });
  expect(events).toEqual(['all read: ab, saved']);
});

it('says that a long analysis goes on, and gives it more time for a longer text', () => {
  const { ask, worker, events } = startWith();
  ask(request('a'.repeat(1_000_000)));
  vi.advanceTimersByTime(30 + 39_000);
  expect(events).toEqual(['waits']);
  worker().says({ told: { ...told, summary: 'at last' } });
  vi.advanceTimersByTime(60_000);
  expect(events).toHaveLength(2);
  expect(worker().ended).toBe(false);
});

it('replaces a worker that hangs, says so, and goes on with what was typed meanwhile', () => {
  const { ask, workers, events } = startWith();
  ask(request('a'));
  vi.advanceTimersByTime(1000);
  ask(request('ab'));
  vi.advanceTimersByTime(20_000);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(events).toEqual([
    'waits',
    'cleared',
    'The analysis did not end in 20 seconds. It was started anew: change the text or the rule to try again.',
    'waits',
  ]);
  expect(workers[1]?.texts).toEqual(['ab']);
  workers[1]?.says({ told });
  expect(events.at(-1)).toBe('all read: ab');
});

it('does not ask again by itself for what a worker hung on', () => {
  const { ask, workers } = startWith();
  ask(request('a'));
  vi.advanceTimersByTime(100_000);
  expect(workers.map(({ texts }) => texts)).toEqual([['a'], []]);
});

it('loads a part that is needed, without a deadline, and asks again', async () => {
  const { ask, worker, workers, events } = startWith(
    () => new Promise((loaded) => setTimeout(() => loaded('the part'), 50_000)),
  );
  ask(request('隐私', true));
  vi.advanceTimersByTime(30);
  worker().says({ needs: 'chinese' });
  await vi.advanceTimersByTimeAsync(50_000);
  expect(workers).toHaveLength(1);
  expect(worker().texts).toEqual(['隐私', 'the part', '隐私']);
  worker().says({ told });
  expect(events).toEqual(['all read: 隐私, saved']);
});
