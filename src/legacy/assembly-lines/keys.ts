// The keys of Assembly Lines: resources, jobs, their steps and TASKs (shippable.md 8). Reader, messages, key reference
// and `transship explain` all come from these rows.

import { approximated, dropped, section, translated } from '../../source/keys.ts';
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
} from '../../source/readers.ts';

const texts = flatList(text);

const definition = (summary: string, source = 'shippable.md 8.6') =>
  translated(anything, {
    summary,
    becomes:
      'A part of the definition in the inputs `in` and `out` of the action `line-start`, as it is written.',
    source,
  });

export const resourceKeys = {
  name: translated(text, {
    summary: 'The name, which jobs write behind `IN` and `OUT`.',
    becomes: 'The name of the resource in `in` and `out`; it stays as it is.',
    source: 'shippable.md 1, 8.6',
  }),
  type: translated(text, {
    summary: 'What kind of resource it is.',
    becomes: 'Decides what the resource becomes: a trigger and a checkout, a definition, a secret.',
    source: 'shippable.md 8.6',
  }),
  integration: translated(text, {
    summary: 'The integration that holds the credentials.',
    becomes: 'Secrets named after the resource, for the steps that use them.',
    source: 'shippable.md 6.4, 8.6',
  }),
  integrationName: translated(text, {
    summary: 'Another word for `integration`.',
    becomes: 'As `integration`.',
    source: 'shippable.md 8.6',
  }),
  pointer: definition('Where the thing is: name, region, branch.'),
  seed: definition('The first version.'),
  version: definition('The content: parameters, options, a counter.'),
  versionTemplate: definition('Place, first version and content in one, in newer files.'),
  source: definition('Place and first version in the oldest files.'),
  flags: definition('Labels in the view of the lines.', 'shippable.md 8.2'),
} as const;

export const resource = section(resourceKeys, {
  ignored: 'it stays in the definition, where scripts can read it, and does nothing else',
});

/** What stands beside `IN` (shippable.md 8.2). */
const inAttributes = {
  switch: translated(flag, {
    summary: 'Whether a new version of this input starts the job; yes without the key.',
    becomes: 'No clause in the `if` of the job where it is off; the job still waits for the input.',
    source: 'shippable.md 8.2',
  }),
  trigger: translated(flag, {
    summary: 'Another word for `switch`.',
    becomes: 'As `switch`.',
    source: 'shippable.md 8.2',
  }),
  versionName: translated(text, {
    summary: 'The version that is taken in, by its name.',
    becomes: 'A pin in the input `in` of `line-start`.',
    source: 'shippable.md 8.2',
  }),
  versionNumber: translated(text, {
    summary: 'The version that is taken in, by its number.',
    becomes: 'A pin in the input `in` of `line-start`.',
    source: 'shippable.md 8.2',
  }),
  dependencyMode: approximated(oneOf(['chrono', 'immediate', 'strict'], true), {
    summary: 'How this input and the job wait for each other.',
    becomes: 'As the key of the job.',
    source: 'shippable.md 8.2',
  }),
  applyTo: translated(anything, {
    summary: 'The images or manifests that options, parameters and replicas are for.',
    becomes: 'Where the options are in the reviewed files of the manifest or the deployment.',
    source: 'shippable.md 8.2',
  }),
  force: translated(flag, {
    summary: 'Whether what has not changed is deployed again.',
    becomes: 'An option of the deployment.',
    source: 'shippable.md 8.2',
  }),
  deployName: translated(text, {
    summary: 'The name of the deployment on the cluster.',
    becomes: 'The name in the reviewed files.',
    source: 'shippable.md 8.2',
  }),
  pull: dropped({
    summary: 'Whether the content is fetched.',
    source: 'shippable.md 8.2, 14.1',
    why: 'the last agent of Shippable fetched neither images nor files, whatever it said',
  }),
  showBuildStatus: translated(flag, {
    summary: 'Whether the commit shows the result.',
    becomes: 'GitHub shows the result of every run beside its commit.',
    source: 'shippable.md 8.2',
  }),
  vote: dropped({
    summary: 'Whether the result is a vote in Gerrit.',
    source: 'shippable.md 8.2',
    why: 'GitHub has no Gerrit',
  }),
  scopes: translated(texts, {
    summary: 'Which logins of a cliConfig happen: `ecr`, `gcr`, `gke`, `aks`.',
    becomes: 'The steps that log in before the TASK.',
    source: 'shippable.md 8.2, 8.7',
  }),
} as const;

