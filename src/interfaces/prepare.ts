import type { ActionInterface } from './action-interface.ts';

export const prepareInterface = {
  name: 'prepare',
  title: 'transship prepare',
  icon: 'unlock',
  description:
    'Give a job what the old services gave every step: predefined variables, decrypted files, and the result of branch and tag conditions.',
  inputs: {
    variables: {
      description:
        'Names of predefined variables of Shippable or CodeShip to set for later steps, separated by whitespace. If an expression can replace a variable, it is refused, and the error shows the expression.',
    },
    'encrypted-files': {
      description:
        'Files that CodeShip encrypted, one path per line. Each is decrypted to RUNNER_TEMP/codeship/PATH with mode 0600, and every line and value in it is masked.',
    },
    'encrypted-values': {
      description:
        'Encrypted values from the YAML file itself, one `name=ciphertext` per line. Each is decrypted to RUNNER_TEMP/codeship/NAME, like a file.',
    },
    'aes-key': {
      description:
        'CodeShip key (32 bytes, base64), usually the secret CODESHIP_AES_KEY. Only needed for encrypted files and values.',
      secret: true,
    },
    conditions: {
      description:
        'Conditions to test: a YAML mapping of names to `tag` and `exclude` (CodeShip, RE2) or `branches` (Shippable). A list under a name is true if all its conditions are.',
    },
    'job-index': {
      description:
        'Index of the job in its matrix, from 0, for JOB_NUMBER and similar variables. Do not set it.',
      default: '${{ strategy.job-index }}',
    },
  },
  outputs: {
    holds: {
      description:
        'JSON list of the names of the conditions that are true, for `if: contains(steps.ID.outputs.holds, \'"NAME"\')`.',
    },
    folder: {
      description:
        'The folder with the decrypted files, RUNNER_TEMP/codeship. Empty if none were requested.',
    },
  },
} as const satisfies ActionInterface;
