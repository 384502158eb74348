// What a command is given and gives back. A command never touches the process: it writes through `Io`.

export type ExitCode = 0 | 1 | 2 | 3;

export type Io = {
  /** Text as it is; the caller ends its lines. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Everything that standard input holds. */
  readonly stdin: () => Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder that relative paths start from. */
  readonly folder: string;
  /** Whether each stream may carry colour: a terminal, and neither NO_COLOR nor TERM=dumb. */
  readonly color: { readonly stdout: boolean; readonly stderr: boolean };
};

/** A command line after it was read against the command's row. */
export type CommandLine = {
  readonly arguments: readonly string[];
  /** By the option's name without dashes; a switch that is given is ''. */
  readonly options: Readonly<Record<string, string>>;
};

export type Program = (line: CommandLine, io: Io) => Promise<ExitCode>;

/** A wrong command line that only the program could see. */
export function wrongUsage(io: Io, message: string, help?: string): ExitCode {
  io.stderr(`transship: ${message}\n${help === undefined ? '' : `  = help: ${help}\n`}`);
  return 2;
}
