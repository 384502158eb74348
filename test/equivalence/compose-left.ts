// What a build of CodeShip leaves on a machine that here serves another build: containers, volumes and networks of
// its Compose projects, and the images that its Compose file builds.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../e2e/setup/command.ts';

type Service = { readonly build?: unknown; readonly image?: string };

/** Removes it, so that the next build finds what a new machine has. */
export async function removeWhatBuildsLeave(
  files: string,
  workflows: readonly string[],
): Promise<void> {
  // `act` calls every workspace so.
  const projects = ['hostexecutor'];
  for (const [, name] of workflows
    .join('\n')
    .matchAll(/COMPOSE_PROJECT_NAME(?:: |=)["']?([\w-]+)/g))
    if (name !== undefined) projects.push(name);
  for (const project of projects) {
    const filter = ['--filter', `label=com.docker.compose.project=${project}`];
    for (const [kind, list, remove] of [
      ['container', ['ls', '-aq'], ['rm', '-f', '-v']],
      ['volume', ['ls', '-q'], ['rm', '-f']],
      ['network', ['ls', '-q'], ['rm']],
    ] as const) {
      const { stdout } = await run('docker', [kind, ...list, ...filter]);
      const found = stdout.split('\n').filter((id) => id !== '');
      if (found.length > 0) await run('docker', [kind, ...remove, ...found], { check: false });
    }
  }
  const images = builtImages(join(files, 'compose.codeship.yml'));
  if (images.length > 0) await run('docker', ['image', 'rm', '-f', ...images], { check: false });
}

function builtImages(composeFile: string): readonly string[] {
  if (!existsSync(composeFile)) return [];
  const { services = {} } = parse(readFileSync(composeFile, 'utf8')) as {
    readonly services?: Readonly<Record<string, Service>>;
  };
  return Object.values(services).flatMap(({ build, image }) =>
    build === undefined || image === undefined ? [] : [image],
  );
}
