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
    'Begin a job of a Shippable Assembly Line: lays out IN, OUT and state as the scripts know them, with the versions of the resources, and puts shipctl on PATH.',
  inputs: {
    job: { description: 'Name of the job, as in the source.', required: true },
    type: {
      description:
        'Type of the job. The scripts of runSh and runCLI start in the workspace, which holds IN, OUT and state; for any other type these lie in RUNNER_TEMP/build, and the workspace stays a clean checkout.',
      default: 'runSh',
    },
    in: {
      description:
        'The IN steps in their order, a YAML list: the definition of each resource as written (`name`, `type`, `pointer`, `seed`, `version`, `versionTemplate`, ...), what stood beside `IN:` under `step`, and `job: true` for a job. `secrets` lists the fields of its integration that a step gets as NAME_INTEGRATION_FIELD; `kind` is the type of that integration. `of` is the release or deployment whose image is taken; `versioned: true` says that nothing goes without a version.',
    },
    out: {
      description:
        'The OUT steps in their order, in the same form; `replicate`, `overwrite`, `on_failure` and `replicateOnPullRequest` under `step`.',
    },
    integrations: {
      description:
        'The integrations of the job itself, a YAML list of `name`, `kind` and `secrets`.',
    },
    pin: {
      description:
        'Versions to take instead of the newest, `name=version`, separated by white space or commas. A version is a versionName, or `#` and a versionNumber.',
    },
    variables: {
      description:
        "The repository's variables as a JSON object, `toJSON(vars)`: one that is called NAME_PARAMS_KEY takes the place of that key in the definition of a params resource.",
    },
    'build-link': {
      description:
        'Whether to make /build a link to the root of the job, for scripts that name it.',
      default: 'false',
    },
    'build-number-offset': {
      description:
        'Number to add to the run number for BUILD_NUMBER, so that tags made of it do not begin again. Empty is 0.',
    },
    key: {
      description:
        'Key of the state files, the secret ASSEMBLY_LINE_KEY: any text of at least 16 characters. Needed where state was recorded with it.',
      secret: true,
    },
    token: {
      description:
        'Token that reads the branch assembly-lines of this repository (contents: read).',
      default: '${{ github.token }}',
      secret: true,
    },
    'job-index': {
      description: 'Place of the job in its matrix, from 0. Leave it alone.',
      default: '${{ strategy.job-index }}',
    },
  },
  outputs: {
    commits: {
      description:
        "JSON object: for each gitRepo IN what to check out, a commit or a branch. For `ref` of actions/checkout, `fromJSON(steps.start.outputs.commits)['NAME']`, with `path: IN/NAME/gitRepo`.",
    },
    root: {
      description: 'The folder that holds IN, OUT and state, also exported as BUILD_DIR.',
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
