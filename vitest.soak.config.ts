import { defineConfig } from 'vitest/config';

// What needs repeats or load: run by hand, `npm run soak`, one thing at a time.
export default defineConfig({
  test: {
    include: ['test/soak/**/*.soak.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
