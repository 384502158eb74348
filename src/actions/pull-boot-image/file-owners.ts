/** Whose the workspace's files are: the container's user's while steps run, else those of the runner's user. */

import fs from 'node:fs';
import path from 'node:path';
import { type Streams, tellWarning } from './boot-streams.ts';
import type { BootedContainer } from './booted-container.ts';
import { giveScript, sharedMark } from './container-scripts.ts';
import type { StepFolder } from './step-folder.ts';
import type { AsRoot, RunningStep, StepsState } from './steps-state.ts';

/** For the scripts that change owners: workspace, `uid:gid` inside and outside. */
export function ownerArguments({ workspace, owners }: BootedContainer): readonly string[] {
  return [workspace, owners?.inside ?? '', owners?.outside ?? ''];
}

/** Notes that a step runs. Beside another one, none of them may give the files back at its own end. */
export function shareWith(state: StepsState, pid: number, step: RunningStep): void {
  if (state.running.size > 0 && state.booted.owners !== undefined) {
    try {
      fs.closeSync(fs.openSync(sharedFile(state), 'wx'));
    } catch {
      // A third step: it is there.
    }
  }
  state.running.set(pid, step);
}

/** Gives the files back when the last of several steps has ended. */
export async function endSharing(state: StepsState, root: AsRoot): Promise<void> {
  const { owners } = state.booted;
  if (owners === undefined || state.running.size > 0 || !fs.existsSync(sharedFile(state))) return;
  fs.unlinkSync(sharedFile(state));
  await root(giveScript, ...ownerArguments(state.booted));
}

function sharedFile({ order }: StepsState): string {
  return path.join(order.folder, 'steps', sharedMark);
}

/** Tells about files that could not be given to their user. */
export async function reportOwners(step: StepFolder, streams: Streams): Promise<void> {
  try {
    const lines = (step.read('owners') ?? '').split('\n').filter((line) => line.trim() !== '');
    // A file may be gone between being found and being changed.
    const [first, ...others] = lines.filter((line) => !/No such file or directory/.test(line));
    if (first === undefined) return;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const text = `Not all files could be given to the right user: ${first}${more}`;
    await tellWarning(streams, text);
  } catch {
    // The step put something else in its place; it has lost nothing by it.
  }
}
