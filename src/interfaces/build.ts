import type { ActionInterface } from './action-interface.ts';
import { pins } from './pins.ts';

const githubScript = pins['actions/github-script'];

export const buildInterface = {
  name: 'build',
  title: 'transship build',
  icon: 'package',
  description:
    'Build an image as `docker build` or a CodeShip service did, with a cache that survives jobs.',
  inputs: {
    image_name: {
      description:
        'Names of the image, one per line. Without it, the image has no name and only `image-id` tells it.',
    },
    image_tag: {
      description:
        'Tags, one per line; Go templates over the CodeShip variables. Characters that a tag cannot have are removed.',
      default: 'latest',
    },
    context: {
      description: 'Build context, a folder, by its path from the root of the checkout.',
      default: '.',
    },
    dockerfile: {
      description: 'Dockerfile, relative to the context, as in CodeShip.',
      default: 'Dockerfile',
    },
    'build-args': {
      description:
        'Build arguments, one `KEY=value` per line; Go templates over the CodeShip variables. `KEY` alone takes the value of the environment variable. One whose value has several lines goes in double quotes together with its name, inner quotes doubled.',
    },
    'encrypted-args-file': {
      description:
        'Files of build arguments that CodeShip encrypted, one path per line, opened with `aes-key`. Their values are visible in the history of the image; `secrets` are not.',
    },
    'encrypted-args': {
      description:
        'Encrypted build arguments that stood in the yml itself, one ciphertext per line, opened with `aes-key`.',
    },
    'aes-key': {
      description: 'CodeShip key (base64 of 32 bytes) that opens encrypted files.',
      secret: true,
    },
    target: { description: 'Stage of the Dockerfile to stop at. Without it, the last one.' },
    labels: {
      description:
        'Labels, one `key=value` per line; one of several lines goes in double quotes together with its key.',
    },
    'oci-labels': {
      description:
        'Whether the image gets the customary `org.opencontainers.image` labels: `title`, `description`, `url`, `source`, `revision`, `licenses`, from the event. `labels` and what the Dockerfile names win. The same content of another commit is another image then.',
      default: 'true',
      boolean: true,
    },
    platforms: {
      description:
        'Platforms, separated by commas. Several need a builder of buildx; the image is then not in the engine, unless that has the containerd image store, and `push` finds it all the same.',
    },
    secrets: {
      description:
        'BuildKit secrets, one `id=value` per line; a value of several lines in double quotes together with its id.',
      secret: true,
    },
    ssh: { description: 'SSH agents or keys for BuildKit, one `id[=path]` per line.' },
    pull: {
      description: 'Whether to look for newer base images.',
      default: 'false',
      boolean: true,
    },
    'no-cache': {
      description:
        'Whether every step of the Dockerfile runs anew; a `cache` is then only written.',
      default: 'false',
      boolean: true,
    },
    'build-contexts': {
      description:
        'Further build contexts, one `name=place` per line, as docker/build-push-action takes them: a folder of the checkout, `docker-image://IMAGE` or an address. Needs BuildKit.',
    },
    'add-hosts': {
      description: 'Lines for `/etc/hosts` while it is built, one `name:address` per line.',
    },
    network: {
      description:
        'Network of `RUN` steps: `default`, `none` or `host`. Without it, that of the builder.',
    },
    'shm-size': { description: 'Size of `/dev/shm` while it is built, such as `2g`.' },
    ulimit: { description: 'Limits while it is built, one `name=soft[:hard]` per line.' },
    cache: {
      description:
        'Where the cache lives: a repository of a registry, which gets a tag for each scope and branch; `registry`, the repository of the image itself, with tags that begin with `cache-`; `inline`, in the image; `gha`, the cache of GitHub; or empty for none.',
    },
    'cache-scope': {
      description:
        'Name of the cache, for several images in one repository. Without it, the image name.',
    },
    'cache-branch': {
      description:
        "Branch whose cache serves a branch without one, CodeShip `default_cache_branch`. Without it, the repository's default branch.",
    },
    compose: {
      description:
        'Whether later steps need `docker compose`: a machine that lacks it gets a pinned version whose digest is checked.',
      default: 'false',
      boolean: true,
    },
  },
  foreign: {
    tags: 'write repositories under `image_name`, and tags under `image_tag`.',
    file: 'write `dockerfile`; its path starts at `context`.',
    push: 'push with a step of the action `push`, once the image is tested.',
    load: 'the image is always in the engine afterwards.',
    'cache-from': 'write `cache: gha`, `registry` or a repository; it is read and written.',
    'cache-to': 'write `cache: gha`, `registry` or a repository; it is read and written.',
    'add-host': 'write `add-hosts`.',
  },
  outputs: {
    image: { description: 'The first reference of the built image.' },
    'image-id': { description: 'Id of the built image; empty for several platforms.' },
    digest: {
      description:
        'Digest of the manifest, where the builder gives one. The digest at a registry is an output of `push`.',
    },
    metadata: { description: 'Metadata of the build, JSON, as buildx writes it.' },
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
