import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'graph/**/*.test.ts',
      'ingest/**/*.test.ts',
      'server/**/*.test.ts',
      'web/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    globalSetup: ['./test/global-setup.ts'],
    // A guard against hanging, not a measure: browsers and databases start slowly on a busy machine. For the same reason a
    // test may fail once in CI; one that fails twice is wrong.
    testTimeout: 60_000,
    retry: process.env['CI'] ? 1 : 0,
    hookTimeout: 90_000,
    maxWorkers: 2,
    // A busy machine may need more than the second that vitest allows.
    expect: { poll: { timeout: 10_000 } },
  },
});
