// The engine of the machine, for one run of steps: its own names, its own environment, everything removed at the end.

import path from 'node:path';
import { defined } from '../../ground/defined.ts';
import type { Environment, Host } from '../../host/host.ts';
import type { PrefixedOutput } from './prefixed-output.ts';

type Ran = { readonly code: number; readonly text: string };

type DockerOptions = {
  /** Shows what it prints, each line behind this; without it, the result has the text. */
  readonly prefix?: string;
  /** What it prints is the output of a step, not what docker does for it. */
  readonly isStep?: true;
  readonly env?: Environment;
  readonly cleansUp?: true;
};

export type Machine = {
  readonly docker: (args: readonly string[], options?: DockerOptions) => Promise<Ran>;
  /** Lines of bash, up to the first that fails. */
  readonly shell: (lines: string, options?: DockerOptions) => Promise<Ran>;
  /** `docker compose` for a project of that name. */
  readonly compose: (
    project: string,
    args: readonly string[],
    options?: DockerOptions,
  ) => Promise<Ran>;
  /** A name for a further project. */
  readonly projectName: () => string;
};

/** What a shell gives for a program that it does not find. */
const notFound = 127;

export function machine(
  host: Host,
  output: PrefixedOutput,
  place: { readonly id: string; readonly composeFile: string; readonly folder: string },
  env: Environment,
): Machine {
  let projects = 0;
  const run = async (
    program: string,
    args: readonly string[],
    { prefix, isStep, env: more = {}, cleansUp }: DockerOptions = {},
  ): Promise<Ran> => {
    const shown =
      prefix === undefined ? undefined : output.of(prefix, isStep === true ? 'step' : 'docker');
    const result = await host.exec(program, args, {
      env: { ...env, ...more },
      ...defined({ watch: shown?.take, cleansUp }),
    });
    shown?.end();
    if (result.kind === 'not-found') return { code: notFound, text: '' };
    return { code: result.exitCode, text: result.stdout };
  };
  const docker: Machine['docker'] = (args, options) => run('docker', args, options);
  return {
    docker,
    shell: (lines, options) => run('bash', ['-ec', lines], options),
    compose: (project, args, options) =>
      docker(
        [
          'compose',
          '--file',
          place.composeFile,
          '--project-directory',
          path.resolve(place.folder),
          '--project-name',
          project,
          ...args,
        ],
        options,
      ),
    projectName: () => `transship-run-${place.id}-${++projects}`,
  };
}
