import type { ActionInterface } from './action-interface.ts';
import { conversionInputs } from './conversion-inputs.ts';

export const convertPullRequestInterface = {
  name: 'convert-pull-request',
  title: 'transship convert-pull-request',
  icon: 'git-pull-request',
  description:
    'Convert one or many repositories and open a pull request in each, or update the one that is there; its body is the report.',
  inputs: {
    repositories: {
      description:
        'Repositories to convert, `OWNER/NAME`, separated by white space or commas. Without it, the one that the workflow runs in.',
    },
    token: {
      description:
        'Token that reads the repositories, pushes the branch and opens the pull request: a personal access token or the token of a GitHub App with `contents`, `pull-requests` and `workflows` set to write. The token of the job can never push workflow files.',
      default: '${{ github.token }}',
      secret: true,
    },
    branch: {
      description:
        'Branch of the pull request. It is made anew on every run, as one commit on top of `base`, unless somebody edited it.',
      default: 'transship-convert',
    },
    base: {
      description:
        'Branch to convert and to merge into. Without it, that of the open pull request, or the default branch of the repository.',
    },
    path: {
      description:
        'Folder whose legacy files are converted, from the root of each repository. GitHub runs the workflows of the root alone, so they are written there.',
      default: '.',
    },
    config: {
      description:
        'Settings file for all repositories, relative to the workspace. Without it, `.github/transship.yml` of each, if there is one.',
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
        'JSON list of `{repository, state, number, url}`, one for each repository. `state` is `opened`, `updated`, `unchanged`, `kept` (people edited the branch, or the files on the base), `current` (nothing to change), `nothing-found` or `failed`, which has a `message`.',
    },
    folder: {
      description:
        'Folder with `report.md`, `report.json` and `changes.patch` of each repository, below OWNER/NAME.',
    },
  },
  beforeProgram: {
    steps: [],
    // The runner's own variable names another action in the steps of a composite.
    env: { OWN_REF: '${{ github.action_ref }}' },
  },
} as const satisfies ActionInterface;
