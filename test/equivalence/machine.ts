// What a case finds on its machine: a registry with accounts and images, images in the engine, programs.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../e2e/setup/command.ts';
import { createDockerConfig } from '../e2e/setup/docker-config.ts';
import { type Registry, startRegistry } from '../e2e/setup/registry.ts';
import type { EquivalenceCase } from './case.ts';

/** Names of the registries in the files of a case; the real ones have another address each time. */
const registryNames = ['registry.equivalence.test', 'second.equivalence.test'] as const;

/** A busybox with bash: what a booted image needs, and small enough to be pushed and pulled. */
const bashImage = 'equivalence.test/bash:1';
const bashDockerfile = `FROM transship.test/debian:12 AS debian
RUN mkdir /out && for file in $(ldd /bin/bash | grep -o '/[^ ]*'); do cp --parents --dereference "$file" /out; done
FROM transship.test/busybox:1
COPY --from=debian /out /
COPY --from=debian /bin/bash /bin/bash
`;

/** Answers on port 80 with the name of its container. */
const serverImage = 'equivalence.test/server:1';
const serverDockerfile = `FROM transship.test/busybox:1
RUN printf '#!/bin/sh\\nhostname\\n' > /answer && chmod +x /answer
STOPSIGNAL SIGKILL
CMD ["nc", "-ll", "-p", "80", "-e", "/answer"]
`;

/** What all cases share. */
export async function prepareMachines(): Promise<void> {
  await buildImage(bashImage, bashDockerfile);
  await buildImage(serverImage, serverDockerfile);
}

export type Machine = {
  /** Text of a case with the real address of the registry. */
  readonly real: (text: string) => string;
  /** Text of a console with the name that the case knows. */
  readonly named: (text: string) => string;
  /** `name:tag` of everything in the registries, sorted; those of the second one begin with `second: `. */
  readonly pushed: () => Promise<readonly string[]>;
  readonly hasImage: (name: string) => Promise<boolean>;
  readonly remove: () => Promise<void>;
};

export async function prepareMachine(of: EquivalenceCase): Promise<Machine> {
  const registries = await openRegistries(of);
  const hosts = registryNames.map(
    (name, index) => [name, registries[index]?.host ?? name] as const,
  );
  const real = (text: string): string =>
    hosts.reduce((result, [name, host]) => result.replaceAll(name, host), text);
  const own = Object.keys(of.images);
  for (const [name, dockerfile] of Object.entries(of.images))
    await buildImage(real(name), real(dockerfile));
  const mentioned = new Set(
    [...own, ...of.events.flatMap(({ expected }) => Object.keys(expected?.images ?? {}))].map(real),
  );
  return {
    real,
    named: (text) => hosts.reduce((result, [name, host]) => result.replaceAll(host, name), text),
    pushed: async () => {
      const lists = await Promise.all(
        registries.map(async (registry, index) =>
          (await tagsOf(registry, firstAccount(of))).map((tag) =>
            index === 0 ? tag : `second: ${tag}`,
          ),
        ),
      );
      return lists.flat().sort();
    },
    hasImage: async (name) =>
      (await run('docker', ['image', 'inspect', real(name)], { check: false })).code === 0,
    remove: async () => {
      const { stdout } = await run('docker', [
        'image',
        'ls',
        '--format',
        '{{.Repository}}:{{.Tag}}',
      ]);
      const left = stdout
        .split('\n')
        .filter(
          (name) =>
            mentioned.has(name) || registries.some(({ host }) => name.startsWith(`${host}/`)),
        );
      // A step may leave a server running, as it may on a machine that ends with its job. It is found by the name that
      // it was started with: by image, another case's container of an equal Dockerfile would be found as well.
      const containers = await run('docker', ['ps', '-a', '--format', '{{.ID}} {{.Image}}']);
      const started = containers.stdout
        .split('\n')
        .map((line) => line.split(' '))
        .flatMap(([id = '', image = '']) => (left.includes(image) ? [id] : []));
      if (started.length > 0) await run('docker', ['rm', '-f', ...started], { check: false });
      if (left.length > 0) await run('docker', ['image', 'rm', '-f', ...left], { check: false });
      for (const registry of registries) await registry.stop();
    },
  };
}

type Account = { readonly user: string; readonly password: string } | undefined;

function firstAccount(of: EquivalenceCase): Account {
  const [account] = Object.entries(of.registry?.accounts ?? {});
  return account === undefined ? undefined : { user: account[0], password: account[1] };
}

async function openRegistries(of: EquivalenceCase): Promise<readonly Registry[]> {
  if (of.registry === undefined) return [];
  const { accounts, images, second } = of.registry;
  // Not 127.0.0.1, where a registry would be one that runs within the build, without accounts.
  const address = '127.0.0.2';
  const options =
    Object.keys(accounts).length === 0 ? { address } : { address, htpasswd: accounts };
  const registry = await startRegistry(options);
  const config = createDockerConfig();
  const account = firstAccount(of);
  if (account !== undefined && Object.keys(images).length > 0)
    await run('docker', ['login', '-u', account.user, '--password-stdin', registry.host], {
      env: config.env,
      input: account.password,
    });
  for (const [name, dockerfile] of Object.entries(images)) {
    const image = `${registry.host}/${name}`;
    await buildImage(image, dockerfile);
    await run('docker', ['push', '-q', image], { env: config.env });
    await run('docker', ['image', 'rm', image], { check: false });
  }
  config.remove();
  return second ? [registry, await startRegistry(options)] : [registry];
}

async function buildImage(name: string, dockerfile: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'transship-image-'));
  writeFileSync(join(folder, 'Dockerfile'), dockerfile);
  // Programs of this machine that an image may copy.
  for (const [, program = ''] of dockerfile.matchAll(/^COPY (docker|docker-registry) /gm)) {
    const { stdout } = await run('which', [program]);
    cpSync(stdout.trim(), join(folder, program), { dereference: true });
  }
  await run('docker', ['build', '-q', '-t', name, folder]);
  rmSync(folder, { recursive: true, force: true });
}

async function tagsOf(registry: Registry, account: Account): Promise<readonly string[]> {
  const headers: Record<string, string> =
    account === undefined
      ? {}
      : { authorization: `Basic ${btoa(`${account.user}:${account.password}`)}` };
  const ask = async (path: string): Promise<Record<string, unknown>> =>
    (await (await fetch(`${registry.url}/v2/${path}`, { headers })).json()) as Record<
      string,
      unknown
    >;
  const names = ((await ask('_catalog'))['repositories'] ?? []) as readonly string[];
  const lists = await Promise.all(
    names.map(async (name) =>
      (((await ask(`${name}/tags/list`))['tags'] ?? []) as readonly string[]).map(
        (tag) => `${name}:${tag}`,
      ),
    ),
  );
  return lists.flat().sort();
}
