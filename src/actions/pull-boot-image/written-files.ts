/** What a step leaves to those after it: its GITHUB_* files, taken over from the container. */

import fs from 'node:fs';
import { steersMachine } from '../../variables/steering-variables.ts';
import { messageOf } from '../machine-failure.ts';
import { type Streams, tellError, tellNotice } from './boot-streams.ts';
import { pathEntries, splitEnvFile, writtenFiles } from './github-files.ts';
import { type Variables, withPathsOutside } from './step-environment.ts';
import type { StepFolder } from './step-folder.ts';
import type { StepsState } from './steps-state.ts';

/** What steps leave to each other, and the folders whose names differ inside. */
type Left = Pick<StepsState, 'pathAdded' | 'inside'> & {
  readonly booted: Pick<StepsState['booted'], 'folders'>;
};

/** Takes over what the script wrote into its GITHUB_* files; whether something of it is lost. */
export async function takeWritten(
  state: Left,
  step: Variables,
  folder: Pick<StepFolder, 'read'>,
  streams: Streams,
): Promise<boolean> {
  let lost = false;
  for (const [variable, file] of Object.entries(writtenFiles)) {
    const target = step[variable];
    if (!target) continue;
    try {
      const text = folder.read(file) ?? '';
      if (text === '') continue;
      if (variable === 'GITHUB_PATH') {
        state.pathAdded.unshift(...pathEntries(text));
        continue;
      }
      const toOutside = (value: string): string => withPathsOutside(value, state.booted.folders);
      if (variable === 'GITHUB_ENV') {
        const { outside, inside, refused } = splitEnvFile(text, toOutside);
        state.inside = { ...state.inside, ...inside };
        fs.appendFileSync(target, outside);
        await tellStaying(streams, inside, refused);
      } else fs.appendFileSync(target, variable === 'GITHUB_OUTPUT' ? toOutside(text) : text);
    } catch (error) {
      lost = true;
      await tellError(
        streams,
        `The text that the script wrote to ${variable} is lost: ${messageOf(error)}`,
      );
    }
  }
  return lost;
}

/** Which variables of the script do not reach later steps of the machine; PATH and the like are expected not to. */
async function tellStaying(
  streams: Streams,
  inside: Readonly<Record<string, string>>,
  refused: readonly string[],
): Promise<void> {
  const steering = Object.keys(inside).filter((name) => name !== 'PATH' && steersMachine(name));
  const shown = (names: readonly string[]): string =>
    [...new Set(names)].map((name) => JSON.stringify(name)).join(', ');
  if (steering.length > 0) {
    await tellNotice(
      streams,
      `${shown(steering)} only apply inside the container: outside, they would affect programs of the machine.`,
    );
  }
  if (refused.length > 0) {
    await tellNotice(streams, `${shown(refused)} are set by the runner and were not changed.`);
  }
}
