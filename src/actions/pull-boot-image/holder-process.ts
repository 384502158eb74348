/** The process that holds the container, as the program that boots talks to it. */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { defined } from '../../ground/defined.ts';

export type Holder = {
  readonly tell: (line: string) => void;
  /** The next line that it says; undefined where it ended. */
  readonly answer: () => Promise<string | undefined>;
  readonly pid: number;
  readonly release: () => void;
};

/** The engine's path to the standard streams of a container's first process. */
export const attachPath = (container: string): string =>
  `/containers/${container}/attach?stream=1&stdin=1&stdout=1&stderr=1`;

/** The holder's number for a connection that it is handed. */
export const attachedDescriptor = 3;

/**
 * Its orders are lines of JSON: a `HoldOrder`, then a `BootedContainer`. Without an order it ends when this process does.
 *
 * A process of its own session: it stays when this step ends, and the runner ends it with the job by its tracking id.
 *
 * @param attached the connection to the container's first process, which is the holder's alone from now on
 */
export function spawnHolder(folder: string, attached?: Duplex): Holder {
  const log = fs.openSync(path.join(folder, 'holder.log'), 'a', 0o600);
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'hold'], {
    detached: true,
    stdio: ['pipe', 'pipe', log, ...(attached === undefined ? [] : [attached])],
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      ...defined({ RUNNER_TRACKING_ID: process.env['RUNNER_TRACKING_ID'] }),
    },
  });
  fs.closeSync(log);
  attached?.destroy();
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
  return (await told(holder, 'words')) ?? '';
}

/** What the container's first process found out about the container; undefined where it ended before. */
export const factsOf = (holder: Holder): Promise<string | undefined> => told(holder, 'facts');

/** The next line `NAME TEXT`, whose text is JSON; others before it are answers that nobody waits for any more. */
async function told(holder: Holder, name: Saying): Promise<string | undefined> {
  for (;;) {
    const line = await holder.answer();
    if (line === undefined) return undefined;
    if (!line.startsWith(`${name} `)) continue;
    const text: unknown = JSON.parse(line.slice(name.length + 1));
    return typeof text === 'string' ? text : undefined;
  }
}

export type Saying = 'facts' | 'words';

/** The line that `told` reads. */
export const sayingLine = (name: Saying, text: string | null): string =>
  `${name} ${JSON.stringify(text)}\n`;
