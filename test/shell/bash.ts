import { spawnSync } from 'node:child_process';

/** Whether tests that need bash can run here. They are skipped where it is missing, and say so. */
export const HAS_BASH = spawnSync('bash', ['-c', 'exit 0']).status === 0;

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs bash with a clean environment; standard error is not looked at. */
export function bash(args: readonly string[], input = ''): Ran {
  const { status, stdout } = spawnSync('bash', args, {
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
    input,
    timeout: 20_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, output: stdout };
}
