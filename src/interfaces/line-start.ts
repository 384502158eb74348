import type { ActionInterface } from './action-interface.ts';
import { pins } from './pins.ts';

const download = pins['actions/download-artifact'];

/** Whether the server has the artifacts that the pinned actions speak to: Enterprise Server has not. */
export const hasArtifacts =
  "github.server_url == 'https://github.com' || endsWith(github.server_url, '.ghe.com')";

export const lineStartInterface = {
  name: 'line-start',
  title: 'transship line-start',
  icon: 'play-circle',
  description:
    'Begin a job of a Shippable Assembly Line: creates the folders IN, OUT and state that the scripts expect, with the versions of the resources, and puts shipctl on PATH.',
  inputs: {
    job: { description: 'Name of the job, as in the legacy file.', required: true },
    type: {
      description:
        'Type of the job. The scripts of runSh and runCLI start in the workspace, which contains IN, OUT and state. For other types, these are in RUNNER_TEMP/build, and the workspace stays a clean checkout.',
      default: 'runSh',
    },
    in: {
      description:
        'The IN steps in order, as a YAML list: the definition of each resource as written (`name`, `type`, `pointer`, `seed`, `version`, `versionTemplate`, ...), the other keys of the step under `step`, and `job: true` for a job. `secrets` lists the fields of its integration that a step gets as NAME_INTEGRATION_FIELD; `kind` is the type of that integration. `of` is the release or deployment whose image is used. With `versioned: true`, the job fails if there is no version.',
    },
    out: {
      description:
        'The OUT steps in order, in the same form, with `replicate`, `overwrite`, `on_failure` and `replicateOnPullRequest` under `step`.',
    },
    integrations: {
      description:
        'The integrations of the job itself: a YAML list of `name`, `kind` and `secrets`.',
    },
    pin: {
      description:
        'Versions to use instead of the newest: `name=version`, separated by whitespace or commas. A version is a versionName, or `#` and a versionNumber.',
    },
    variables: {
      description:
        "The repository's variables as a JSON object, `toJSON(vars)`. A variable NAME_PARAMS_KEY replaces that key in the definition of a params resource.",
    },
    'build-link': {
      description:
        'Whether to make /build a link to the root of the job, for scripts that use that path.',
      default: 'false',
    },
    'build-number-offset': {
      description:
        'Number to add to the run number for BUILD_NUMBER, so that tags made from it do not start again. Without it, 0.',
    },
    key: {
      description:
        'Key of the state files, the secret ASSEMBLY_LINE_KEY: any text of at least 16 characters. Needed if the state was recorded with it.',
      secret: true,
    },
    token: {
      description:
        'Token that reads the branch assembly-lines of this repository (contents: read).',
      default: '${{ github.token }}',
      secret: true,
    },
    'job-index': {
      description: 'Index of the job in its matrix, from 0. Do not set it.',
      default: '${{ strategy.job-index }}',
    },
  },
  outputs: {
    commits: {
      description:
        "JSON object with the commit or branch to check out for each gitRepo IN. Use `fromJSON(steps.start.outputs.commits)['NAME']` as `ref` of actions/checkout, with `path: IN/NAME/gitRepo`.",
    },
    root: {
      description: 'The folder that contains IN, OUT and state, which is also in BUILD_DIR.',
    },
  },
  beforeProgram: {
    steps: [
      '- name: Versions made in this run',
      `  if: ${hasArtifacts}`,
      `  uses: actions/download-artifact@${download.commit} # ${download.version}`,
      '  with:',
      '    pattern: line-*',
      '    path: ${{ runner.temp }}/line-artifacts',
    ],
    env: {},
  },
} as const satisfies ActionInterface;
