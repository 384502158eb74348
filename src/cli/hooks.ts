// The module that `--hooks` names. It is the user's own program, and runs with the user's rights: nothing but the command
// line, or an input of the root action, ever names one.

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hooks } from '../convert/hooks.d.ts';
import type { Io } from '../ground/io.ts';
import type { OptionRow } from './command-row.ts';
import type { CommandLine } from './program.ts';

/** The same of every command that converts. */
export const hooksOption: OptionRow = {
  name: 'hooks',
  value: 'FILE',
  summary:
    'Your own module that replaces what whole constructs are converted to; it runs on your machine',
};

export type LoadedHooks = {
  readonly module: Hooks;
  /** As heads of workflows name it. */
  readonly name: string;
};

/**
 * @param file absolute path
 * @param folder absolute path of what is converted
 * @returns why the module cannot be used, in words, where it cannot
 */
export async function loadHooks(file: string, folder: string): Promise<LoadedHooks | string> {
  const ending = path.extname(file);
  if (ending !== '.mjs' && ending !== '.ts' && ending !== '.mts') {
    return 'a module of hooks ends in .mjs, or in .ts where Node.js strips types';
  }
  if (ending !== '.mjs' && !stripsTypes()) {
    return `Node.js ${process.versions.node} does not strip types: use Node.js 22.18 or newer, or write the hooks as .mjs`;
  }
  if (!fs.existsSync(file)) return 'there is no such file';
  let loaded: { readonly default?: unknown };
  try {
    loaded = await import(/* webpackIgnore: true */ /* @vite-ignore */ pathToFileURL(file).href);
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return `it cannot be loaded: ${said.replace(/\s+/g, ' ')}`;
  }
  if (!isHooks(loaded.default)) {
    return 'its default export is not `{ constructs: [{ key, translate }] }`, as `transship/hooks` describes it';
  }
  return { module: loaded.default, name: shownName(file, folder) };
}

const stripsTypes = (): boolean =>
  Boolean((process.features as { readonly typescript?: unknown }).typescript);

function isHooks(value: unknown): value is Hooks {
  const { constructs } = (value ?? {}) as { readonly constructs?: unknown };
  return (
    Array.isArray(constructs) &&
    constructs.every(
      (hook) =>
        typeof hook?.key === 'string' &&
        hook.key !== '' &&
        (hook.file === undefined || typeof hook.file === 'string') &&
        typeof hook.translate === 'function',
    )
  );
}

/** Below the folder as a path, elsewhere by its last part; one word in any case. */
function shownName(file: string, folder: string): string {
  const below = path.relative(folder, file).replaceAll(path.sep, '/');
  const name = below.startsWith('..') || path.isAbsolute(below) ? path.basename(file) : below;
  return name.replace(/[^\w./-]+/g, '-');
}

/** The hooks that a command line names, or what is wrong with it. */
export async function hooksOf(
  { options: { hooks: file } }: CommandLine,
  folder: string,
  io: Io,
): Promise<LoadedHooks | string | undefined> {
  if (file === undefined) return undefined;
  const loaded = await loadHooks(path.resolve(io.folder, file), folder);
  return typeof loaded === 'string' ? `\`--hooks ${file}\`: ${loaded}` : loaded;
}
