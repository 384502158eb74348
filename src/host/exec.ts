// Child processes: arguments as an array, secrets on standard input, no shell anywhere.

import { type ChildProcess, spawn } from 'node:child_process';
import os from 'node:os';
import { cancelledText, isCancelled, isListening, onCancellation } from './cancellation.ts';
import { childEnvironment, needsOf } from './child-environment.ts';
import type { Environment, ExecOptions, ExecResult } from './host.ts';
import { print, writeAll } from './standard-output.ts';

export function exec(
  command: string,
  args: readonly string[],
  options: ExecOptions = {},
  own: Environment = process.env,
): Promise<ExecResult> {
  if (isCancelled() && options.cleansUp !== true) return Promise.resolve(notStarted);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      // A group of its own, so that a signal reaches what it starts, too: the docker client has plugins.
      detached: hasGroups(),
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
    const { watch } = options;
    const take = (into: Buffer[]) => (chunk: Buffer) => {
      if (watch !== undefined) {
        watch(chunk);
        return;
      }
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
            kill(child, 'SIGKILL');
          }, options.timeoutMs);
    const forget =
      options.cleansUp === true
        ? () => {}
        : onCancellation(() => endBySteps(child, steps, options.graceMs));
    const steps: NodeJS.Timeout[] = [];
    running.add(child);
    guardExit();
    const finish = (): void => {
      clearTimeout(timer);
      for (const step of steps) clearTimeout(step);
      forget();
      running.delete(child);
      if (!show) return;
      if (lastByte !== 10) print('');
      print(`::${resumeText}::`);
    };

    if (show) print(`::stop-commands::${resumeText}`);
    child.stdout.on('data', take(stdout));
    child.stderr.on('data', take(stderr));
    // A program that ends without reading its input is judged by its exit code alone.
    child.stdin.on('error', () => {});
    const { stdin = '' } = options;
    if (typeof stdin === 'object' && 'then' in stdin)
      stdin.then(
        (text) => child.stdin.end(text),
        () => child.stdin.end(),
      );
    else child.stdin.end(stdin);
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

/** For a program that the end of the step keeps from starting, as a shell gives it for one that SIGINT ended. */
export const notStarted: ExecResult = {
  kind: 'exited',
  exitCode: 130,
  stdout: '',
  stderr: cancelledText,
  timedOut: false,
};

const hasGroups = (): boolean => isListening() && process.platform !== 'win32';

const running = new Set<ChildProcess>();
let guarded = false;

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (hasGroups()) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // All of it has ended.
  }
}

/** Asks, then insists: all of it within the time that the runner gives. */
function endBySteps(child: ChildProcess, steps: NodeJS.Timeout[], graceMs = 3000): void {
  kill(child, 'SIGINT');
  steps.push(
    setTimeout(() => kill(child, 'SIGTERM'), graceMs / 2),
    setTimeout(() => kill(child, 'SIGKILL'), graceMs),
  );
}

/** Nothing that we started in a group of its own outlives us. */
function guardExit(): void {
  if (guarded || !hasGroups()) return;
  guarded = true;
  process.on('exit', () => {
    for (const child of running) kill(child, 'SIGKILL');
  });
}
