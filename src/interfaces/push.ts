import type { ActionInterface } from './action-interface.ts';

export const pushInterface = {
  name: 'push',
  title: 'transship push',
  icon: 'upload-cloud',
  description:
    'Push an image to one or more references, as `docker push` and CodeShip push steps did.',
  inputs: {
    image: {
      description:
        'The local image to push. Without it, the first of the references below that exists on this machine.',
    },
    from: {
      description:
        'An image in a registry, by tag or digest, to copy with all its platforms. This needs no engine and keeps the digest. Cannot be combined with `image`.',
    },
    digests: {
      description:
        'Digests of single-platform images that other jobs pushed, one per line, to combine into one image. They are in the first repository unless written `REPOSITORY@DIGEST`. Cannot be combined with `image` and `from`.',
    },
    image_name: {
      description: 'Repositories to push to, with their registry, one per line.',
      required: true,
    },
    image_tag: {
      description:
        'Tags, one per line. Go templates with the CodeShip variables work. Characters that are not allowed in a tag are removed.',
      default: 'latest',
    },
    registry: {
      description:
        'As `registry` in a CodeShip push step: it selects the credential. The image is pushed to the registry in `image_name`.',
    },
    'step-name': { description: 'Value of the template field `.StepName`.' },
    'service-name': { description: 'Value of the template field `.ServiceName`.' },
    tag: {
      description:
        'Push only if the branch or git tag matches: a name, or an RE2 pattern if it contains `^` or `$`.',
    },
    exclude: {
      description: 'Do not push if the branch or git tag matches. Takes precedence over `tag`.',
    },
    branches: {
      description:
        'As `branches` in shippable.yml: a YAML mapping with `only` and `except`, and `*` as wildcard.',
    },
    dockercfg: {
      description:
        'Path of a dockercfg file for this push only, encrypted by CodeShip or unencrypted.',
    },
    'aes-key': {
      description: 'CodeShip key (32 bytes, base64) that decrypts encrypted files.',
      secret: true,
    },
    'create-repository': {
      description: 'Whether to create the repository in Amazon ECR if it does not exist.',
      default: 'false',
      boolean: true,
    },
    annotations: {
      description:
        'Annotations for the manifest, one `key=value` per line. If a value has several lines, put `key=value` in double quotes. Annotations change the digest.',
    },
    sign: {
      description:
        'Whether to sign each digest with the `cosign` on PATH: with `sign-key`, or without a key, with the identity of the job (`id-token: write`).',
      default: 'false',
      boolean: true,
    },
    'sign-key': {
      description:
        'Private key for cosign. Its password goes in the environment variable COSIGN_PASSWORD.',
      secret: true,
    },
    'sign-options': {
      description: 'More options for `cosign sign`, split as a shell splits them.',
    },
    'keep-tags': {
      description:
        'How many of the newest tags in `retention-tags` to keep after the push. Without it, all are kept. Works with Docker Hub, Quay.io and ghcr.io; for Amazon ECR it prints a lifecycle policy.',
    },
    'retention-tags': {
      description:
        'Tags that may be removed, one name or `*` pattern per line. The tags of this push, and images that have another tag, are always kept.',
    },
    'remove-tags': {
      description:
        'Whether to remove old tags. Without it, the log lists the tags that would be removed.',
      default: 'false',
      boolean: true,
    },
    'retention-token': {
      description:
        "Token for the registry's API, if the login is not accepted there: an OAuth token for Quay.io, or a token for ghcr.io that can delete packages.",
      secret: true,
    },
    'dry-run': {
      description:
        'Whether to push nothing and only print which image each reference would get, and which it has now.',
      default: 'false',
      boolean: true,
    },
  },
  foreign: {
    tags: 'write repositories under `image_name`, and tags under `image_tag`.',
  },
  outputs: {
    digests: {
      description:
        'JSON object that maps each reference to its digest, read back from the registry.',
    },
    checksums: {
      description:
        'The pushed images as lines `HEX  NAME`, for `subject-checksums` of actions/attest.',
    },
    pushed: {
      description: '`true` if something was pushed, `false` if a condition did not match.',
    },
  },
} as const satisfies ActionInterface;
