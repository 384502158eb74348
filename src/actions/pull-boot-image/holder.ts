/**
 * The process that holds the container for as long as the job runs. It is the other end of the container's standard
 * input: when it ends, however it ends, the container's first process ends, and the engine removes the container. It
 * also runs the steps and stands between the container and the engine's socket.
 */

import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventIn, idIn } from '../../docker/engine-answers.ts';
import { ask, download, hijack, reasonOf } from '../../docker/engine-api.ts';
import type { BootedContainer, HoldOrder } from './booted-container.ts';
import { commitContainer } from './commit.ts';
import { demultiplex } from './container-exec.ts';
import { becomeBash, heartbeat, inspectByFirst, inspectedMark } from './container-scripts.ts';
import { credentialKeeper } from './docker-credentials.ts';
import { attachedDescriptor, attachPath, sayingLine } from './holder-process.ts';
import { isAlive } from './processes.ts';
import { socketRelay } from './socket-relay.ts';
import { runStep } from './step.ts';
import type { RunningStep, StepsState } from './steps-state.ts';

/**
 * Reads its orders from standard input, and answers with lines: `ready` once the container has the engine's socket, or
 * `failed: ...` where it could not attach itself; `facts` where the first process inspects; `ready` again, then it stays;
 * after an empty order, which ends it, `words`, what the container's first process said.
 */
export async function hold(): Promise<void> {
  const orders = lines(process.stdin);
  const first = (await orders.next()).value;
  // Nothing came of the boot.
  if (first === undefined || first === '') return;
  const order = JSON.parse(first) as HoldOrder;
  // A socket's path may be no longer than 107 bytes; relative to this folder it is short.
  process.chdir(order.folder);
  const stream = order.isAttached
    ? new net.Socket({ fd: attachedDescriptor, readable: true, writable: true })
    : await attach(order);
  if (stream === undefined) return;
  stream.on('error', () => stream.destroy());
  const relay = engineSocket(order);
  await listen(relay.server, path.join('run', 'docker.sock'));
  process.stdout.write('ready\n');
  const said = listenToFirst(stream, order.inspects);
  const told = (await orders.next()).value;
  if (told === undefined || told === '') {
    // The container did not start, or whoever starts it was ended.
    await remove(order);
    process.stdout.write(sayingLine('words', said()), () => process.exit(0));
    return;
  }
  const booted = JSON.parse(told) as BootedContainer;
  relay.knows(booted);
  serve(order, booted, stream);
  process.stdout.write('ready\n');
}

/** Connects to the container's first process, where nobody else could. */
async function attach(order: HoldOrder): Promise<Duplex | undefined> {
  const attached = await hijack(order.engine, attachPath(order.container));
  if (attached.kind === 'stream') return attached.stream;
  process.stdout.write(`failed: ${reasonOf(attached.answer)}\n`);
  process.exitCode = 1;
  return undefined;
}

/**
 * Has the first process inspect the container, where it can, and answers with what it found.
 *
 * @returns gives what it said, without control characters; it says nothing more, unless it could not begin
 */
function listenToFirst(stream: Duplex, inspects: string | undefined): () => string {
  let said = '';
  let waits = inspects !== undefined;
  const answer = (facts: string | null): void => {
    if (waits) process.stdout.write(sayingLine('facts', facts));
    waits = false;
  };
  void demultiplex(stream, (_, bytes) => {
    if (said.length < longestSaid) said += Buffer.from(bytes).toString('utf8');
    if (said.includes(`${inspectedMark}\n`)) answer(said);
  })
    .catch(() => {})
    .finally(() => answer(null));
  if (inspects !== undefined) stream.write(inspectByFirst(inspects));
  return () =>
    said
      .slice(0, longestWords)
      .replace(/[^\P{C}\n]+/gu, ' ')
      .trim();
}

const longestSaid = 64_000;
const longestWords = 2_000;

