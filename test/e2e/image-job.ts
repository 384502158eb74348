// What the tests of `build` and `push` share: small images, and a registry's own words.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './setup/command.ts';
import { nameAddress } from './setup/hosts.ts';

let images = 0;

/** An image of the engine with content that no other has; the name is the test's own. */
export const newImage = async (bytes = 100): Promise<string> => {
  images += 1;
  const name = `transship.test/new-${process.pid}-${images}:1`;
  const folder = mkdtempSync(join(tmpdir(), 'transship-image-'));
  try {
    writeFileSync(join(folder, 'content'), Buffer.concat([Buffer.from(name), randomBytes(bytes)]));
    await run('sh', ['-c', 'tar -C "$1" -c . | docker import - "$2"', 'sh', folder, name]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return name;
};

const manifestTypes =
  'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json';

export type Seen = {
  readonly status: number;
  readonly digest: string | null;
  readonly manifest: string;
};

/** What a registry has under a tag, asked without any code of ours. */
export const seenAt = async (
  url: string,
  path: string,
  tag: string,
  credential?: string,
): Promise<Seen> => {
  const authorization =
    credential === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(credential).toString('base64')}` };
  const answer = await fetch(`${url}/v2/${path}/manifests/${tag}`, {
    headers: { accept: manifestTypes, ...authorization },
  });
  return {
    status: answer.status,
    digest: answer.headers.get('docker-content-digest'),
    manifest: await answer.text(),
  };
};

/** Content of Docker's `config.json` for one registry. */
export const dockerConfig = (host: string, user: string, password: string): string =>
  JSON.stringify({
    auths: { [host]: { auth: Buffer.from(`${user}:${password}`).toString('base64') } },
  });

export const removeImages = async (...names: readonly string[]): Promise<void> => {
  await run('docker', ['image', 'rm', '--force', ...names], { check: false });
};

/** Removes an image under every name that it got, here and by pushes. */
export const removeWholly = async (image: string): Promise<void> => {
  const format = ['image', 'inspect', '--format', '{{.Id}}', image];
  const { stdout } = await run('docker', format, { check: false });
  if (stdout.trim() !== '') await removeImages(stdout.trim());
};

/** A name for an address that the engine knows for certain: it reads /etc/hosts again after 5 s only. */
export const nameForEngine: typeof nameAddress = async (name, address) => {
  const takeBack = await nameAddress(name, address);
  await sleep(5_200);
  return takeBack;
};
