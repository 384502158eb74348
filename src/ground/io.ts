// The streams of the command line, as a command is given them.

export type Io = {
  /** Text as it is; the caller ends its lines. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Everything that standard input holds. */
  readonly stdin: () => Uint8Array;
  /** The next line of standard input, without its end; undefined behind the last. */
  readonly readLine: () => string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder that relative paths start from. */
  readonly folder: string;
  /** Whether each stream may carry colour: a terminal, and neither NO_COLOR nor TERM=dumb. */
  readonly color: { readonly stdout: boolean; readonly stderr: boolean };
};
