/** What the steps of one container share. */

import type { BootedContainer, HoldOrder } from './booted-container.ts';
import type { InsideResult } from './container-exec.ts';
import type { Variables } from './step-environment.ts';

/** What steps leave to those after them, and which of them run. */
export type StepsState = {
  readonly order: HoldOrder;
  readonly booted: BootedContainer;
  /** Brings the container's DOCKER_CONFIG up to date for a step with these variables. */
  readonly bringCredentials: (step: Variables) => void;
  /** Running steps, by the process id of their `boot`. */
  readonly running: Map<number, RunningStep>;
  /** Why the container ended, once it has. */
  readonly ended: () => Promise<string>;
  readonly pathAdded: string[];
  inside: Variables;
};

/** Runs one of our scripts as root inside; its first argument is the step's folder. */
export type AsRoot = (script: string, ...args: readonly string[]) => Promise<InsideResult>;

export type RunningStep = { readonly signal: (name: string) => void };
