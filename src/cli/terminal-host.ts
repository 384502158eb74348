// The outside for commands that need more of it than streams.

import type { Io } from '../ground/io.ts';
import type { Host } from '../host/host.ts';
import { githubRunner } from '../host/runner/github-runner.ts';

/** The runner's host without its workflow commands: what it would say goes to standard error. */
export const terminalHost = (io: Io): Host => {
  const say = (message: string): void => io.stderr(`${message}\n`);
  const quiet = (): void => undefined;
  const { env } = io;
  return { ...githubRunner(env), log: say, notice: say, warning: say, error: say, mask: quiet };
};
