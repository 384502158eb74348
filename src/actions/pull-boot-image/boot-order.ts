/** What is to be booted, and how. */

import type { EngineAddress } from '../../docker/engine-api.ts';
import type { LentClient } from './docker-client.ts';
import type { ToEngine } from './job-container.ts';
import type { LocalImage } from './local-image.ts';
import type { ProcessMark } from './processes.ts';
import type { Pair } from './run-options.ts';

export type BootOrder = {
  readonly engine: EngineAddress;
  /** For DOCKER_HOST of the client. */
  readonly engineUrl: string;
  readonly image: LocalImage;
  /** The name by which the engine has it. */
  readonly imageName: string;
  /** What the user calls it. */
  readonly imageText: string;
  readonly name: string;
  readonly platform: string;
  /** Options for `docker create`; undefined: Shippable's defaults, as far as the engine allows them. */
  readonly options: readonly string[] | undefined;
  readonly user: string | undefined;
  readonly env: readonly Pair[];
  readonly workspace: string;
  readonly toEngine: ToEngine;
  readonly client: LentClient | undefined;
  readonly worker: ProcessMark;
  /** Our folder, made by `makeFolders`. */
  readonly folder: string;
};

/** The user that steps run as; empty: root, too. */
export function userOf({ user, image }: BootOrder): string {
  const own = image.config['User'];
  return user ?? (typeof own === 'string' ? own : '');
}

/** Whether that is root without asking the container. */
export const isRoots = (order: BootOrder): boolean =>
  ['', '0', 'root', '0:0', 'root:root'].includes(userOf(order));
