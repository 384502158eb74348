// What a row of the command line says: a command, an option of one.

import type { Program } from './program.ts';

export type OptionRow = {
  readonly name: string;
  /** What the value is, in capitals; a switch takes none. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly many?: true;
  /** A sentence without its full stop. */
  readonly summary: string;
};

export type CommandRow = {
  readonly name: string;
  /** The arguments as the usage line shows them. */
  readonly usage: string;
  readonly least: number;
  readonly most: number;
  /** A full sentence. */
  readonly summary: string;
  /** What exit codes mean here, where it is not what they mean everywhere. */
  readonly exits?: Readonly<Partial<Record<0 | 1 | 2 | 3, string>>>;
  /** Whole command lines. */
  readonly examples?: readonly string[];
  /** Loaded when the command is named, so that no command pays for another. */
  readonly load: () => Promise<Command>;
};

export type Command = { readonly options: readonly OptionRow[]; readonly program: Program };
