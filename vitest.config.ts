import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Containers, databases and browsers take their time on a busy machine; a slow test is not a failed one.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Two cores: more files at once only make each other slower.
    maxWorkers: 2,
  },
});
