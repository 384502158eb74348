// What a command is given and gives back. A command never touches the process: it writes through `Io`.

import type { Io } from '../ground/io.ts';

export type ExitCode = 0 | 1 | 2 | 3;

/** A command line after it was read against the command's row. */
export type CommandLine = {
  readonly arguments: readonly string[];
  /** By the option's name without dashes; a switch that is given is ''. */
  readonly options: Readonly<Record<string, string>>;
  /** Every value of an option that may be given several times, in their order. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
};

/** The exit code; `run` and `try` give that of what they ran. */
export type Program = (line: CommandLine, io: Io) => Promise<number>;

/** A wrong command line that only the program could see. */
export function wrongUsage(io: Io, message: string, help?: string): ExitCode {
  io.stderr(`transship: ${message}\n${help === undefined ? '' : `  = help: ${help}\n`}`);
  return 2;
}
