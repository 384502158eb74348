import type { ActionInterface } from './action-interface.ts';

export const prepareInterface = {
  name: 'prepare',
  title: 'transship prepare',
  icon: 'unlock',
  description:
    'Give a job what the vendors gave every step: computed variables, opened encrypted files, and decided conditions.',
  inputs: {
    variables: {
      description:
        'Names of predefined variables of Shippable or CodeShip to compute and export to later steps, separated by white space. One that an expression can say is refused, with the expression.',
    },
    'encrypted-files': {
      description:
        'Files that CodeShip encrypted, one path per line. Each is opened to RUNNER_TEMP/codeship/PATH with mode 0600, and every line and value in it is masked.',
    },
    'encrypted-values': {
      description:
        'Encrypted texts that stood in the yml itself, one `name=ciphertext` per line. Each is opened to RUNNER_TEMP/codeship/NAME, as a file is.',
    },
    'aes-key': {
      description:
        'CodeShip key (base64 of 32 bytes), the secret CODESHIP_AES_KEY. Needed for encrypted files and values only.',
      secret: true,
    },
    conditions: {
      description:
        'Conditions to decide, a YAML mapping of a name to `tag`, `exclude` (CodeShip, RE2) or `branches` (Shippable). A list under a name holds where all its members do.',
    },
    'job-index': {
      description:
        'Place of the job in its matrix, from 0, for JOB_NUMBER and its like. Leave it alone.',
      default: '${{ strategy.job-index }}',
    },
  },
  outputs: {
    holds: {
      description:
        'JSON list of the names of the conditions that hold, for `if: contains(steps.ID.outputs.holds, \'"NAME"\')`.',
    },
    folder: {
      description:
        'The folder with the opened files, RUNNER_TEMP/codeship. Empty where none was asked for.',
    },
  },
} as const satisfies ActionInterface;
