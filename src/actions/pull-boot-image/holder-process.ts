/** The process that holds the container, as the program that boots talks to it. */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export type Holder = {
  readonly tell: (line: string) => void;
  /** The next line that it says; undefined where it ended. */
  readonly answer: () => Promise<string | undefined>;
  readonly pid: number;
  readonly release: () => void;
};

/**
 * Its orders are lines of JSON: a `HoldOrder`, then a `BootedContainer`. Started before there is a container, because Node
 * takes a moment; without an order it ends when this process does.
 *
 * A process of its own session: it stays when this step ends, and the runner ends it with the job by its tracking id.
 */
export function spawnHolder(folder: string): Holder {
  const log = fs.openSync(path.join(folder, 'holder.log'), 'a', 0o600);
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'hold'], {
    detached: true,
    stdio: ['pipe', 'pipe', log],
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      ...(process.env['RUNNER_TRACKING_ID'] !== undefined && {
        RUNNER_TRACKING_ID: process.env['RUNNER_TRACKING_ID'],
      }),
    },
  });
  fs.closeSync(log);
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('no pipes to the holder');
  const answers: (string | undefined)[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let text = '';
  const give = (line: string | undefined): void => {
    if (waiting === undefined) answers.push(line);
    else waiting(line);
    waiting = undefined;
  };
  stdin.on('error', () => {});
  stdout.on('data', (chunk: Buffer) => {
    const lines = (text + chunk).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) give(line);
  });
  stdout.on('close', () => give(undefined));
  child.on('error', () => give(undefined));
  return {
    pid: child.pid ?? 0,
    tell: (line) => void stdin.write(`${line}\n`),
    answer: () =>
      answers.length > 0
        ? Promise.resolve(answers.shift())
        : new Promise((resolve) => {
            waiting = resolve;
          }),
    release: () => {
      stdin.destroy();
      stdout.destroy();
      child.unref();
    },
  };
}

/** Ends the holder, and the container with it; what the container's first process said. */
export async function lastWords(holder: Holder): Promise<string> {
  holder.tell('');
  const words: unknown = JSON.parse((await holder.answer()) ?? '""');
  return typeof words === 'string' ? words : '';
}
