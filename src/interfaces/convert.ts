import type { ActionInterface } from './action-interface.ts';
import { conversionInputs } from './conversion-inputs.ts';

export const convertInterface = {
  name: 'convert',
  title: 'transship',
  icon: 'truck',
  description:
    'Translate shippable.yml and CodeShip files to GitHub workflows, and account for every value in them.',
  inputs: {
    path: {
      description:
        'Folder of the repository, relative to the workspace. For a folder below the root, only the projects in it are converted; their workflows are written to the root, where GitHub looks for them.',
      default: '.',
    },
    mode: {
      description:
        '`convert` writes the files, `check` fails if they differ from what would be written, `dry-run` prints the difference.',
      default: 'convert',
    },
    report: {
      description:
        'Where to write the report. The extension selects the format: `.json`, `.md`, `.html`, `.sarif` or `.csv`. Without it, JSON in the temporary folder of the runner.',
    },
    strict: {
      description: 'Whether warnings fail the step, as errors do.',
      default: 'false',
      boolean: true,
    },
    force: {
      description:
        'Whether to overwrite files that people wrote or edited, and to remove those that are no longer written.',
      default: 'false',
      boolean: true,
    },
    out: {
      description:
        'Folder to write to, relative to the workspace. Without it, the root of the repository.',
    },
    config: {
      description: 'Settings file. Without it, `.github/transship.yml` in `path`, if it exists.',
    },
    hooks: {
      description:
        'Module with hooks, `.mjs` or `.ts`, relative to the workspace, which replaces what whole constructs are converted to. It runs in this job. Without it, no hooks run: files in the repository cannot select one.',
    },
    ...conversionInputs,
  },
  outputs: {
    'changed-files': {
      description: 'The files that were or would be written, one path per line.',
    },
    translated: { description: 'Number of values with the same effect on GitHub.' },
    approximated: { description: 'Number of values with nearly the same effect.' },
    manual: { description: 'Number of values that are left to you.' },
    dropped: { description: 'Number of values that have no effect on GitHub.' },
    invalid: { description: 'Number of values that the legacy system would have refused.' },
    report: { description: 'Path of the report.' },
    'exit-code': { description: 'Exit code of the command: 0, 1 or 2.' },
  },
} as const satisfies ActionInterface;
