// The thread that analyzes, so that typing never waits for it.
import type { FromWorker, ToWorker } from './messages.js';
import { partsSoFar } from './parts.js';
import { createStudio } from './studio.js';

/** What is global in a worker, and not known to pages. */
declare function importScripts(url: string): void;

const answer = createStudio(partsSoFar());
const tell = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('url' in data) {
    importScripts(data.url);
    return;
  }
  for (const message of answer(data.request)) tell(message);
});
