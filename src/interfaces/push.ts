import type { ActionInterface } from './action-interface.ts';

export const pushInterface = {
  name: 'push',
  title: 'transship push',
  icon: 'upload-cloud',
  description:
    'Push an image to one or many references, as `docker push` and CodeShip push steps did.',
  inputs: {
    image: {
      description:
        'The local image to push. Without it, the first listed reference that exists here.',
    },
    image_name: {
      description: 'Repositories to push to, with their registry; several: one a line.',
      required: true,
    },
    image_tag: {
      description:
        'Tags, one a line; Go templates over the CodeShip variables. Characters that a tag cannot have are removed.',
      default: 'latest',
    },
    registry: {
      description:
        'CodeShip `registry`: chooses the credential; the push goes where `image_name` says.',
    },
    'step-name': { description: 'Value of the template field `.StepName`.' },
    'service-name': { description: 'Value of the template field `.ServiceName`.' },
    tag: {
      description:
        'Push only where the branch or git tag matches: a literal, or an RE2 pattern with `^` or `$`.',
    },
    exclude: { description: 'Do not push where the branch or git tag matches; wins over `tag`.' },
    branches: {
      description:
        'Shippable `branches`: a YAML mapping of `only` and `except` with `*` wildcards.',
    },
    dockercfg: {
      description: 'Path of a dockercfg for this push only, encrypted by CodeShip or plain.',
    },
    'aes-key': {
      description: 'CodeShip key (base64 of 32 bytes) that opens encrypted files.',
      secret: true,
    },
    'create-repository': {
      description: 'Whether to create a missing Amazon ECR repository.',
      default: 'false',
      boolean: true,
    },
  },
  outputs: {
    digests: { description: 'JSON mapping of reference to digest, read back from the registry.' },
    pushed: { description: '`true` when something was pushed, `false` when a condition said no.' },
  },
} as const satisfies ActionInterface;
