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
    testTimeout: 20_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    // A busy machine may need more than the second that vitest allows.
    expect: { poll: { timeout: 10_000 } },
  },
});
