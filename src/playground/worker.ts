// The thread that analyzes, so that typing never waits for it.
import { config } from 'zod';
import type { Request } from './messages.js';
import { createStudio } from './studio.js';

// zod writes code and runs it where it may; the page's policy forbids that, and asking is told in the console.
config({ jitless: true });
const answer = createStudio();

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  try {
    postMessage(answer(data));
  } catch (error) {
    // A mistake of ours, not of the text: said, and the page stays of use.
    postMessage({
      main: [],
      summary: '',
      problems: [],
      examples: [],
      page: undefined,
      error: String(error),
    });
  }
});
