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
      'Use a runner for that platform, set another `platform`, or put docker/setup-qemu-action before this step.',
  },
  {
    match: /does not match the specified platform/i,
    message: (image, platform) => `${image} on this machine is only for ${platform}.`,
    remedy: 'Set `pull: true` to get it for another platform, or remove `platform`.',
  },
  {
    match: /network \S+ not found/i,
    message: () => 'A network in `options` does not exist.',
    remedy: 'Create it in an earlier step: `docker network create NAME`.',
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
    message: () => 'Docker rejects an option in `options`.',
    remedy:
      'Correct it; old options may have been removed: https://docs.docker.com/reference/cli/docker/container/run/.',
  },
  {
    match: /port is already allocated|address already in use/i,
    message: () => 'A port that `options` publishes is already in use on this machine.',
    remedy:
      'Another container or service uses it; on a self-hosted runner, it may belong to another job.',
  },
  {
    match: /no space left on device/i,
    message: () => 'The disk is full.',
    remedy: 'Remove what the job does not need (`docker system df` shows what uses space).',
  },
  {
    match: /is already in use by container/i,
    message: () => 'The container name in `options` is already in use.',
    remedy: 'Remove `--name`: SHIPPABLE_CONTAINER_NAME contains a unique name for each job.',
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
