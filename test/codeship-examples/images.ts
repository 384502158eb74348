// Images with the names that the examples use, made here of Debian's packages. They are there only while the suite
// runs, and all that is made of them, image or container, has their label.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../e2e/setup/command.ts';

/** Stages of images/Dockerfile, and the names that each is given. */
const stages: Readonly<Record<string, readonly string[]>> = {
  busybox: ['busybox:latest'],
  ubuntu: ['ubuntu:latest', 'ubuntu:trusty'],
  root: ['debian:9'],
  alpine: ['alpine:3.7'],
  ruby: ['ruby:2.2', 'ruby:2.6.2'],
  redis: ['redis:3.2.8'],
  postgres: ['postgres:9.3'],
  // The second is what a workflow puts in place of the first, which no runner can pull.
  golang: ['golang:1.5.1', 'golang:1.5'],
  nginx: ['nginx:1.9.4'],
  python: ['python:latest'],
  registry: ['registry:latest', 'registry:2'],
  docker: ['docker:1.9-dind', 'docker:stable-dind'],
  elasticsearch: ['elasticsearch:6.4.1'],
};

/** What they are made of: .ci/install.sh and .ci/engine.sh bring it. */
const rootImage = 'transship.test/debian-examples:12';

const label = 'transship.stand-in';
const folder = new URL('images', import.meta.url).pathname;

export type Images = { readonly remove: () => Promise<void> };

/** Whether there is what they are made of. */
export const canMakeImages = async (): Promise<boolean> => (await idOf(rootImage)) !== undefined;

/** Makes them; an image that has one of the names already gets it back from `remove`. */
export async function makeImages(): Promise<Images> {
  await removeLabelled();
  const names = Object.values(stages).flat();
  const before = await Promise.all(names.map(async (name) => [name, await idOf(name)] as const));
  const context = mkdtempSync(join(tmpdir(), 'transship-stand-ins-'));
  cpSync(folder, context, { recursive: true });
  const { stdout: client } = await run('which', ['docker']);
  cpSync(client.trim(), join(context, 'docker'), { dereference: true });
  const options = ['-q', '--label', `${label}=codeship-examples`];
  for (const [stage, tags] of Object.entries(stages)) {
    const tag = tags.flatMap((name) => ['-t', name]);
    await run('docker', ['build', ...options, '--target', stage, ...tag, context]);
  }
  rmSync(context, { recursive: true, force: true });
  return {
    remove: async () => {
      await removeLabelled();
      for (const [name, id] of before)
        if (id !== undefined) await run('docker', ['image', 'tag', id, name], { check: false });
    },
  };
}

async function idOf(name: string): Promise<string | undefined> {
  const { code, stdout } = await run('docker', ['image', 'inspect', '-f', '{{.Id}}', name], {
    check: false,
  });
  return code === 0 ? stdout.trim() : undefined;
}

/** Everything that was made of these images, and they themselves. */
async function removeLabelled(): Promise<void> {
  const filter = ['--filter', `label=${label}`];
  const found = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await run('docker', [...args, ...filter]);
    return [...new Set(stdout.split('\n').filter((line) => line !== ''))];
  };
  const containers = await found('container', 'ls', '-aq');
  if (containers.length > 0) await run('docker', ['container', 'rm', '-f', '-v', ...containers]);
  // An image that another one was built on can go only after that one.
  for (let round = 0; round < 3; round += 1) {
    const images = await found('image', 'ls', '-aq');
    if (images.length > 0) await run('docker', ['image', 'rm', '-f', ...images], { check: false });
  }
}
