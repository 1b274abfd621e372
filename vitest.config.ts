import { defineConfig } from 'vitest/config';

/**
 * CI's machines are shared, and these tests drive real services and browsers against the clock: one more try
 * there. The report names every test that needed it.
 */
const retry = process.env['CI'] === 'true' ? 1 : 0;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'rooms/*/src/**/*.test.{ts,tsx}',
            'personas/src/**/*.test.ts',
            'bench/src/**/*.test.ts',
            'fuzz/src/**/*.test.ts',
            'setup/**/*.test.ts',
          ],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [
            'rooms/*/src/**/*.int.test.ts',
            'personas/src/**/*.int.test.ts',
            'bench/src/**/*.int.test.ts',
            'fuzz/src/**/*.int.test.ts',
          ],
          // All targets of the fuzzer at once: they take their minute together.
          maxConcurrency: 10,
          retry,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['rooms/*/src/**/*.e2e.ts'],
          globalSetup: ['rooms/honnin/test/demo-data.ts'],
          retry,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
