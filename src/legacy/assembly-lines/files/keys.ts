// The keys of Assembly Lines: resources, jobs, their steps and TASKs (shippable.md 8). Reader, messages, key reference
// and `transship explain` all come from these rows.

import { approximated, dropped, section, translated } from '../../../source/keys.ts';
import {
  anything,
  bySort,
  dictOf,
  flag,
  flatList,
  listOf,
  oneOf,
  oneOrMany,
  text,
} from '../../../source/readers.ts';

const texts = flatList(text);

const definition = (summary: string, source = 'shippable.md 8.6') =>
  translated(anything, {
    summary,
    becomes:
      'Part of the definition in the inputs `in` and `out` of the action `line-start`, unchanged.',
    source,
  });

export const resourceKeys = {
  name: translated(text, {
    summary: 'The name, which jobs use after `IN` and `OUT`.',
    becomes: 'The name of the resource in `in` and `out`.',
    source: 'shippable.md 1, 8.6',
  }),
  type: translated(text, {
    summary: 'The kind of resource.',
    becomes: 'Decides what the resource becomes: a trigger and a checkout, a definition, a secret.',
    source: 'shippable.md 8.6',
  }),
  integration: translated(text, {
    summary: 'The integration with the credentials.',
    becomes: 'Secrets named after the resource, for the steps that use them.',
    source: 'shippable.md 6.4, 8.6',
  }),
  integrationName: translated(text, {
    summary: 'Other name for `integration`.',
    becomes: 'As `integration`.',
    source: 'shippable.md 8.6',
  }),
  pointer: definition('The location: name, region, branch.'),
  seed: definition('The first version.'),
  version: definition('The content: parameters, options, a counter.'),
  versionTemplate: definition('Location, first version and content together, in newer files.'),
  source: definition('Location and first version, in the oldest files.'),
  flags: definition('Labels in the dashboard.', 'shippable.md 8.2'),
} as const;

export const resource = section(resourceKeys, {
  ignored: 'it stays in the definition, where scripts can read it, and does nothing else',
});

/** What stands beside `IN` (shippable.md 8.2). */
const inAttributes = {
  switch: translated(flag, {
    summary: 'Whether a new version of this input starts the job; by default, it does.',
    becomes:
      'If it is off, the `if` of the job does not mention the input; the job still waits for it.',
    source: 'shippable.md 8.2',
  }),
  trigger: translated(flag, {
    summary: 'Other name for `switch`.',
    becomes: 'As `switch`.',
    source: 'shippable.md 8.2',
  }),
  versionName: translated(text, {
    summary: 'The version to use, by its name.',
    becomes: 'A pin in the input `in` of `line-start`.',
    source: 'shippable.md 8.2',
  }),
  versionNumber: translated(text, {
    summary: 'The version to use, by its number.',
    becomes: 'A pin in the input `in` of `line-start`.',
    source: 'shippable.md 8.2',
  }),
  dependencyMode: approximated(oneOf(['chrono', 'immediate', 'strict'], true), {
    summary: 'How this input and the job wait for each other.',
    becomes: 'As the key of the job.',
    source: 'shippable.md 8.2',
  }),
  applyTo: translated(anything, {
    summary: 'The images or manifests that options, parameters and replicas apply to.',
    becomes: 'Where the options go in the reviewed files of the manifest or the deployment.',
    source: 'shippable.md 8.2',
  }),
  force: translated(flag, {
    summary: 'Whether to deploy again if nothing has changed.',
    becomes: 'An option of the deployment.',
    source: 'shippable.md 8.2',
  }),
  deployName: translated(text, {
    summary: 'The name of the deployment on the cluster.',
    becomes: 'The name in the reviewed files.',
    source: 'shippable.md 8.2',
  }),
  pull: dropped({
    summary: 'Whether to fetch the content.',
    source: 'shippable.md 8.2, 14.1',
    why: 'the last agent of Shippable never fetched images or files',
  }),
  showBuildStatus: translated(flag, {
    summary: 'Whether to show the result on the commit.',
    becomes: 'GitHub shows the result of every run on its commit.',
    source: 'shippable.md 8.2',
  }),
  vote: dropped({
    summary: 'Whether to vote in Gerrit.',
    source: 'shippable.md 8.2',
    why: 'GitHub has no Gerrit',
  }),
  scopes: translated(texts, {
    summary: 'Which logins of a cliConfig to run: `ecr`, `gcr`, `gke`, `aks`.',
    becomes: 'The steps that log in before the TASK.',
    source: 'shippable.md 8.2, 8.7',
  }),
} as const;

