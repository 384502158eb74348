/** The output of a step: two pipes, whose other ends the process of `boot` copies to where the runner reads. */

import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workflowCommand } from '../../host/runner/workflow-commands.ts';
import { isAlive, type ProcessMark } from './processes.ts';

/** A step's two streams on the host; both stay open until `end`. */
export type Streams = {
  readonly write: (stream: 1 | 2, bytes: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Opens the pipes of a `boot` once it reads them; undefined where it ended before. */
export async function openStreams(
  request: string,
  mark: ProcessMark,
): Promise<Streams | undefined> {
  const out = await openPipe(path.join(request, 'out'), mark);
  const err = await openPipe(path.join(request, 'err'), mark);
  if (out === undefined || err === undefined) {
    out?.destroy();
    err?.destroy();
    return undefined;
  }
  return {
    write: async (stream, bytes) => {
      const socket = stream === 2 ? err : out;
      if (socket.destroyed || socket.write(bytes)) return;
      await new Promise<void>((resolve) => {
        const ready = (): void => {
          socket.off('drain', ready).off('close', ready);
          resolve();
        };
        socket.on('drain', ready).on('close', ready);
      });
    },
    end: async () => {
      await Promise.all([out, err].map(ended));
    },
  };
}

async function openPipe(file: string, mark: ProcessMark): Promise<net.Socket | undefined> {
  const { O_WRONLY, O_NONBLOCK, O_NOFOLLOW } = fs.constants;
  for (let wait = 1; isAlive(mark); wait = Math.min(wait * 2, 50)) {
    try {
      const descriptor = fs.openSync(file, O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
      const socket = new net.Socket({ fd: descriptor, readable: false, writable: true });
      // Whoever read it has gone: nothing is left to be told.
      socket.on('error', () => socket.destroy());
      return socket;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') return undefined;
      await sleep(wait);
    }
  }
  return undefined;
}

function ended(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.on('close', () => resolve());
    socket.end(() => socket.destroy());
  });
}

/** An error in the step's log. */
export function tellError(streams: Streams, message: string): Promise<void> {
  return say(streams, workflowCommand('error', message, { title: 'transship boot' }));
}

async function say(streams: Streams, line: string): Promise<void> {
  await streams.write(1, Buffer.from(`${line}\n`));
}

/** A warning in the step's log. */
export function tellWarning(streams: Streams, message: string): Promise<void> {
  return say(streams, workflowCommand('warning', message, { title: 'transship boot' }));
}

/** A notice in the step's log. */
export function tellNotice(streams: Streams, message: string): Promise<void> {
  return say(streams, workflowCommand('notice', message, { title: 'transship boot' }));
}
