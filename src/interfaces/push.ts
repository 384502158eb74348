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
    from: {
      description:
        'An image of a registry, by tag or digest, to copy with all its platforms; no engine is needed, and its digest stays. Excludes `image`.',
    },
    digests: {
      description:
        'Digests of images that jobs for single platforms pushed, one per line, to make an image of all of them; of the first repository, or with `REPOSITORY@` in front. Excludes `image` and `from`.',
    },
    image_name: {
      description: 'Repositories to push to, with their registry; several: one per line.',
      required: true,
    },
    image_tag: {
      description:
        'Tags, one per line; Go templates over the CodeShip variables. Characters that a tag cannot have are removed.',
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
    annotations: {
      description:
        'Annotations of the manifest, one `key=value` per line; one of several lines goes in double quotes together with its key. They give the image another digest.',
    },
    sign: {
      description:
        'Whether to sign each digest by the `cosign` on PATH: with `sign-key`, or without one by the identity of the job (`id-token: write`).',
      default: 'false',
      boolean: true,
    },
    'sign-key': {
      description:
        'Private key of cosign. Its password is the variable COSIGN_PASSWORD of the step.',
      secret: true,
    },
    'sign-options': {
      description: 'Further options of `cosign sign`, split like a shell line.',
    },
    'keep-tags': {
      description:
        'How many of the newest tags among `retention-tags` stay after the push. Without it, all. Docker Hub, Quay.io and ghcr.io; for Amazon ECR the lifecycle policy is printed.',
    },
    'retention-tags': {
      description:
        'Tags that may be removed, names with `*`, one per line. What is pushed now, and an image that another tag names, always stays.',
    },
    'remove-tags': {
      description: 'Whether old tags are removed. Without it, the log says which would be.',
      default: 'false',
      boolean: true,
    },
    'retention-token': {
      description:
        "Token of the vendor's API, where the login does not open it: an OAuth token of Quay.io, a token for ghcr.io that may delete packages.",
      secret: true,
    },
    'dry-run': {
      description:
        'Whether to push nothing, and say which reference would get which image, and what it has now.',
      default: 'false',
      boolean: true,
    },
  },
  foreign: {
    tags: 'write repositories under `image_name`, and tags under `image_tag`.',
  },
  outputs: {
    digests: { description: 'JSON mapping of reference to digest, read back from the registry.' },
    checksums: {
      description:
        'What was pushed as lines `HEX  NAME`, for `subject-checksums` of actions/attest.',
    },
    pushed: { description: '`true` when something was pushed, `false` when a condition said no.' },
  },
} as const satisfies ActionInterface;
