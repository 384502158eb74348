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
        'Image to boot, with its registry; `$NAME` is replaced from the environment. A tag or digest in it counts where `image_tag` is the default.',
      required: true,
    },
    image_tag: { description: 'Tag, or a digest that begins with `sha256:`.', default: 'latest' },
    pull: {
      description: 'Whether to pull the image first; `false` takes one that an earlier step built.',
      default: 'true',
      boolean: true,
    },
    env: {
      description:
        'Environment of every step inside: `A=1 B="two words"`, or one pair per line; `$NAME` is replaced from the environment. A name alone passes on the value that the step has.',
    },
    options: {
      description:
        'Raw `docker run` options, split like a shell line; `$NAME` is replaced. Given, they replace the defaults `--privileged=true --net=bridge`.',
    },
    mirrors: {
      description:
        'Mirrors to pull from before the registry itself, one per line: `mirror.example` for Docker Hub, `REGISTRY=mirror.example/path` for another.',
    },
    platform: {
      description:
        'Platform to pull and run, such as `linux/arm64`. Without it, that of the engine.',
    },
  },
  outputs: {
    container: { description: 'Name of the container, also exported as SHIPPABLE_CONTAINER_NAME.' },
    image: { description: 'The reference that was booted.' },
    digest: {
      description: 'Digest of the image in its registry; empty for an image that was built here.',
    },
  },
} as const satisfies ActionInterface;
