// The thread that analyzes, so that typing never waits for it.
import type { FromWorker, ToWorker } from './messages.js';
import { partsSoFar } from './parts.js';
import { createStudio } from './studio.js';

/** What is global in a worker, and not known to pages. */
declare function importScripts(url: string): void;

const answer = createStudio(partsSoFar());
const tell = (message: FromWorker): void => postMessage(message);

/** Runs the code of a part, by an address of this worker's own: its policy lets no text be run. */
function run(code: string): void {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  importScripts(url);
  URL.revokeObjectURL(url);
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('code' in data) run(data.code);
  else for (const message of answer(data.request)) tell(message);
});
