import type { ActionInterface } from '../interface.ts';

export const buildInterface = {
  name: 'build',
  title: 'transship build',
  description:
    'Build an image as `docker build` or a CodeShip service did, with a cache that survives jobs.',
  inputs: {
    image_name: {
      description:
        'Name of the image. Without it, the image has no name and only `image-id` tells it.',
    },
    image_tag: {
      description: 'Tags, one a line; Go templates over the CodeShip variables.',
      default: 'latest',
    },
    context: { description: 'Build context, a folder of the workspace.', default: '.' },
    dockerfile: {
      description: 'Dockerfile, relative to the context, as in CodeShip.',
      default: 'Dockerfile',
    },
    'build-args': {
      description:
        'Build arguments, one `KEY=value` a line; Go templates over the CodeShip variables.',
    },
    'encrypted-args-file': {
      description:
        'Files of build arguments that CodeShip encrypted, one path a line, opened with `aes-key`.',
    },
    'encrypted-args': {
      description:
        'Encrypted build arguments that stood in the yml itself, one ciphertext a line, opened with `aes-key`.',
    },
    'aes-key': {
      description: 'CodeShip key (base64 of 32 bytes) that opens encrypted files.',
      secret: true,
    },
    target: { description: 'Stage of the Dockerfile to stop at.' },
    labels: { description: 'Labels, one `key=value` a line.' },
    platforms: {
      description:
        'Platforms, separated by commas. More than one cannot be loaded into a plain engine.',
    },
    secrets: { description: 'BuildKit secrets, one `id=value` a line.', secret: true },
    ssh: { description: 'SSH agents or keys for BuildKit, one `id[=path]` a line.' },
    pull: { description: 'Whether to look for newer base images.', default: 'false' },
    cache: {
      description:
        'Where the cache lives: a registry reference, `inline`, `gha`, or empty for none. CodeShip `cached: true` is `gha`.',
    },
    'cache-scope': {
      description:
        'Name of the cache, for several images in one repository. Without it, the image name.',
    },
    'cache-branch': {
      description:
        'Branch whose cache serves a branch without one, CodeShip `default_cache_branch`.',
    },
  },
  outputs: {
    image: { description: 'The first reference of the built image.' },
    'image-id': { description: 'Id of the built image.' },
    digest: { description: 'Digest of the manifest, where the builder gives one.' },
    metadata: { description: 'Metadata of the build, JSON.' },
  },
} as const satisfies ActionInterface;
