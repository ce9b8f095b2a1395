import type { Edit } from '../edits.js';
import type { FromWorker, Request, Told, ToWorker } from '../messages.js';
import type { PartName } from '../parts.js';

/** Typing goes on without a pause of this many milliseconds before an analysis begins. */
const PAUSE = 30;
/** An analysis that takes longer is said to be going on, in milliseconds. */
const SHORT = 500;
/** An analysis may take this many milliseconds, and more for each character: then its worker is taken to hang. */
const LONGEST = 20_000;
const LONGEST_EACH = 0.02;

export interface Analysis {
  /** Asks for an answer soon. Of requests that wait, the latest wins. */
  ask(request: Request): void;
}

/** What becomes of requests. */
export interface Listener {
  /** What is shown is to change so. */
  edited(edits: readonly Edit[]): void;
  told(told: Told, request: Request): void;
  /** An answer takes its time. */
  waits(): void;
  /** No answer comes; the message says why, and what helps. */
  failed(message: string): void;
  /** The worker was replaced: nothing is shown until the next answer. */
  cleared(): void;
}

/** Runs a worker and asks it one thing at a time; one that dies or hangs is replaced. */
export function startAnalysis(
  startWorker: () => Worker,
  loadPart: (name: PartName) => Promise<string>,
  listener: Listener,
): Analysis {
  let worker = start();
  let running: Request | undefined;
  let waiting: Request | undefined;
  let pause = 0;
  let patience = 0;
  let deadline = 0;

  function start(): Worker {
    const made = startWorker();
    made.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
    made.onerror = (event) => {
      event.preventDefault();
      replace(`The analysis failed (${event.message || 'no reason was given'}).`);
    };
    return made;
  }
  const tell = (message: ToWorker): void => worker.postMessage(message);

  function hear(message: FromWorker): void {
    if ('edits' in message) listener.edited(message.edits);
    else if ('needs' in message) void fetchPart(message.needs);
    else {
      const request = end();
      if (request) listener.told(message.told, request);
      next();
    }
  }

  async function fetchPart(part: PartName): Promise<void> {
    // The request counts as running until the part is there, so that none overtakes it.
    stopClocks();
    try {
      tell({ code: await loadPart(part) });
      const request = end();
      // What was typed meanwhile is asked instead.
      if (request) waiting = { ...(waiting ?? request), page: request.page || waiting?.page === true };
    } catch (error) {
      end();
      listener.failed((error as Error).message);
    }
    next();
  }

  function stopClocks(): void {
    clearTimeout(patience);
    clearTimeout(deadline);
  }

  function end(): Request | undefined {
    stopClocks();
    const ended = running;
    running = undefined;
    return ended;
  }

  function next(): void {
    if (running || !waiting) return;
    running = waiting;
    waiting = undefined;
    tell({ request: running });
    const { text, before } = running.desk;
    const longest = LONGEST + LONGEST_EACH * (text.length + before.length);
    patience = window.setTimeout(() => listener.waits(), SHORT);
    deadline = window.setTimeout(
      () => replace(`The analysis did not end in ${Math.round(longest / 1000)} seconds.`),
      longest,
    );
  }

  function replace(why: string): void {
    // What it says as it dies, or said before and was not heard yet, is no longer of any request.
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    end();
    worker = start();
    listener.cleared();
    // What it failed on is not asked again by itself.
    listener.failed(`${why} It was started anew: change the text or the rule to try again.`);
    next();
  }

  return {
    ask(request) {
      // A page that was asked for is made, whatever is typed meanwhile.
      waiting = { ...request, page: request.page || waiting?.page === true };
      clearTimeout(pause);
      pause = window.setTimeout(next, PAUSE);
    },
  };
}
