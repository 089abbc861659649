/**
 * Three projects, one after the other: `unit` beside the sources; `browser`, which drives the built studio, two files at a
 * time; `smooth`, which counts frames and needs the machine for itself.
 */
import { defineConfig } from 'vitest/config';

const retry = process.env['CI'] === undefined ? 0 : 2;

const inBrowser = {
  globalSetup: ['packages/testkit/src/studio-build/vitest-setup.ts'],
  retry,
  testTimeout: 120_000,
  hookTimeout: 180_000,
  // A busy machine answers late, not wrongly.
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'apps/*/{src,test}/**/*.test.{ts,tsx}', 'examples/**/*.test.ts'],
          retry,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...inBrowser, name: 'browser', include: ['apps/studio/e2e/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        test: { ...inBrowser, name: 'smooth', include: ['apps/studio/e2e/smooth/*.test.ts'], maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
