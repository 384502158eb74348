import { toolsFolder } from '../../../src/dev/judges/index.ts';
import { run } from './command.ts';

/**
 * Puts the tools on PATH, as `.ci/env.sh` does, and refuses to start without an engine and its images. Takes away what a
 * runner gives to a job that runs the tests: programs under test are given a runner's variables by the tests alone.
 */
export default async function setup(): Promise<void> {
  for (const name of Object.keys(process.env))
    if (/^(?:GITHUB|RUNNER|ACTIONS|INPUT|STATE)_/.test(name)) delete process.env[name];
  process.env['PATH'] = `${toolsFolder()}/bin:${process.env['PATH']}:/usr/sbin:/sbin`;
  for (const image of ['transship.test/busybox:1', 'transship.test/debian:12']) {
    const { code, stderr } = await run('docker', ['image', 'inspect', image], { check: false });
    if (code !== 0) {
      throw new Error(
        `The end-to-end tests need ${image}: .ci/install.sh && .ci/engine.sh start\n${stderr}`,
      );
    }
  }
}
