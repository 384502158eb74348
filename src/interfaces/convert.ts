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
        'Folder of the repository, relative to the workspace. Of a folder below the root, only its projects are converted; their workflows go to the root, where GitHub looks for them.',
      default: '.',
    },
    mode: {
      description:
        'What happens to the files: `convert` writes them, `check` fails where they differ from what would be written, `dry-run` prints the difference.',
      default: 'convert',
    },
    report: {
      description:
        'Where to write the report; the extension selects the format: `.json`, `.md`, `.html`, `.sarif` or `.csv`. Without it, JSON in the temporary folder of the runner.',
    },
    strict: {
      description: 'Whether a warning fails the step as an error does.',
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
        'Folder to write below, relative to the workspace. Without it, the root of the repository.',
    },
    config: {
      description: 'Settings file. Without it, `.github/transship.yml` of `path`, if there is one.',
    },
    hooks: {
      description:
        'Module of hooks, `.mjs` or `.ts`, relative to the workspace, which says what becomes of whole constructs. It runs in this job. Without it, no hooks: nothing in a repository can name one.',
    },
    ...conversionInputs,
  },
  outputs: {
    'changed-files': {
      description: 'The files that were written, or that would be, one path per line.',
    },
    translated: { description: 'Number of values with the same effect on GitHub.' },
    approximated: { description: 'Number of values with nearly the same effect.' },
    manual: { description: 'Number of values that a person has to translate.' },
    dropped: { description: 'Number of values without effect on GitHub.' },
    invalid: { description: 'Number of values that the legacy system would have refused.' },
    report: { description: 'Path of the report.' },
    'exit-code': { description: 'Exit code of the command: 0, 1 or 2.' },
  },
} as const satisfies ActionInterface;
