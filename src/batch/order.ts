/** How far work may run ahead of what has been taken. */
export interface Bounds<T> {
  /** Most items that are begun and not taken. */
  readonly items: number;
  /** Most that these may weigh; a single heavier item is let through alone. */
  readonly weight: number;
  readonly weigh: (item: T) => number;
  /** Ends the results, without an error; what is begun is given up. */
  readonly signal?: AbortSignal | undefined;
}

interface Begun<T, R> {
  readonly item: T;
  readonly weight: number;
  readonly result: Promise<R>;
}

/**
 * Works on items side by side and yields the results in the order of the items. Nothing is read ahead of the bounds, so that a
 * slow reader of the results holds back the source. A result is yielded as soon as it is next, even while the source is waiting.
 */
export async function* inOrder<T, R>(
  source: AsyncIterator<T>,
  work: (item: T) => Promise<R>,
  bounds: Bounds<T>,
): AsyncGenerator<{ readonly item: T; readonly result: R }> {
  const begun: Begun<T, R>[] = [];
  let next: Promise<IteratorResult<T>> | undefined;
  let ended = false;
  let weight = 0;
  while (true) {
    const room = begun.length === 0 || (begun.length < bounds.items && weight < bounds.weight);
    if (!ended && room) next ??= source.next();
    const [head] = begun;
    if (head === undefined && next === undefined) return;
    const read = next?.then((result) => ({ read: result }));
    const done = head?.result.then((result) => ({ done: result }));
    const first = Promise.race([done, read].filter((promise) => promise !== undefined));
    const event = await untilAborted(first, bounds.signal);
    if (event === undefined) return;
    if ('read' in event) {
      next = undefined;
      if (event.read.done) ended = true;
      else {
        const item = event.read.value;
        const one = { item, weight: bounds.weigh(item), result: work(item) };
        // It is waited for in its turn; until then its failure is nobody's yet.
        one.result.catch(() => undefined);
        begun.push(one);
        weight += one.weight;
      }
    } else if (head !== undefined) {
      begun.shift();
      weight -= head.weight;
      yield { item: head.item, result: event.done };
    }
  }
}

/** The promise, or undefined as soon as the signal says so. A race with a promise of the signal would keep every result alive. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return promise;
  return new Promise((done, fail) => {
    const stop = (): void => done(undefined);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(done, fail).finally(() => signal.removeEventListener('abort', stop));
  });
}