export const inStepKeys = {
  IN: translated(text, {
    summary: 'A resource or job that is an input of the job.',
    becomes: 'An entry of the input `in` of `line-start`, and `needs` and `if` of the job.',
    source: 'shippable.md 8.2',
  }),
  GET: translated(text, {
    summary: 'Older name for `IN`.',
    becomes: 'As `IN`.',
    source: 'shippable.md 8.2',
  }),
  ...inAttributes,
} as const;

export const outStepKeys = {
  OUT: translated(text, {
    summary: 'A resource that gets a new version, or a job to start.',
    becomes: 'An entry of the input `out` of `line-start`, and an output of the job.',
    source: 'shippable.md 8.2, 14.1',
  }),
  replicate: translated(text, {
    summary: 'The input to copy the version from.',
    becomes: 'An attribute in `out`.',
    source: 'shippable.md 8.2, 14.3',
  }),
  replicateOnPullRequest: translated(flag, {
    summary: 'Whether to copy it for pull requests too.',
    becomes: 'An attribute in `out`.',
    source: 'shippable.md 8.2',
  }),
  overwrite: translated(flag, {
    summary: 'Whether a new version drops the key-value pairs of the previous one.',
    becomes: 'An attribute in `out`.',
    source: 'shippable.md 8.2, 14.3',
  }),
  on_failure: translated(flag, {
    summary: 'Whether to make a version after a failure too.',
    becomes: 'An attribute in `out`.',
    source: 'shippable.md 8.2, 14.1',
  }),
} as const;

const taskOptionsKeys = {
  imageName: translated(text, {
    summary: 'The image that the TASK runs in.',
    becomes: 'Input `image_name` of `pull-boot-image`; the TASK runs in that container.',
    source: 'shippable.md 8.5',
  }),
  imageTag: translated(text, {
    summary: 'The tag of the image. Without `imageName` it was ignored.',
    becomes: 'Input `image_tag` of `pull-boot-image`.',
    source: 'shippable.md 8.5',
  }),
  pull: translated(flag, {
    summary: 'Whether to pull the image.',
    becomes: 'Input `pull` of `pull-boot-image`.',
    source: 'shippable.md 8.5',
  }),
  options: translated(oneOrMany(text), {
    summary: 'Options of `docker run`.',
    becomes: 'Input `options` of `pull-boot-image`.',
    source: 'shippable.md 8.5',
  }),
  env: translated(listOf(bySort({ scalar: text, mapping: dictOf(text) })), {
    summary: 'Variables of the TASK; they override those of Shippable.',
    becomes: '`env` of the step.',
    source: 'shippable.md 8.5, 14.3',
  }),
} as const;

const taskRuntimeKeys = {
  container: translated(flag, {
    summary: 'Whether the TASK runs in a container; by default, it does.',
    becomes: 'A TASK without an image of its own runs on the runner either way.',
    source: 'shippable.md 8.5',
  }),
  options: translated(section(taskOptionsKeys), {
    summary: 'The container of the TASK.',
    becomes: 'A step with `pull-boot-image`, and `env` of the step.',
    source: 'shippable.md 8.5',
    keys: taskOptionsKeys,
  }),
} as const;

export const taskKeys = {
  name: translated(text, {
    summary: 'The name of the TASK.',
    becomes: 'The name of the step.',
    source: 'shippable.md 8.5',
  }),
  runtime: translated(section(taskRuntimeKeys), {
    summary: 'Where the TASK runs.',
    becomes: 'A container, or the runner.',
    source: 'shippable.md 8.5',
    keys: taskRuntimeKeys,
  }),
  script: translated(texts, {
    summary: 'The commands.',
    becomes: "A step that follows the rules of Shippable's shell.",
    source: 'shippable.md 8.5, 14.2',
  }),
} as const;

export const task = section(taskKeys);

export const taskStepKeys = {
  TASK: translated(anything, {
    summary: 'What the job does: a mapping, an older list of scripts, or the word `managed`.',
    becomes: 'A step of the job; `managed` is what the job type does by default.',
    source: 'shippable.md 8.3, 8.5',
    keys: taskKeys,
  }),
  bump: translated(text, {
    summary: 'Which part of the version a release increments, in older files.',
    becomes: 'Input of the release.',
    source: 'shippable.md 8.3',
  }),
  deployMethod: approximated(text, {
    summary: 'How a deployment replaces the previous one, in older files.',
    becomes: "The default of the cluster's own tool.",
    source: 'shippable.md 8.3',
  }),
} as const;

const hook = (when: string) =>
  translated(anything, {
    summary: `Scripts and messages ${when}.`,
    becomes: 'A function in the step of the TASK; a message is a separate step.',
    source: 'shippable.md 8.2, 14.2',
  });

const messages = (when: string) =>
  translated(anything, {
    summary: `Messages ${when}. Scripts never ran there.`,
    becomes: 'A step that sends the message.',
    source: 'shippable.md 8.2',
  });

