import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const rooms =
  'actions/login actions/push convert format image legacy output pattern registry secret shell source template variables';

// For `npm run mutants`: the golden cases, and the unit tests of the rooms whose code is mutated, and of those that use it.
export default defineConfig({
  test: {
    ...base.test,
    setupFiles: ['test/seed.ts', 'test/load-rooms.ts'],
    // All of them run once before, counted, on a machine that may do other things as well.
    testTimeout: 300_000,
    include: [
      'test/golden.test.ts',
      // What a module of the user's changes, which no golden case has.
      'test/cli/hooks.test.ts',
      ...rooms.split(' ').map((room) => `test/${room}/**/*.test.ts`),
    ],
  },
});
