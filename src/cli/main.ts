// The command `transship`: reads the command line, runs one command, and turns what no command
// expected into one line and exit code 3.

import type { Io } from '../ground/io.ts';
import { parseArguments } from './arguments.ts';
import { commands } from './commands.ts';
import type { ExitCode } from './program.ts';

export async function main(
  given: readonly string[],
  io: Io,
  version: () => string,
): Promise<number> {
  try {
    const parsed = await parseArguments(given, commands);
    switch (parsed.kind) {
      case 'run':
        return await parsed.command.program(parsed.line, colored(io, parsed.line.options['color']));
      case 'version':
        io.stdout(`${version()}\n`);
        return 0;
      case 'help': {
        const { commandHelp, generalHelp } = await import(/* webpackMode: "eager" */ './help.ts');
        io.stdout(
          parsed.command === undefined ? generalHelp(commands) : await commandHelp(parsed.command),
        );
        return given.length === 0 ? 2 : 0;
      }
      case 'wrong':
        io.stderr(`transship: ${parsed.message}\n`);
        if (parsed.help !== undefined) io.stderr(`  = help: ${parsed.help}\n`);
        return 2;
      default:
        return parsed satisfies never;
    }
  } catch (error) {
    return reportBug(error, io, version());
  }
}

function colored(io: Io, when = 'auto'): Io {
  if (when === 'auto') return io;
  const on = when === 'always';
  return { ...io, color: { stdout: on, stderr: on } };
}

/** One line; the stack only where TRANSSHIP_DEBUG asks for it, because it names folders of the machine. */
function reportBug(error: unknown, io: Io, version: string): ExitCode {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  io.stderr(
    `transship: a bug of transship ${version}, please report it: ${text.replace(/\s+/g, ' ')}\n`,
  );
  if (io.env['TRANSSHIP_DEBUG'] && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
  return 3;
}