const jobRuntimeKeys = {
  nodePool: approximated(text, {
    summary: 'The group of machines that the job runs on.',
    becomes: '`runs-on`, from `node-pools` in the settings file.',
    source: 'shippable.md 8.2',
  }),
  container: translated(flag, {
    summary: 'Whether its TASKs run in containers; by default, they do.',
    becomes: 'A TASK without an image of its own runs on the runner either way.',
    source: 'shippable.md 8.2',
  }),
  timeoutMinutes: translated(text, {
    summary: 'Minutes after which the job is stopped; by default 60.',
    becomes: '`timeout-minutes`.',
    source: 'shippable.md 8.2',
  }),
} as const;

const number = (what: string) =>
  approximated(text, {
    summary: what,
    becomes: "An option of the cluster's own tool, if there is one.",
    source: 'shippable.md 8.3',
  });

/** A step is one of the three; each is read against its own part of this table. */
const stepKeys = { ...inStepKeys, ...outStepKeys, ...taskStepKeys } as const;

export const jobKeys = {
  name: translated(text, {
    summary: 'The name, unique across all files and repositories.',
    becomes: 'The name of the job; its id is made from it.',
    source: 'shippable.md 8.2',
  }),
  type: translated(text, {
    summary: 'The kind of job.',
    becomes: 'Decides what the job becomes.',
    source: 'shippable.md 8.3',
  }),
  steps: translated(listOf(anything), {
    keys: stepKeys,
    summary: 'Its inputs, commands and outputs.',
    becomes: '`needs` and `if`, the inputs of `line-start`, and the steps of the job.',
    source: 'shippable.md 8.2',
  }),
  on_start: messages('at the start'),
  on_success: hook('after a success'),
  on_failure: hook('after a failure'),
  always: hook('after either'),
  on_cancel: messages('after a cancellation'),
  notify: messages('by result, in the oldest spelling'),
  triggerMode: translated(oneOf(['serial', 'parallel'], true), {
    summary: 'Whether runs of the job wait for each other; by default, they do.',
    becomes: '`concurrency` of the job.',
    source: 'shippable.md 8.2',
  }),
  dependencyMode: approximated(oneOf(['chrono', 'immediate', 'strict'], true), {
    summary: 'Whether the job waits for its inputs; by default `chrono`.',
    becomes: '`needs` and `if`, which work like `strict`.',
    source: 'shippable.md 8.2',
  }),
  priority: dropped({
    summary: 'Which job starts first.',
    source: 'shippable.md 8.2',
    why: 'GitHub starts jobs as soon as they can run',
  }),
  allowPublicAccess: dropped({
    summary: 'Whether everybody can see the console.',
    source: 'shippable.md 8.2',
    why: 'everybody who can see the repository can see its runs',
  }),
  runtime: translated(section(jobRuntimeKeys), {
    summary: 'Where and how long the job runs.',
    becomes: '`runs-on` and `timeout-minutes`.',
    source: 'shippable.md 8.2',
    keys: jobRuntimeKeys,
  }),
  integrations: translated(texts, {
    summary: 'Integrations whose fields are passed to the job.',
    becomes: 'Secrets named after the integration, for the steps that use them.',
    source: 'shippable.md 8.2',
  }),
  flags: approximated(texts, {
    summary: 'Labels in the dashboard.',
    becomes: 'A comment above the job.',
    source: 'shippable.md 8.2',
  }),
  bump: translated(text, {
    summary: 'Which part of the version a release increments.',
    becomes: 'Input of the release.',
    source: 'shippable.md 8.3',
  }),
  method: approximated(text, {
    summary: 'How a deployment replaces the previous one.',
    becomes: "The default of the cluster's own tool.",
    source: 'shippable.md 8.3',
  }),
  workflow: approximated(text, {
    summary: 'Whether to deploy manifests one after the other.',
    becomes: 'The order of the commands of the deployment.',
    source: 'shippable.md 8.3',
  }),
  maxWaitTime: number('Seconds that a deployment may take.'),
  stabilityDuration: number('Seconds that a deployment must be stable.'),
} as const;

export const job = section(jobKeys);

export const lineRootKeys = {
  resources: translated(listOf(anything), {
    summary: 'The resources.',
    becomes: 'Entries in the jobs that use them.',
    source: 'shippable.md 1, 8.6',
    keys: resourceKeys,
  }),
  jobs: translated(listOf(anything), {
    summary: 'The jobs.',
    becomes: 'Jobs of a workflow.',
    source: 'shippable.md 1, 8.2',
    keys: jobKeys,
  }),
  triggers: translated(listOf(anything), {
    summary: 'Resources of the type `trigger`.',
    becomes: 'The input `start` of the workflow.',
    source: 'shippable.md 1, 8.6',
    keys: resourceKeys,
  }),
} as const;
