/** Runs a command in the container, by the engine's API. */

import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { execStateIn, idIn } from '../../docker/engine-answers.ts';
import { ask, type EngineAddress, hijack, reasonOf } from '../../docker/engine-api.ts';
import { defined } from '../../ground/defined.ts';

export type InsideCommand = {
  readonly command: readonly string[];
  /** Without it, the container's own user. */
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
};

export type InsideResult =
  | { readonly kind: 'exited'; readonly code: number }
  /** The engine did not start it: its words. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The container ended meanwhile. */
  | { readonly kind: 'gone' };

/** Where output goes: 1 standard output, 2 standard error. Nothing more comes until it resolves. */
export type Sink = (stream: 1 | 2, bytes: Uint8Array) => Promise<void> | void;

/** Longest a command's output is waited for after it has ended, because something in the background keeps it open. */
const patienceMs = 5_000;

export async function runInside(
  address: EngineAddress,
  container: string,
  { command, user, environment, folder }: InsideCommand,
  sink: Sink,
): Promise<InsideResult> {
  const created = await ask(address, {
    method: 'POST',
    path: `/containers/${container}/exec`,
    body: {
      AttachStdout: true,
      AttachStderr: true,
      Cmd: command,
      ...defined({ User: user }),
      ...(environment && {
        Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
      }),
      ...defined({ WorkingDir: folder }),
    },
  });
  if (created.status !== 201) {
    return created.status === 404 || created.status === 409
      ? { kind: 'gone' }
      : { kind: 'refused', reason: reasonOf(created) };
  }
  const id = idIn(created.text);
  const started = await hijack(address, `/exec/${id}/start`, { Detach: false, Tty: false });
  if (started.kind === 'refused') {
    // 409: the container is not running. Otherwise what runc says: no such user, folder or program.
    return started.answer.status === 409 || started.answer.status === 404
      ? { kind: 'gone' }
      : { kind: 'refused', reason: reasonOf(started.answer) };
  }
  const watch = endWithProcess(address, id, started.stream);
  try {
    await demultiplex(started.stream, sink);
  } finally {
    clearInterval(watch);
  }
  return exitCodeOf(address, id);
}

/** The same, with the output collected. */
export async function collectInside(
  address: EngineAddress,
  container: string,
  command: InsideCommand,
): Promise<InsideResult & { readonly stdout: string; readonly stderr: string }> {
  const output: { readonly [stream in 1 | 2]: Uint8Array[] } = { 1: [], 2: [] };
  const result = await runInside(address, container, command, (stream, bytes) => {
    output[stream].push(bytes);
  });
  return {
    ...result,
    stdout: Buffer.concat(output[1]).toString('utf8'),
    stderr: Buffer.concat(output[2]).toString('utf8'),
  };
}

/** Frames of the engine's stream: one byte of stream, three of zero, four of length, the bytes. */
export async function demultiplex(stream: Duplex, sink: Sink): Promise<void> {
  let waiting: Buffer = Buffer.alloc(0);
  let left = 0;
  let to: 1 | 2 = 1;
  try {
    for await (const chunk of stream) {
      let bytes =
        waiting.length > 0 ? Buffer.concat([waiting, chunk as Buffer]) : (chunk as Buffer);
      for (;;) {
        if (left > 0 && bytes.length > 0) {
          const part = bytes.subarray(0, left);
          await sink(to, part);
          left -= part.length;
          bytes = bytes.subarray(part.length);
        } else if (left === 0 && bytes.length >= 8) {
          to = bytes[0] === 2 ? 2 : 1;
          left = bytes.readUInt32BE(4);
          bytes = bytes.subarray(8);
        } else break;
      }
      waiting = bytes;
    }
  } catch (error) {
    // The connection was cut: by us (`endWithProcess`), or because the engine or the container went away. The exit
    // code that is asked for next tells which.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

/** Ends the stream when the process has ended and something else keeps its output open. */
function endWithProcess(address: EngineAddress, id: string, stream: Duplex): NodeJS.Timeout {
  let ended = 0;
  return setInterval(async () => {
    const seen = await execState(address, id).catch(() => undefined);
    if (seen === undefined || seen.running) return;
    ended = ended === 0 ? Date.now() : ended;
    if (Date.now() - ended >= patienceMs) stream.destroy();
  }, 1_000);
}

async function exitCodeOf(address: EngineAddress, id: string): Promise<InsideResult> {
  // The stream may end a moment before the engine has noted the exit.
  for (let wait = 2; ; wait = Math.min(wait * 2, 200)) {
    const seen = await execState(address, id);
    if (seen === undefined) return { kind: 'gone' };
    if (!seen.running) return { kind: 'exited', code: seen.exitCode };
    await sleep(wait);
  }
}

async function execState(
  address: EngineAddress,
  id: string,
): Promise<{ readonly running: boolean; readonly exitCode: number } | undefined> {
  const answer = await ask(address, { method: 'GET', path: `/exec/${id}/json` });
  if (answer.status !== 200) return undefined;
  return execStateIn(answer.text);
}
