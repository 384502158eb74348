/** A docker client for images that have none: the machine's own, with what it needs to run in any image. */

import fs from 'node:fs';
import path from 'node:path';
import type { Host } from '../../host/host.ts';
import { insideFolders } from './container-scripts.ts';
import { interpreterOf } from './elf.ts';
import type { ContainerMount, MountSource, ToEngine } from './job-container.ts';

export type LentClient = {
  readonly mounts: readonly ContainerMount[];
  readonly hasPlugins: boolean;
};

/** What becomes of files in the container: where they are mounted, by their path there. */
type Mounts = ReadonlyMap<string, MountSource>;

const pluginNames = ['docker-buildx', 'docker-compose'];

/**
 * Makes the client and its plugins ready below `folder`. A program that is linked to libraries takes them along, with
 * its loader, because an image may have older ones or none of that kind. Undefined where the machine's `docker` is no
 * program to lend.
 */
export async function lendClient(
  host: Host,
  folder: string,
  toEngine: ToEngine,
): Promise<LentClient | undefined> {
  const program = programOnPath('docker', host.env['PATH'] ?? '');
  if (program === undefined) return undefined;
  const lender = { host, folder, toEngine };
  const client = await lend(lender, program, `${insideFolders.client}/docker`);
  if (client === undefined) return undefined;
  const plugins: Mounts[] = [];
  for (const [name, file] of pluginPrograms(host.env)) {
    // A copy of each would cost more than it is worth.
    if (toEngine(file)?.kind !== 'bind') continue;
    const plugin = await lend(lender, file, `${insideFolders.plugins}/${name}`);
    if (plugin !== undefined) plugins.push(plugin);
  }
  return {
    // Libraries that several need are one mount.
    mounts: [...new Map([client, ...plugins].flatMap((mounts) => [...mounts]))].map(
      ([target, source]) => ({ source, target, readOnly: true }),
    ),
    hasPlugins: plugins.length > 0,
  };
}

type Lender = { readonly host: Host; readonly folder: string; readonly toEngine: ToEngine };

async function lend(lender: Lender, program: string, target: string): Promise<Mounts | undefined> {
  const interpreter = interpreterOf(program);
  if (interpreter === undefined) return undefined;
  const name = path.basename(target);
  const mounts = new Map<string, MountSource | undefined>();
  if (interpreter === 'none') mounts.set(target, shared(lender, program, name));
  else {
    const needed = await librariesOf(lender.host, program);
    if (needed === undefined) return undefined;
    const { libraries } = insideFolders;
    for (const file of [interpreter, ...needed]) {
      const library = path.basename(file);
      mounts.set(`${libraries}/${library}`, shared(lender, fs.realpathSync(file), library));
    }
    const real = `${libraries}/programs/${name}`;
    mounts.set(real, shared(lender, program, `${name}.program`));
    const loader = `${libraries}/${path.basename(interpreter)}`;
    const wrapper = path.join(lender.folder, `${name}.sh`);
    lender.host.files.write(
      wrapper,
      `#!/bin/sh\nexec ${loader} --library-path ${libraries} ${real} "$@"\n`,
      0o755,
    );
    mounts.set(target, lender.toEngine(wrapper));
  }
  const known = [...mounts].flatMap(([inside, source]) =>
    source === undefined ? [] : [[inside, source] as const],
  );
  return known.length < mounts.size ? undefined : new Map(known);
}

/** The file itself where the engine can see it, else a copy in our folder. */
function shared({ folder, toEngine }: Lender, file: string, name: string): MountSource | undefined {
  const direct = toEngine(file);
  if (direct?.kind === 'bind') return direct;
  const copy = path.join(folder, name);
  fs.copyFileSync(file, copy);
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

/** The plugins' files, by the folders in which the client looks: the first one found wins. */
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
    return file === undefined ? [] : [[name, fs.realpathSync(file)] as const];
  });
}

/** Paths of the libraries of a program, without its loader; undefined where they can't be told. */
async function librariesOf(host: Host, program: string): Promise<readonly string[] | undefined> {
  const listed = await host.exec('ldd', [program]);
  if (listed.kind === 'not-found' || listed.exitCode !== 0) return undefined;
  return [...listed.stdout.matchAll(/=> (\/\S+)/g)].flatMap(([, file]) => file ?? []);
}
