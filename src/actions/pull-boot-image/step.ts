/** One step: a process of `boot` on the host, whose script runs in the container. */

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunningIn } from '../../docker/engine-answers.ts';
import { ask } from '../../docker/engine-api.ts';
import { defined } from '../../ground/defined.ts';
import { messageOf } from '../machine-failure.ts';
import { openStreams, type Streams, tellError } from './boot-streams.ts';
import type { BootedContainer } from './booted-container.ts';
import { collectInside, type InsideResult, runInside } from './container-exec.ts';
import {
  giveScript,
  insideFolders,
  insideSocket,
  killScript,
  runScript,
  signalScript,
  takeRunGiveScript,
  takeScript,
} from './container-scripts.ts';
import { endSharing, ownerArguments, reportOwners, shareWith } from './file-owners.ts';
import { writtenFiles } from './github-files.ts';
import { isAlive, markOf, type ProcessMark, type SeenProcess, seeProcess } from './processes.ts';
import { pathInside, stepEnvironment, type Variables } from './step-environment.ts';
import { makeStepFolder, type StepFolder } from './step-folder.ts';
import type { AsRoot, StepsState } from './steps-state.ts';
import { takeWritten } from './written-files.ts';

/** Runs the step of a process of `boot`, to the end: its exit code is in its folder when its streams end. */
export async function runStep(state: StepsState, pid: number): Promise<void> {
  const request = path.join(state.order.folder, 'requests', String(pid));
  const mark = markOf(pid);
  const seen = seeProcess(pid);
  if (mark === undefined || seen === undefined) return;
  const streams = await openStreams(request, mark);
  if (streams === undefined) return;
  let code = 1;
  try {
    code = await runSeen(state, mark, seen, streams);
  } catch (error) {
    await tellError(streams, messageOf(error));
  }
  try {
    fs.writeFileSync(path.join(request, 'code'), `${code}\n`);
  } catch {
    // The process of `boot` was killed, and its folder is gone.
  }
  await streams.end();
}

async function runSeen(
  state: StepsState,
  mark: ProcessMark,
  seen: SeenProcess,
  streams: Streams,
): Promise<number> {
  const { order } = state;
  // `/bin/sh .../bin/boot OPTION... SCRIPT`
  const given = seen.args.slice(seen.args.indexOf(path.join(order.folder, 'bin', 'boot')) + 1);
  const [options, script] = [given.slice(0, -1), given.at(-1)];
  if (script === undefined) throw new Error('Usage: boot [OPTION OF BASH]... SCRIPT');
  const text = fs.readFileSync(path.resolve(seen.folder, script));
  const step = makeStepFolder(
    path.join(order.folder, 'staging'),
    path.join(order.folder, 'steps'),
    text,
  );
  const inside = `${insideFolders.steps}/${step.name}`;
  const root: AsRoot = (command, ...args) =>
    collectInside(order.engine, order.container, {
      command: ['sh', '-c', command, 'boot', inside, ...args],
      user: '0',
    });
  const watch = setInterval(() => {
    if (!isAlive(mark)) root(killScript).catch(() => {});
  }, 250);
  shareWith(state, mark.pid, { signal: (name) => void sendSignal(root, name) });
  try {
    const result = await runInContainer(state, seen, { inside, options, root }, streams);
    const lost = await takeWritten(state, seen.environment, step, streams);
    const code = await exitCode(state, result, seen, step, streams);
    return lost && code === 0 ? 1 : code;
  } finally {
    clearInterval(watch);
    state.running.delete(mark.pid);
    await endSharing(state, root);
    await reportOwners(step, streams);
    step.remove();
  }
}

type InsideStep = {
  /** The folder of the step, as the container has it. */
  readonly inside: string;
  /** Of bash. */
  readonly options: readonly string[];
  readonly root: AsRoot;
};