/** The engine's socket for the container. It is there from the start: whoever inspects the container tries it, too. */
function engineSocket(order: HoldOrder): {
  readonly server: net.Server;
  /** Tells it what a commit of the container has to take into account. */
  readonly knows: (booted: BootedContainer) => void;
} {
  const { engine, container } = order;
  let known: BootedContainer | undefined;
  const server = socketRelay({
    engine,
    isBooted: async (name) => {
      const path = `/containers/${encodeURIComponent(name)}/json`;
      const { status, text } = await ask(engine, { method: 'GET', path });
      return status === 200 && idIn(text) === container;
    },
    commit: async (query, wanted) => {
      if (known === undefined) throw new Error('the container is still being booted');
      return commitContainer({ ...known, engine, container }, query, wanted);
    },
  });
  return {
    server,
    knows: (booted) => {
      known = booted;
    },
  };
}

function serve(order: HoldOrder, booted: BootedContainer, stream: Duplex): void {
  const state: StepsState = {
    order,
    booted,
    bringCredentials: credentialKeeper('.', booted.client?.hasPlugins === true),
    running: new Map<number, RunningStep>(),
    ended: async () => {
      // The engine says so a moment later.
      await sleep(200);
      return lastWords;
    },
    pathAdded: [],
    inside: {},
  };
  let lastWords = 'The engine gives no details.';
  let gone = false;
  stream.on('close', () => {
    gone = true;
  });

  listenToBell(state);
  stream.write(becomeBash);
  watchDeath(order, (words) => {
    lastWords = words;
  });

  const watch = setInterval(() => {
    // The worker of a job ends with it; act goes on to the next job, but takes the job's folder away.
    if (isAlive(order.worker) && fs.existsSync(path.join(order.folder, 'requests'))) {
      if (!gone && !booted.hasBash) stream.write(heartbeat);
      return;
    }
    clearInterval(watch);
    stream.destroy();
    remove(order).finally(() => process.exit(0));
  }, 1_000);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => remove(order).finally(() => process.exit(0)));
  }
}

/** A line of the bell is `run PID` or `SIGNAL PID`, from a process of `boot`. */
function listenToBell(state: StepsState): void {
  const bell = fs.openSync('bell', fs.constants.O_RDWR | fs.constants.O_NONBLOCK);
  const socket = new net.Socket({ fd: bell, readable: true, writable: false });
  (async () => {
    for await (const line of lines(socket)) {
      const [word, pid] = line.split(' ');
      if (word === 'run') void runStep(state, Number(pid));
      else if (word !== undefined) state.running.get(Number(pid))?.signal(word);
    }
  })();
}

/** Waits for the container's end, which nobody asked for: later steps are told why. */
async function watchDeath(order: HoldOrder, tell: (words: string) => void): Promise<void> {
  const filters = JSON.stringify({ container: [order.container], event: ['oom', 'die'] });
  const path = `/events?filters=${encodeURIComponent(filters)}`;
  try {
    const events = await download(order.engine, path);
    if (events.kind === 'refused') return;
    let outOfMemory = false;
    for await (const line of lines(events.body)) {
      const { action, exitCode: code = 'unknown' } = eventIn(line);
      if (action === 'oom') outOfMemory = true;
      if (action !== 'die') continue;
      tell(
        outOfMemory
          ? 'It ran out of memory.'
          : `Its first process ended with exit code ${code}; a step or the engine stopped or killed it.`,
      );
    }
  } catch {
    // The engine itself ended.
  }
}

async function remove(order: HoldOrder): Promise<void> {
  const path = `/containers/${order.container}?force=1&v=1`;
  await ask(order.engine, { method: 'DELETE', path }).catch(() => {});
}

function listen(server: net.Server, file: string): Promise<void> {
  // That of a holder whose container did not start.
  fs.rmSync(file, { force: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(file, () => {
      // Any user of the container may use the engine, as root there may; the folder above lets no other user through.
      fs.chmodSync(file, 0o666);
      resolve();
    });
  });
}

async function* lines(input: AsyncIterable<unknown>): AsyncGenerator<string, undefined> {
  let waiting = '';
  for await (const chunk of input) {
    const parts = (waiting + String(chunk)).split('\n');
    waiting = parts.pop() ?? '';
    yield* parts;
  }
  return undefined;
}
