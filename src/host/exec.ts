// Child processes: arguments as an array, secrets on standard input, no shell anywhere.

import { spawn } from 'node:child_process';
import os from 'node:os';
import { childEnvironment, needsOf } from './child-environment.ts';
import type { Environment, ExecOptions, ExecResult } from './host.ts';
import { print, writeAll } from './standard-output.ts';

export function exec(
  command: string,
  args: readonly string[],
  options: ExecOptions = {},
  own: Environment = process.env,
): Promise<ExecResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: childEnvironment(own, [...needsOf(command), ...(options.needs ?? [])], options.env),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const show = options.output === 'show';
    // What runs may print `::add-path::` or worse: the runner ignores commands until it sees this text again.
    const resumeText = show ? globalThis.crypto.randomUUID() : '';
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let lastByte = 10;
    const take = (into: Buffer[]) => (chunk: Buffer) => {
      into.push(chunk);
      if (!show) return;
      writeAll(1, chunk);
      lastByte = chunk.at(-1) ?? lastByte;
    };
    let timedOut = false;
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.timeoutMs);
    const finish = (): void => {
      clearTimeout(timer);
      if (!show) return;
      if (lastByte !== 10) print('');
      print(`::${resumeText}::`);
    };

    if (show) print(`::stop-commands::${resumeText}`);
    child.stdout.on('data', take(stdout));
    child.stderr.on('data', take(stderr));
    // A program that ends without reading its input is judged by its exit code alone.
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
    child.on('error', (error: NodeJS.ErrnoException) => {
      finish();
      if (error.code === 'ENOENT' || error.code === 'EACCES')
        resolve({ kind: 'not-found', command });
      else reject(error);
    });
    child.on('close', (code, signal) => {
      finish();
      resolve({
        kind: 'exited',
        exitCode: code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]),
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
        timedOut,
      });
    });
  });
}