export const inStepKeys = {
  IN: translated(text, {
    summary: 'A resource or a job that the job takes in.',
    becomes: 'An entry of the input `in` of `line-start`, and `needs` and `if` of the job.',
    source: 'shippable.md 8.2',
  }),
  GET: translated(text, {
    summary: 'The older word for `IN`.',
    becomes: 'As `IN`.',
    source: 'shippable.md 8.2',
  }),
  ...inAttributes,
} as const;

export const outStepKeys = {
  OUT: translated(text, {
    summary: 'A resource that the job makes a new version of, or a job that it starts.',
    becomes: 'An entry of the input `out` of `line-start`, and an output of the job.',
    source: 'shippable.md 8.2, 14.1',
  }),
  replicate: translated(text, {
    summary: 'The input whose version is copied.',
    becomes: 'An attribute in `out`.',
    source: 'shippable.md 8.2, 14.3',
  }),
  replicateOnPullRequest: translated(flag, {
    summary: 'Whether that happens for pull requests, too.',
    becomes: 'An attribute in `out`.',
    source: 'shippable.md 8.2',
  }),
  overwrite: translated(flag, {
    summary: 'Whether a new version forgets the pairs of the one before.',
    becomes: 'An attribute in `out`.',
    source: 'shippable.md 8.2, 14.3',
  }),
  on_failure: translated(flag, {
    summary: 'Whether a version is made after a failure, too.',
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
    summary: 'Its tag; without an image it was ignored.',
    becomes: 'Input `image_tag` of `pull-boot-image`.',
    source: 'shippable.md 8.5',
  }),
  pull: translated(flag, {
    summary: 'Whether the image is pulled.',
    becomes: 'Input `pull` of `pull-boot-image`.',
    source: 'shippable.md 8.5',
  }),
  options: translated(oneOrMany(text), {
    summary: 'Options of `docker run`.',
    becomes: 'Input `options` of `pull-boot-image`.',
    source: 'shippable.md 8.5',
  }),
  env: translated(listOf(bySort({ scalar: text, mapping: dictOf(text) })), {
    summary: 'Variables of the TASK; they win over those of Shippable.',
    becomes: '`env` of the step.',
    source: 'shippable.md 8.5, 14.3',
  }),
} as const;

const taskRuntimeKeys = {
  container: translated(flag, {
    summary: 'Whether the TASK runs in a container; yes without the key.',
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
    becomes: 'A step, with the rules of the old shell.',
    source: 'shippable.md 8.5, 14.2',
  }),
} as const;

export const task = section(taskKeys);

export const taskStepKeys = {
  TASK: translated(anything, {
    summary: 'What the job does: a mapping, an older list of scripts, or the word `managed`.',
    becomes: 'A step of the job; `managed` is what the type of the job does anyway.',
    source: 'shippable.md 8.3, 8.5',
    keys: taskKeys,
  }),
  bump: translated(text, {
    summary: 'Which part of the version a release raises, in older files.',
    becomes: 'Input of the release.',
    source: 'shippable.md 8.3',
  }),
  deployMethod: approximated(text, {
    summary: 'How a deployment replaces the one before, in older files.',
    becomes: "What the cluster's own tool does.",
    source: 'shippable.md 8.3',
  }),
} as const;

const hook = (when: string) =>
  translated(anything, {
    summary: `Scripts and messages ${when}.`,
    becomes: 'A function in the step of the TASK; a message is a step of its own.',
    source: 'shippable.md 8.2, 14.2',
  });

const messages = (when: string) =>
  translated(anything, {
    summary: `Messages ${when}; scripts there never ran.`,
    becomes: 'A step that sends the message.',
    source: 'shippable.md 8.2',
  });

