import { defineConfig } from 'vitest/config';

// Tests against a real engine, registries and workflow runner: `.ci/run` starts them, or `.ci/engine.sh start`.
//
// A hosted runner's user has no rights but that to use the engine, and what passes as root may fail there. So `.ci/run`
// runs as root only the files that set the machine up themselves (names in /etc/hosts, authorities of the engine, disks
// that are full, several users), and all others as that user. Without TRANSSHIP_E2E all run as whoever starts them.
const asRoot = [
  'boot-hostile boot-owners boot-pull boot-steps build build-composite',
  'login login-vendors push push-retention setup',
].flatMap((line) => line.split(' ').map((name) => `test/e2e/${name}.e2e.ts`));
const part = process.env['TRANSSHIP_E2E'];

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: part === 'root' ? asRoot : ['test/e2e/**/*.e2e.ts'],
    exclude: part === 'runner' ? asRoot : [],
    globalSetup: ['test/e2e/setup/global.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
