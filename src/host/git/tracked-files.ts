// What git says of the files in a folder. Only diagnostics depend on it: a clone, a shallow checkout and a plain folder
// convert to the same files.

import path from 'node:path';
import { childProcess } from '../builtin-module.ts';

/** Whether git has a file, or anything in a folder; undefined where nothing can be said. */
export type IsTracked = (file: string) => boolean | undefined;

/** Long enough for a very large index on a slow disk. */
const timeoutMs = 10_000;

/**
 * Asks git once, when the first question comes. A repository that somebody else made may name programs in its
 * configuration; the one command that is run starts none of them, and needs no network.
 */
export function trackedFiles(root: string): IsTracked {
  let known: { readonly paths: ReadonlySet<string> | undefined } | undefined;
  return (file) => {
    known ??= { paths: list(root) };
    return known.paths?.has(file);
  };
}

/** Paths of files and of the folders above them; undefined without git, outside of a repository, or in an empty one. */
function list(root: string): ReadonlySet<string> | undefined {
  const { status, stdout } = childProcess().spawnSync(
    'git',
    [
      ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
      ...['-c', 'core.untrackedCache=false', '-c', 'submodule.recurse=false'],
      ...['--no-pager', '--literal-pathspecs', '-C', root, 'ls-files', '--cached', '-z'],
    ],
    {
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 64 * 1024 * 1024,
      windowsHide: true,
      encoding: 'utf8',
    },
  );
  if (status !== 0 || stdout === '') return undefined;
  const found = new Set<string>();
  for (const file of stdout.split('\0')) {
    for (let at = file; at !== '' && at !== '.' && !found.has(at); at = path.posix.dirname(at))
      found.add(at);
  }
  return found;
}

/** Without what would point git to another repository, or have it start or write something. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
}
