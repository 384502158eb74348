// V8's compile cache for the command: what the first start compiled, the next ones read from a folder of the user's own.
// Who can write there can have any code run, so the folder and all above it must belong to the user, or to root, alone.

import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { v8 } from './builtin-module.ts';

/** What the choice of the folder depends on. */
export type CompileCacheOutside = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Undefined on Windows, where nothing tells whose a folder is. */
  readonly uid: number | undefined;
  /** Node's own, from 22.1 on. */
  readonly enable: ((folder: string) => unknown) | undefined;
};

/** Since Node 22.1, of which the types here know nothing yet. */
const nodesOwn = module as {
  readonly enableCompileCache?: (folder: string) => { readonly status: number };
  readonly constants?: { readonly compileCacheStatus: { readonly ENABLED: number } };
};

function enableWhole(folder: string): void {
  const status = nodesOwn.enableCompileCache?.(folder).status;
  // Node keeps what is compiled when a file has been loaded, and V8 leaves most functions for their first call. A second
  // convert takes 91 ms so, and 75 with all of them in the cache; the first, which compiles them, 3 ms more.
  if (status === nodesOwn.constants?.compileCacheStatus.ENABLED)
    v8().setFlagsFromString('--no-lazy');
}

const here = (): CompileCacheOutside => ({
  env: process.env,
  platform: process.platform,
  uid: process.getuid?.(),
  enable: nodesOwn.enableCompileCache === undefined ? undefined : enableWhole,
});

/**
 * Has what is loaded from now on come from the cache, and be kept there. Nothing happens where Node has no such cache, where
 * the user turned it off or chose a folder for all programs, on GitHub's machines, which have no second start, and where
 * the folder cannot be made or trusted. Returns the folder that is used.
 */
export function useCompileCache(outside: CompileCacheOutside = here()): string | undefined {
  const { env, uid, enable } = outside;
  if (enable === undefined || uid === undefined) return undefined;
  if (env['NODE_DISABLE_COMPILE_CACHE'] || env['NODE_COMPILE_CACHE'] || env['GITHUB_ACTIONS'])
    return undefined;
  const folder = cacheFolder(outside);
  if (folder === undefined) return undefined;
  try {
    // Before anything is made: root leaves nothing in the home of the user who called it by `sudo`.
    if (!isClosed(fs.realpathSync(whatExists(folder)), uid)) return undefined;
    make(folder);
    const real = fs.realpathSync(folder);
    if (!isClosed(real, uid) || fs.statSync(real).uid !== uid) return undefined;
    enable(real);
    return real;
  } catch {
    // A disk that is full or only read, a home that is not there.
    return undefined;
  }
}

/** Where each system has its users' caches. Undefined for a user without a home. */
function cacheFolder({ env, platform }: CompileCacheOutside): string | undefined {
  const chosen = env['XDG_CACHE_HOME'];
  const home = env['HOME'];
  const caches =
    chosen !== undefined && path.isAbsolute(chosen)
      ? chosen
      : home !== undefined && path.isAbsolute(home) && fs.existsSync(home)
        ? path.join(home, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']))
        : undefined;
  return caches === undefined ? undefined : path.join(caches, 'transship', 'compiled');
}

/** One folder at a time: where none can be made, as in /proc, Node's own way to make several never ends. */
function make(folder: string): void {
  if (fs.existsSync(folder)) return;
  make(path.dirname(folder));
  fs.mkdirSync(folder, { mode: 0o700 });
}

const whatExists = (folder: string): string =>
  fs.existsSync(folder) ? folder : whatExists(path.dirname(folder));

/** Whether nobody else but root can write in a folder or put another one in its place. `real` has no links in it. */
function isClosed(real: string, uid: number): boolean {
  for (let at = real; ; at = path.dirname(at)) {
    const { uid: owner, mode } = fs.lstatSync(at);
    if (owner !== uid && owner !== 0) return false;
    // In a folder such as /tmp everybody can write, and nobody can move what belongs to others.
    const isSticky = (mode & 0o1000) !== 0 && at !== real;
    if ((mode & 0o022) !== 0 && !isSticky) return false;
    if (at === path.dirname(at)) return true;
  }
}
