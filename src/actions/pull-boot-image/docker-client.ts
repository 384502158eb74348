/** A docker client for images that have none: the machine's own, with what it needs to run in any image. */

import fs from 'node:fs';
import path from 'node:path';
import type { Host } from '../../host/host.ts';
import { insideFolders } from './container-scripts.ts';
import { type MountSource, mountOption, type ToEngine } from './job-container.ts';

export type LentClient = {
  /** Values of `docker create --mount`. */
  readonly mounts: readonly string[];
  readonly hasPlugins: boolean;
};

const pluginNames = ['docker-buildx', 'docker-compose'];

/**
 * Makes the client ready below `folder`. A client that is linked to libraries takes them along, with the loader, because
 * an image may have older ones or none of that kind. Undefined where the machine's `docker` is no program to lend.
 */
export async function lendClient(
  host: Host,
  folder: string,
  toEngine: ToEngine,
): Promise<LentClient | undefined> {
  const program = programOnPath('docker', host.env['PATH'] ?? '');
  if (program === undefined) return undefined;
  const interpreter = interpreterOf(program);
  if (interpreter === undefined) return undefined;
  const mounts = new Map<string, MountSource | undefined>();
  if (interpreter === 'none') {
    mounts.set(`${insideFolders.client}/docker`, lent(program, folder, toEngine));
  } else {
    const libraries = path.join(folder, 'lib');
    const programs = path.join(folder, 'bin');
    fs.mkdirSync(libraries, { recursive: true });
    fs.mkdirSync(programs, { recursive: true });
    const needed = await librariesOf(host, program);
    if (needed === undefined) return undefined;
    for (const file of [program, interpreter, ...needed]) {
      fs.copyFileSync(file, path.join(libraries, path.basename(file)));
    }
    const loader = `${insideFolders.libraries}/${path.basename(interpreter)}`;
    const wrapper = `#!/bin/sh\nexec ${loader} --library-path ${insideFolders.libraries} ${insideFolders.libraries}/${path.basename(program)} "$@"\n`;
    fs.writeFileSync(path.join(programs, 'docker'), wrapper, { mode: 0o755 });
    mounts.set(insideFolders.libraries, toEngine(libraries));
    mounts.set(insideFolders.client, toEngine(programs));
  }
  if ([...mounts.values()].includes(undefined)) return undefined;
  const plugins = pluginPrograms(host.env).flatMap(([name, file]) => {
    const source = toEngine(file);
    return source?.kind === 'bind' ? [[`${insideFolders.plugins}/${name}`, source] as const] : [];
  });
  const all = [...mounts, ...plugins];
  return {
    mounts: all.flatMap(([target, source]) =>
      source === undefined ? [] : [mountOption(source, target, true)],
    ),
    hasPlugins: plugins.length > 0,
  };
}

/** The file itself where the engine can see it, else a copy. */
function lent(program: string, folder: string, toEngine: ToEngine): MountSource | undefined {
  const direct = toEngine(program);
  if (direct?.kind === 'bind') return direct;
  const copy = path.join(folder, 'docker');
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(program, copy);
  fs.chmodSync(copy, 0o755);
  return toEngine(copy);
}

function programOnPath(name: string, searchPath: string): string | undefined {
  for (const folder of searchPath.split(':')) {
    const file = path.join(folder, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      if (fs.statSync(file).isFile()) return fs.realpathSync(file);
    } catch {
      // Not there.
    }
  }
  return undefined;
}

/** Plugins that stand alone, by the folders in which the client looks: the first one found wins. */
function pluginPrograms(env: Host['env']): readonly (readonly [string, string])[] {
  const own = env['DOCKER_CONFIG'] || path.join(env['HOME'] ?? '/', '.docker');
  const folders = [
    path.join(own, 'cli-plugins'),
    '/usr/local/lib/docker/cli-plugins',
    '/usr/local/libexec/docker/cli-plugins',
    '/usr/lib/docker/cli-plugins',
    '/usr/libexec/docker/cli-plugins',
  ];
  return pluginNames.flatMap((name) => {
    const file = folders
      .map((folder) => path.join(folder, name))
      .find((candidate) => fs.existsSync(candidate));
    if (file === undefined) return [];
    const real = fs.realpathSync(file);
    return interpreterOf(real) === 'none' ? [[name, real] as const] : [];
  });
}

/** The loader that an ELF program of 64 bits asks for, `none` where it needs none; undefined for any other file. */
export function interpreterOf(program: string): string | 'none' | undefined {
  const file = fs.openSync(program, 'r');
  try {
    const head = Buffer.alloc(4096);
    const length = fs.readSync(file, head, 0, head.length, 0);
    if (length < 64 || head.toString('latin1', 0, 5) !== '\x7fELF\x02') return undefined;
    const first = Number(head.readBigUInt64LE(32));
    const [rowSize, rows] = [head.readUInt16LE(54), head.readUInt16LE(56)];
    for (let row = first; row < first + rows * rowSize && row + 56 <= length; row += rowSize) {
      const isInterpreter = head.readUInt32LE(row) === 3;
      if (!isInterpreter) continue;
      const name = Buffer.alloc(Number(head.readBigUInt64LE(row + 32)));
      fs.readSync(file, name, 0, name.length, Number(head.readBigUInt64LE(row + 8)));
      return name.toString('utf8').replace(/\0.*$/, '');
    }
    return 'none';
  } finally {
    fs.closeSync(file);
  }
}

/** Paths of the libraries of a program, without its loader. */
async function librariesOf(host: Host, program: string): Promise<readonly string[] | undefined> {
  const listed = await host.exec('ldd', [program]);
  if (listed.kind === 'not-found' || listed.exitCode !== 0) return undefined;
  return [...listed.stdout.matchAll(/=> (\/\S+)/g)].flatMap(([, file]) => file ?? []);
}
