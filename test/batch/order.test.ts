import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/batch/order.js';

const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
};
const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((done) => setImmediate(done));
};

async function* counting(count: number, onRead: (i: number) => void = () => undefined) {
  for (let i = 0; i < count; i++) {
    onRead(i);
    yield i;
  }
}

describe('work in order', () => {
  it('gives results in the order of the items, however long each takes, and stays within its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(6), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (delays, items) => {
          let begun = 0;
          let most = 0;
          let taken = 0;
          const results = inOrder(
            counting(delays.length),
            async (i) => {
              most = Math.max(most, ++begun - taken);
              await turns(delays[i] ?? 0);
              return i * 10;
            },
            { items, weight: 1000, weigh: () => 1 },
          );
          const seen: number[] = [];
          for await (const { item, result } of results) {
            expect(result).toBe(item * 10);
            seen.push(item);
            taken++;
          }
          expect(seen).toEqual(delays.map((_, i) => i));
          expect(most).toBeLessThanOrEqual(items + 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads nothing ahead while nobody takes results', async () => {
    let read = 0;
    const results = inOrder(
      counting(100, () => read++),
      async (i) => i,
      { items: 4, weight: 1000, weigh: () => 1 },
    );
    await results.next();
    await turns(20);
    expect(read).toBeLessThanOrEqual(5);
  });

  it('holds back heavy items and lets one through alone', async () => {
    let open = 0;
    let most = 0;
    const results = inOrder(
      counting(6),
      async (i) => {
        most = Math.max(most, ++open);
        await turns(3);
        open--;
        return i;
      },
      { items: 10, weight: 5, weigh: () => 9 },
    );
    expect(await all(results)).toHaveLength(6);
    expect(most).toBe(1);
  });

  it('gives a result while the source is still waiting', async () => {
    let release: () => void = () => undefined;
    async function* slow() {
      yield 1;
      await new Promise<void>((done) => {
        release = done;
      });
      yield 2;
    }
    const results = inOrder(slow(), async (i) => i, { items: 4, weight: 9, weigh: () => 1 });
    expect((await results.next()).value).toEqual({ item: 1, result: 1 });
    release();
    expect((await results.next()).value).toEqual({ item: 2, result: 2 });
  });

  it('ends at a signal, without what is begun', async () => {
    const controller = new AbortController();
    const results = inOrder(counting(9), () => new Promise<never>(() => undefined), {
      items: 2,
      weight: 9,
      weigh: () => 1,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 5);
    expect(await all(results)).toEqual([]);
  });
});
