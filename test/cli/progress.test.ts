import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/cli/progress.js';

describe('progress on a terminal', () => {
  const shown: string[] = [];
  let now = 0;
  const progress = progressOf({
    stdin: () => {
      throw new Error('nothing is read');
    },
    out: async () => undefined,
    progress: (text) => void shown.push(text),
    interrupted: () => new AbortController().signal,
    now: () => now,
  });
  const at = (ms: number, policies: number, failed: number, share: number) => {
    now = ms;
    progress.share(share);
    progress.show({ policies, failed });
    return shown.at(-1);
  };

  it('counts what this run did, and tells the time left by what was read', () => {
    // A resumed run begins where another ended.
    expect(at(0, 100, 0, 0.1)).toBe('100 done, 0.0/s');
    expect(at(100, 102, 0, 0.1)).toBe('100 done, 0.0/s');
    expect(at(10_000, 150, 2, 0.2)).toBe('150 done, 5.0/s, 1:20 left, 2 failed');
    progress.clear();
    expect(shown.at(-1)).toBe('');
  });
});
