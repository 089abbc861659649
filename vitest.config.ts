/** Two projects: `unit` beside the sources, then `browser`, which drives the built studio one file at a time. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'apps/*/{src,test}/**/*.test.{ts,tsx}', 'examples/**/*.test.ts'],
          retry: process.env['CI'] === undefined ? 0 : 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['apps/studio/e2e/**/*.test.ts'],
          globalSetup: ['packages/testkit/src/studio-build/vitest-setup.ts'],
          retry: process.env['CI'] === undefined ? 0 : 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // A busy machine answers late, not wrongly.
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
