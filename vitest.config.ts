import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['packages/*/{src,test}/**/*.test.ts', 'apps/{runtime,cli}/{src,test}/**/*.test.ts', 'examples/**/*.test.ts'], testTimeout: 60_000 },
});
