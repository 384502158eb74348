import type { ActionInterface } from './action-interface.ts';

export const pullBootImageInterface = {
  name: 'pull-boot-image',
  title: 'transship pull-boot-image',
  icon: 'download-cloud',
  description:
    'Pull and boot an image as `build.pre_ci_boot` of shippable.yml did; later steps with `shell: boot {0}` run inside it.',
  inputs: {
    image_name: {
      description:
        'Image to boot, with its registry. `$NAME` is replaced with the value of the environment variable. A tag or digest in it is used if `image_tag` is not set.',
      required: true,
    },
    image_tag: { description: 'Tag, or digest that begins with `sha256:`.', default: 'latest' },
    pull: {
      description:
        'Whether to pull the image first. Set it to `false` to use an image that an earlier step built.',
      default: 'true',
      boolean: true,
    },
    env: {
      description:
        'Environment variables for the steps in the container: `A=1 B="two words"`, or one pair per line. `$NAME` is replaced with the value of the environment variable. A name alone passes on the value that the step has.',
    },
    options: {
      description:
        'Options for `docker run`, split as a shell splits them; `$NAME` is replaced. They replace the defaults `--privileged=true --net=bridge`.',
    },
    mirrors: {
      description:
        'Mirrors to try before the registry itself, one per line: `mirror.example` for Docker Hub, `REGISTRY=mirror.example/path` for another registry.',
    },
    platform: {
      description:
        'Platform to pull and run, such as `linux/arm64`. Without it, the platform of the engine.',
    },
  },
  outputs: {
    container: { description: 'Name of the container, which is also in SHIPPABLE_CONTAINER_NAME.' },
    image: { description: 'The reference that was booted.' },
    digest: {
      description:
        'Digest of the image in its registry; empty if the image was built on this machine.',
    },
  },
} as const satisfies ActionInterface;
