import type { ActionInterface } from './action-interface.ts';
import { pins } from './pins.ts';

const githubScript = pins['actions/github-script'];

export const buildInterface = {
  name: 'build',
  title: 'transship build',
  icon: 'package',
  description:
    'Build an image as `docker build` or a CodeShip service did, with a cache that later jobs can use.',
  inputs: {
    image_name: {
      description:
        'Names of the image, one per line. Without it, the image has no name; use the output `image-id`.',
    },
    image_tag: {
      description:
        'Tags, one per line. Go templates with the CodeShip variables work. Characters that are not allowed in a tag are removed.',
      default: 'latest',
    },
    context: {
      description: 'Build context: a folder, relative to the root of the checkout.',
      default: '.',
    },
    dockerfile: {
      description: 'Dockerfile, relative to the context, as in CodeShip.',
      default: 'Dockerfile',
    },
    'build-args': {
      description:
        'Build arguments, one `KEY=value` per line. Go templates with the CodeShip variables work. `KEY` alone uses the value of the environment variable. If a value has several lines, put `KEY=value` in double quotes and double the quotes inside.',
    },
    'encrypted-args-file': {
      description:
        'Files with build arguments that CodeShip encrypted, one path per line. They are decrypted with `aes-key`. Their values are visible in the history of the image; `secrets` are not.',
    },
    'encrypted-args': {
      description:
        'Encrypted build arguments from the YAML file itself, one ciphertext per line. They are decrypted with `aes-key`.',
    },
    'aes-key': {
      description: 'CodeShip key (32 bytes, base64) that decrypts encrypted files.',
      secret: true,
    },
    target: { description: 'Stage of the Dockerfile to stop at. Without it, the last one.' },
    labels: {
      description:
        'Labels, one `key=value` per line. If a value has several lines, put `key=value` in double quotes.',
    },
    'oci-labels': {
      description:
        'Whether to add the usual `org.opencontainers.image` labels: `title`, `description`, `url`, `source`, `revision`, `licenses`, from the event. `labels` and labels in the Dockerfile take precedence. With them, the same content gives a different image for each commit.',
      default: 'true',
      boolean: true,
    },
    platforms: {
      description:
        'Platforms, separated by commas. Several platforms need a buildx builder. The image is then not in the engine, unless the engine uses the containerd image store; `push` finds it either way.',
    },
    secrets: {
      description:
        'BuildKit secrets, one `id=value` per line. If a value has several lines, put `id=value` in double quotes.',
      secret: true,
    },
    ssh: { description: 'SSH agents or keys for BuildKit, one `id[=path]` per line.' },
    pull: {
      description: 'Whether to pull newer versions of base images.',
      default: 'false',
      boolean: true,
    },
    'no-cache': {
      description:
        'Whether to run every step of the Dockerfile again. `cache` is then written, but not read.',
      default: 'false',
      boolean: true,
    },
    'build-contexts': {
      description:
        'More build contexts, one `name=source` per line, as for docker/build-push-action: a folder of the checkout, `docker-image://IMAGE` or a URL. Needs BuildKit.',
    },
    'add-hosts': {
      description: 'Entries for `/etc/hosts` during the build, one `name:address` per line.',
    },
    network: {
      description:
        'Network of `RUN` steps: `default`, `none` or `host`. Without it, the network of the builder.',
    },
    'shm-size': { description: 'Size of `/dev/shm` during the build, such as `2g`.' },
    ulimit: { description: 'Ulimits during the build, one `name=soft[:hard]` per line.' },
    cache: {
      description:
        'Where to keep the cache: a repository in a registry, with a tag for each scope and branch; `registry`, the repository of the image itself, with tags that begin with `cache-`; `inline`, in the image; or `gha`, in the GitHub cache. Without it, there is no cache.',
    },
    'cache-scope': {
      description:
        'Name of the cache, if several images share one repository. Without it, the image name.',
    },
    'cache-branch': {
      description:
        "Branch whose cache is used if a branch has none, as CodeShip's `default_cache_branch`. Without it, the default branch of the repository.",
    },
    compose: {
      description:
        'Whether later steps need `docker compose`. If the machine does not have it, a pinned version is installed, after its digest is checked.',
      default: 'false',
      boolean: true,
    },
  },
  foreign: {
    tags: 'write repositories under `image_name`, and tags under `image_tag`.',
    file: 'write `dockerfile`; its path is relative to `context`.',
    push: 'push with the action `push`, in a step after the tests.',
    load: 'the image is always loaded into the engine.',
    'cache-from': 'write `cache: gha`, `registry` or a repository; the cache is read and written.',
    'cache-to': 'write `cache: gha`, `registry` or a repository; the cache is read and written.',
    'add-host': 'write `add-hosts`.',
  },
  outputs: {
    image: { description: 'The first reference of the built image.' },
    'image-id': { description: 'ID of the built image; empty for several platforms.' },
    digest: {
      description:
        'Digest of the manifest, if the builder returns one. The digest in a registry is an output of `push`.',
    },
    metadata: { description: 'Metadata of the build: JSON, as written by buildx.' },
  },
  beforeProgram: {
    // The runner gives these values to the JavaScript of an action and to no `run` step.
    steps: [
      '- id: runtime',
      "  if: inputs.cache == 'gha'",
      '  continue-on-error: true',
      `  uses: actions/github-script@${githubScript.commit} # ${githubScript.version}`,
      '  with:',
      '    script: |',
      "      for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL', 'ACTIONS_CACHE_SERVICE_V2']) {",
      "        const value = process.env[name] || ''",
      "        if (name === 'ACTIONS_RUNTIME_TOKEN' && value) core.setSecret(value)",
      '        core.setOutput(name, value)',
      '      }',
    ],
    env: {
      ACTIONS_RUNTIME_TOKEN: '${{ steps.runtime.outputs.ACTIONS_RUNTIME_TOKEN }}',
      ACTIONS_RESULTS_URL: '${{ steps.runtime.outputs.ACTIONS_RESULTS_URL }}',
      ACTIONS_CACHE_URL: '${{ steps.runtime.outputs.ACTIONS_CACHE_URL }}',
      ACTIONS_CACHE_SERVICE_V2: '${{ steps.runtime.outputs.ACTIONS_CACHE_SERVICE_V2 }}',
    },
  },
} as const satisfies ActionInterface;
