import type { Answer, Request } from '../messages.js';

/** Typing goes on without a pause of this many milliseconds before an analysis begins. */
const PAUSE = 30;

export interface Analysis {
  /** Asks for an answer soon. Of requests that wait, the latest wins. */
  ask(request: Request): void;
}

/** Starts the worker from its code, which the page holds: browsers load no worker from a file. */
export function startAnalysis(code: string, told: (answer: Answer, request: Request) => void): Analysis {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url);
  let running: Request | undefined;
  let waiting: Request | undefined;
  let timer = 0;
  const next = (): void => {
    if (running || !waiting) return;
    running = waiting;
    waiting = undefined;
    worker.postMessage(running);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const request = running;
    running = undefined;
    next();
    if (request) told(data, request);
  });
  return {
    ask(request) {
      // A page that was asked for is made, whatever is typed meanwhile.
      waiting = { ...request, page: request.page || waiting?.page === true };
      clearTimeout(timer);
      timer = window.setTimeout(next, PAUSE);
    },
  };
}
