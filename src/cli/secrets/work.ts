// What `secrets plan`, `check` and `set` are given.

import type { Io } from '../../ground/io.ts';
import type { Host } from '../../host/host.ts';
import type { CommandLine } from '../program.ts';
import type { PlannedSecret } from './planned.ts';

export type SecretsWork = {
  readonly line: CommandLine;
  readonly io: Io;
  readonly host: Host;
  /** Absolute path of the repository. */
  readonly folder: string;
  readonly plan: readonly PlannedSecret[];
  /** The text of CodeShip's key, where there is one. */
  readonly key?: string;
};
