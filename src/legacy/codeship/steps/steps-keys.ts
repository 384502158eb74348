// The keys of a step (codeship.md 3.1).

import { dropped, translated } from '../../../source/keys.ts';
import { anything, listOf, oneOf, text } from '../../../source/readers.ts';
import { words } from '../values/values.ts';

const source = 'codeship.md 3.1';

const stepTypes = ['run', 'push', 'load', 'serial', 'parallel', 'matrix', 'manual'] as const;
export type StepType = (typeof stepTypes)[number];

const ofService = (summary: string) =>
  dropped({
    summary,
    source,
    why: 'it is a key of a service, and CodeShip ignored it on a step',
    help: 'write it under the service',
  });

export const stepsKeys = {
  type: translated(oneOf(stepTypes), {
    summary: 'Kind of step; by default `run`.',
    becomes:
      '`parallel` is a parallel group, `manual` a job with an environment that requires approval, `push` a step with the `push` action; the others are steps in order.',
    source: 'codeship.md 3.2',
  }),
  name: translated(text, { summary: 'Name in logs.', becomes: '`name` of the step.', source }),
  service: translated(text, {
    summary: 'Service that the step, or every step of the group, runs on.',
    becomes: 'The service in `docker compose run`.',
    source: 'codeship.md 3.3',
  }),
  services: translated(listOf(text), {
    summary: 'Services that the steps of a group run on, one after the other.',
    becomes: 'A step for each service and each step of the group.',
    source: 'codeship.md 3.4',
  }),
  command: translated(words, {
    summary: 'Command that runs in a new container, without a shell.',
    becomes:
      'The arguments of `docker compose run`, quoted so that the shell does not change them.',
    source: 'codeship.md 3.5',
  }),
  steps: translated(anything, {
    summary: 'Steps of a group.',
    becomes: 'Steps in their order, or a parallel group.',
    source: 'codeship.md 3.2',
  }),
  tag: translated(text, {
    summary:
      'Branch or git tag that the step runs for: a name, or an RE2 pattern if it contains `^` or `$`.',
    becomes:
      'A condition that the `prepare` action tests, and the input `tag` of a push; for steps without secrets, an expression.',
    source: 'codeship.md 3.6',
  }),
  exclude: translated(text, {
    summary: 'Branch or git tag that the step is skipped for. Takes precedence over `tag`.',
    becomes:
      'A condition that the `prepare` action tests, and the input `exclude` of a push; for steps without secrets, an expression.',
    source: 'codeship.md 3.6',
  }),
  on_fail: translated(anything, {
    summary: 'Steps that run if this one fails.',
    becomes: 'Steps with `if: failure()` and the outcome of this one.',
    source: 'codeship.md 3.8',
  }),
  image_name: translated(text, {
    summary: 'Repository that the image is pushed to.',
    becomes: '`image_name` of the `push` action.',
    source: 'codeship.md 4.2',
  }),
  image_tag: translated(text, {
    summary: 'Tag to push, which can be a Go template; by default `latest`.',
    becomes: '`image_tag` of the `push` action.',
    source: 'codeship.md 4.2',
  }),
  registry: translated(text, {
    summary: 'Registry whose credentials are used.',
    becomes: '`registry` of the `push` action.',
    source: 'codeship.md 4.2',
  }),
  encrypted_dockercfg_path: translated(text, {
    summary: 'Encrypted registry credentials, for this step or the whole group.',
    becomes: 'A step with the `login` action before they are needed.',
    source: 'codeship.md 5.2',
  }),
  dockercfg_service: translated(text, {
    summary: 'Service that writes the registry credentials, for this step or the whole group.',
    becomes: 'A step with the `login` action before they are needed.',
    source: 'codeship.md 5.3',
  }),
  environment: ofService('Variables of a service.'),
  env_file: ofService('Environment files of a service.'),
  encrypted_environment: ofService('Encrypted variables of a service.'),
  encrypted_env_file: ofService('Encrypted environment files of a service.'),
  cached: ofService('Whether the layers of an image are kept.'),
  build: ofService('How the image of a service is built.'),
  image: ofService('The image of a service.'),
  volumes: ofService('Folders that a service mounts.'),
  working_dir: ofService('The folder in which a service works.'),
  encryped_dockercfg: dropped({
    summary: 'A misspelling of `encrypted_dockercfg_path` that an old documentation page had.',
    source: 'codeship.md 5.4',
    why: 'CodeShip ignored it',
    help: 'write `encrypted_dockercfg_path`',
  }),
};

/** Which keys mean something for which kind of step; the others are said to be left out. */
export const keysOfType: Readonly<Record<StepType, readonly string[]>> = {
  run: ['command'],
  push: ['image_name', 'image_tag', 'registry'],
  load: [],
  serial: ['services', 'steps'],
  parallel: ['services', 'steps'],
  matrix: ['services', 'steps'],
  manual: ['services', 'steps'],
};