const jobRuntimeKeys = {
  nodePool: approximated(text, {
    summary: 'The group of machines that the job runs on.',
    becomes: '`runs-on`, by the map `node-pools` of the settings file.',
    source: 'shippable.md 8.2',
  }),
  container: translated(flag, {
    summary: 'Whether its TASKs run in containers; yes without the key.',
    becomes: 'A TASK without an image of its own runs on the runner either way.',
    source: 'shippable.md 8.2',
  }),
  timeoutMinutes: translated(text, {
    summary: 'After how many minutes the job ends; 60 without it.',
    becomes: '`timeout-minutes`.',
    source: 'shippable.md 8.2',
  }),
} as const;

const number = (what: string) =>
  approximated(text, {
    summary: what,
    becomes: "An option of the cluster's own tool, where it has one.",
    source: 'shippable.md 8.3',
  });

/** A step is one of the three; each is read against its own part of this table. */
const stepKeys = { ...inStepKeys, ...outStepKeys, ...taskStepKeys } as const;

export const jobKeys = {
  name: translated(text, {
    summary: 'The name, unique over all files and repositories.',
    becomes: 'The name of the job; its id is made from it.',
    source: 'shippable.md 8.2',
  }),
  type: translated(text, {
    summary: 'What kind of job it is.',
    becomes: 'Decides what the job becomes.',
    source: 'shippable.md 8.3',
  }),
  steps: translated(listOf(anything), {
    keys: stepKeys,
    summary: 'What it takes in, does, and makes.',
    becomes: '`needs` and `if`, the inputs of `line-start`, and the steps of the job.',
    source: 'shippable.md 8.2',
  }),
  on_start: messages('at the start'),
  on_success: hook('after a success'),
  on_failure: hook('after a failure'),
  always: hook('after both'),
  on_cancel: messages('after a cancel'),
  notify: messages('by result, in the oldest spelling'),
  triggerMode: translated(oneOf(['serial', 'parallel'], true), {
    summary: 'Whether runs of the job wait for each other; they do without the key.',
    becomes: '`concurrency` of the job.',
    source: 'shippable.md 8.2',
  }),
  dependencyMode: approximated(oneOf(['chrono', 'immediate', 'strict'], true), {
    summary: 'Whether the job waits for what its inputs do; `chrono` without the key.',
    becomes: '`needs` and `if`, which are what `strict` was.',
    source: 'shippable.md 8.2',
  }),
  priority: dropped({
    summary: 'Which job goes first.',
    source: 'shippable.md 8.2',
    why: 'GitHub starts jobs in the order in which they can start',
  }),
  allowPublicAccess: dropped({
    summary: 'Whether everybody sees the console.',
    source: 'shippable.md 8.2',
    why: 'everybody who sees the repository sees its runs',
  }),
  runtime: translated(section(jobRuntimeKeys), {
    summary: 'Where and how long the job runs.',
    becomes: '`runs-on` and `timeout-minutes`.',
    source: 'shippable.md 8.2',
    keys: jobRuntimeKeys,
  }),
  integrations: translated(texts, {
    summary: 'Integrations whose fields the job gets.',
    becomes: 'Secrets named after the integration, for the steps that use them.',
    source: 'shippable.md 8.2',
  }),
  flags: approximated(texts, {
    summary: 'Labels in the view of the lines.',
    becomes: 'A comment above the job.',
    source: 'shippable.md 8.2',
  }),
  bump: translated(text, {
    summary: 'Which part of the version a release raises.',
    becomes: 'Input of the release.',
    source: 'shippable.md 8.3',
  }),
  method: approximated(text, {
    summary: 'How a deployment replaces the one before.',
    becomes: "What the cluster's own tool does.",
    source: 'shippable.md 8.3',
  }),
  workflow: approximated(text, {
    summary: 'Whether manifests are deployed one after the other.',
    becomes: 'The order of the commands of the deployment.',
    source: 'shippable.md 8.3',
  }),
  maxWaitTime: number('How many seconds a deployment may take.'),
  stabilityDuration: number('How many seconds a deployment has to be stable.'),
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
