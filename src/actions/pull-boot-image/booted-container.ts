/** What the program that boots tells the process that holds the container, over its standard input. */

import type { EngineAddress } from '../../docker/engine-api.ts';
import type { Placed } from './container-scripts.ts';
import type { ProcessMark } from './processes.ts';
import type { SharedFolder, Variables } from './step-environment.ts';

/** First line: enough to hold the container before it starts. */
export type HoldOrder = {
  /** Our folder on the host, of mode 0700, below RUNNER_TEMP. */
  readonly folder: string;
  readonly engine: EngineAddress;
  /** The container's id. */
  readonly container: string;
  /** The job's process: the container ends with it. */
  readonly worker: ProcessMark;
  /** Whether the holder has the connection to the container's first process already, as `attachedDescriptor`. */
  readonly isAttached: boolean;
  /** The first process is to say what the container is, for this workspace: it is root's. */
  readonly inspects?: string;
};

/** Second line, once it runs. Kept in memory only: `env` may hold secrets. */
export type BootedContainer = {
  /** As a person knows it, for messages. */
  readonly image: string;
  readonly imageConfig: Readonly<Record<string, unknown>>;
  readonly workspace: string;
  /** For `exec`; without it, the image's own. */
  readonly user?: string;
  /** `uid:gid` of that user, and of the workspace's owner as the container sees it, where they differ. */
  readonly owners?: { readonly inside: string; readonly outside: string };
  readonly hasBash: boolean;
  /** Whether the container's user is root, so that one command can do everything. */
  readonly isRoot: boolean;
  readonly container: Variables;
  readonly listed: readonly string[];
  readonly worker: Variables;
  /** Folders of the host that have another name inside, our own for RUNNER_TEMP among them. */
  readonly folders: readonly SharedFolder[];
  /** PATH of the image, or the one that `env` gives. */
  readonly path: string;
  readonly placed: Placed;
  /** Our docker client: on PATH before the image's own, or after everything. */
  readonly client?: { readonly first: boolean; readonly hasPlugins: boolean };
  /** Whether `/var/run/docker.sock` leads to the engine; without it, DOCKER_HOST does. */
  readonly hasSocket: boolean;
};
