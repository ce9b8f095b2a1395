import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    // Files of 1 MB and 5 MB are read in some tests, on machines that do other work too.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Pages work as fast as the machine lets them; what they come to is tested, and how fast they are is in the bench.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
  },
});
