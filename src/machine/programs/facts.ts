// What a machine has: as tables, so that commands can be held against them.

/** One part of a machine, as its vendor lists it. */
export type Software = {
  readonly name: string;
  readonly version: string;
  /** What it puts on PATH, separated by blanks. */
  readonly programs: string;
  /** The service that is installed but neither started nor enabled. */
  readonly stopped?: string;
  /** It stands in the list of apt packages. */
  readonly apt?: true;
};

export type Machine = {
  readonly title: string;
  readonly user: 'root' | 'runner';
  readonly hasSudo: boolean;
  /** Programs on PATH. Undefined for an image that nobody but its owner knows. */
  readonly programs: ReadonlySet<string> | undefined;
  /** Services that are installed but stopped, by the name for `service` and `systemctl`. */
  readonly stopped: ReadonlySet<string>;
  /** Where the facts come from. */
  readonly source: string;
};

export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
