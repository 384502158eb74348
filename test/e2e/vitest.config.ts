import { defineConfig } from 'vitest/config';

// Tests against a real engine, registries and workflow runner: `.ci/run` starts them, or `.ci/engine.sh start`.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/setup/global.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
