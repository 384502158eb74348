/** Why a container does not start, in words for the user. */

import type { Failure } from '../../ground/failure.ts';
import type { LocalImage } from './local-image.ts';

const rows: readonly {
  readonly match: RegExp;
  readonly message: (image: string, platform: string) => string;
  readonly remedy: string;
}[] = [
  {
    match: /exec format error/i,
    message: (image, platform) =>
      `${image} is an image for ${platform}, which this machine does not run.`,
    remedy:
      'Use a runner of that platform, say another `platform`, or put docker/setup-qemu-action before this step.',
  },
  {
    match: /does not match the specified platform/i,
    message: (image, platform) => `${image} is here for ${platform} alone.`,
    remedy: 'Say `pull: true` to get it for another `platform`, or leave `platform` out.',
  },
  {
    match: /network \S+ not found/i,
    message: () => 'A network that `options` names does not exist.',
    remedy: 'Create it in a step before: `docker network create NAME`.',
  },
  {
    match: /"sh": executable file not found|exec: "sh"|stat \/bin\/sh: no such file/i,
    message: (image) =>
      `${image} has no shell: there is no \`sh\` on its PATH, and steps need one.`,
    remedy:
      'Boot an image with a shell, such as the one that this image is built from, and use this one in `docker run` or as a service.',
  },
  {
    match: /unknown flag|invalid argument|flag needs an argument|unknown shorthand/i,
    message: () => 'Docker does not know an option of `options`.',
    remedy: 'Old options may be gone: https://docs.docker.com/reference/cli/docker/container/run/.',
  },
  {
    match: /port is already allocated|address already in use/i,
    message: () => 'A port that `options` publishes is taken on this machine.',
    remedy: 'Another container or service has it; on a kept machine perhaps one of another job.',
  },
  {
    match: /no space left on device/i,
    message: () => 'The disk is full.',
    remedy: 'Remove what the job does not need (`docker system df` shows what takes room).',
  },
  {
    match: /is already in use by container/i,
    message: () => 'The name that `options` gives to the container is taken.',
    remedy: 'Leave `--name` out: SHIPPABLE_CONTAINER_NAME tells a name of its own for each job.',
  },
];

export function startFailure(
  reason: string,
  imageText: string,
  { os, architecture }: LocalImage,
): Failure {
  const row = rows.find(({ match }) => match.test(reason));
  return row === undefined
    ? { message: `The container of ${imageText} did not start.\n${reason}` }
    : {
        message: `${row.message(imageText, `${os}/${architecture}`)}\n${reason}`,
        remedy: row.remedy,
      };
}

/** Whether the reason is one that fewer rights would not change. */
export function isExplained(reason: string): boolean {
  return rows.some(({ match }) => match.test(reason));
}
