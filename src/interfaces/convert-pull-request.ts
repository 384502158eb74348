import type { ActionInterface } from './action-interface.ts';
import { conversionInputs } from './conversion-inputs.ts';

export const convertPullRequestInterface = {
  name: 'convert-pull-request',
  title: 'transship convert-pull-request',
  icon: 'git-pull-request',
  description:
    'Convert one or more repositories and open or update a pull request in each, with the report as its description.',
  inputs: {
    repositories: {
      description:
        'Repositories to convert, `OWNER/NAME`, separated by whitespace or commas. Without it, the repository of the workflow.',
    },
    token: {
      description:
        'Token that reads the repositories, pushes the branch and opens the pull request: a personal access token or the token of a GitHub App, with write access to `contents`, `pull-requests` and `workflows`. The token of the job cannot push workflow files.',
      default: '${{ github.token }}',
      secret: true,
    },
    branch: {
      description:
        'Branch of the pull request. Every run replaces it with one commit on top of `base`, unless somebody edited it.',
      default: 'transship-convert',
    },
    base: {
      description:
        'Branch to convert and to merge into. Without it, the base of the open pull request, or the default branch of the repository.',
    },
    path: {
      description:
        'Folder with the legacy files, relative to the root of each repository. GitHub only runs workflows in the root, so they are written there.',
      default: '.',
    },
    config: {
      description:
        'Settings file for all repositories, relative to the workspace. Without it, `.github/transship.yml` of each repository, if it exists.',
    },
    ...conversionInputs,
    force: {
      description:
        'Whether to overwrite what people wrote: files on `base` that transship did not write, and edits on `branch`.',
      default: 'false',
      boolean: true,
    },
  },
  outputs: {
    'pull-requests': {
      description:
        'JSON list of `{repository, state, number, url}`, one for each repository. `state` is `opened`, `updated`, `unchanged`, `kept` (somebody edited the branch, or the files on the base branch), `current` (nothing to change), `nothing-found` or `failed`, which has a `message`.',
    },
    folder: {
      description:
        'Folder with `report.md`, `report.json` and `changes.patch` of each repository, in OWNER/NAME.',
    },
  },
  beforeProgram: {
    steps: [],
    // The runner's own variable names another action in the steps of a composite.
    env: { OWN_REF: '${{ github.action_ref }}' },
  },
} as const satisfies ActionInterface;