async function runInContainer(
  state: StepsState,
  { environment, folder }: SeenProcess,
  { inside, options, root }: InsideStep,
  { write }: Streams,
): Promise<InsideResult> {
  const { order, booted } = state;
  const { owners, isRoot, user } = booted;
  const inOne = owners !== undefined && isRoot;
  state.bringCredentials(environment);
  if (owners !== undefined && !isRoot) await root(takeScript, ...ownerArguments(booted));
  const variables = environmentInside(state, environment, inside);
  const result = await runInside(
    order.engine,
    order.container,
    {
      command: [
        ...outerShell(booted, variables),
        '-c',
        inOne ? takeRunGiveScript : runScript,
        'boot',
        inside,
        ...(inOne ? ownerArguments(booted) : []),
        ...options,
      ],
      ...defined({ user }),
      environment: variables,
      folder: folderInside(folder, booted.workspace),
    },
    write,
  );
  // One that was killed could not give the files back itself.
  const gaveBack = inOne && !(result.kind === 'exited' && result.code > 128);
  if (owners !== undefined && !gaveBack && state.running.size <= 1)
    await root(giveScript, ...ownerArguments(booted));
  return result;
}

/** dash drops variables with names that are not its own; bash keeps them, but reads BASH_ENV once more. */
function outerShell({ hasBash }: BootedContainer, variables: Variables): readonly string[] {
  const odd = Object.keys(variables).some((name) => !/^[A-Za-z_]\w*$/.test(name));
  return hasBash && odd ? ['bash', '--noprofile', '--norc'] : ['sh'];
}

function environmentInside(state: StepsState, step: Variables, folder: string): Variables {
  const { booted } = state;
  const files = Object.entries(writtenFiles).flatMap(([variable, file]) =>
    step[variable] ? [[variable, `${folder}/${file}`]] : [],
  );
  const client = booted.client && { folder: insideFolders.client, first: booted.client.first };
  return stepEnvironment({
    container: booted.container,
    listed: booted.listed,
    step,
    folders: [
      { outside: booted.workspace, inside: booted.workspace },
      ...booted.folders,
      // What else lies in the runner's folder has no name inside; a script may make it anew.
      ...(step['RUNNER_TEMP']
        ? [{ outside: step['RUNNER_TEMP'], inside: insideFolders.temp }]
        : []),
    ],
    worker: booted.worker,
    inside: state.inside,
    fixed: {
      ...Object.fromEntries(files),
      ...(step['GITHUB_EVENT_PATH'] && { GITHUB_EVENT_PATH: `${insideFolders.steps}/event.json` }),
      RUNNER_TEMP: insideFolders.temp,
      PATH: pathInside(state.inside['PATH'] ?? booted.path, state.pathAdded, client),
      DOCKER_CONFIG: insideFolders.docker,
      ...(!booted.hasSocket && { DOCKER_HOST: `unix://${insideSocket}` }),
    },
  });
}

/** The same folder inside: the workspace has one name there, whatever way led to it here. */
function folderInside(folder: string, workspace: string): string {
  const real = fs.realpathSync(workspace);
  return folder === real || folder.startsWith(`${real}/`)
    ? workspace + folder.slice(real.length)
    : folder;
}

async function exitCode(
  state: StepsState,
  result: InsideResult,
  { folder }: SeenProcess,
  step: StepFolder,
  streams: Streams,
): Promise<number> {
  if (
    result.kind === 'gone' ||
    (result.kind === 'exited' && result.code === 137 && (await hasEnded(state)))
  ) {
    await tellError(streams, `The booted container has ended. ${await state.ended()}`);
    return 137;
  }
  if (result.kind === 'exited' && hasStarted(step)) return result.code;
  // The engine's own words are in the log already, where it gave an exit code.
  const own = folderInside(folder, state.booted.workspace);
  await tellError(
    streams,
    own.startsWith(state.booted.workspace)
      ? `The engine could not start the step.\n${result.kind === 'refused' ? result.reason : ''}`
      : `The folder ${folder} may not exist in the container: only the workspace has the same path there.`,
  );
  return 126;
}

/** A script that could not even begin has not noted its number. */
function hasStarted(step: StepFolder): boolean {
  try {
    return step.read('pid') !== undefined;
  } catch {
    return true;
  }
}

/** Whether the container has ended, after one of its processes was killed: it may have been all of them. */
async function hasEnded({ order }: StepsState): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await sleep(100);
    const path = `/containers/${order.container}/json`;
    const { status, text } = await ask(order.engine, { method: 'GET', path });
    if (status !== 200) return true;
    if (!isRunningIn(text)) return true;
  }
  return false;
}

async function sendSignal(root: AsRoot, name: string): Promise<void> {
  // The script may be about to start.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const result = await root(signalScript, name).catch(() => undefined);
    if (result?.kind !== 'exited' || result.code === 0) return;
    await sleep(100);
  }
}
