// Names that a converted CodeShip project gives to images and Compose projects. On GitHub each build has a machine
// to itself; here builds share one, so that each needs names of its own, and has to clean up.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../e2e/setup/command.ts';

const project = /((?:COMPOSE_PROJECT_NAME(?:: |=)|--project-name )["']?)([\w-]+)/g;

/** Gives images that the translator named, and Compose projects, names that end or begin with the id. */
export function makeNamesOwn(files: string, id: string): void {
  for (const file of generatedFiles(files)) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('codeship_', `${id}_`).replace(project, `$1$2-${id}`));
  }
}

/** Removes what builds of a project left: containers, volumes, networks, and the images that Compose builds. */
export async function removeWhatBuildsLeave(files: string, id: string): Promise<void> {
  const texts = generatedFiles(files).map((file) => readFileSync(file, 'utf8'));
  const named = [...texts.join('\n').matchAll(project)].map(([, , name]) => name ?? '');
  for (const name of new Set([id, ...named])) {
    const filter = ['--filter', `label=com.docker.compose.project=${name}`];
    for (const [kind, list, remove] of [
      ['container', ['ls', '-aq'], ['rm', '-f', '-v']],
      ['volume', ['ls', '-q'], ['rm', '-f']],
      ['network', ['ls', '-q'], ['rm']],
    ] as const) {
      const { stdout } = await run('docker', [kind, ...list, ...filter]);
      const found = stdout.split('\n').filter((part) => part !== '');
      if (found.length > 0) await run('docker', [kind, ...remove, ...found], { check: false });
    }
  }
  const images = builtImages(join(files, 'compose.codeship.yml'));
  if (images.length > 0) await run('docker', ['image', 'rm', '-f', ...images], { check: false });
}

function generatedFiles(files: string): readonly string[] {
  const workflows = join(files, '.github/workflows');
  const compose = join(files, 'compose.codeship.yml');
  return [
    ...readdirSync(workflows).map((name) => join(workflows, name)),
    ...(existsSync(compose) ? [compose] : []),
  ];
}

type Service = { readonly build?: unknown; readonly image?: string };

function builtImages(composeFile: string): readonly string[] {
  if (!existsSync(composeFile)) return [];
  const { services = {} } = parse(readFileSync(composeFile, 'utf8')) as {
    readonly services?: Readonly<Record<string, Service>>;
  };
  return Object.values(services).flatMap(({ build, image }) =>
    build === undefined || image === undefined ? [] : [image],
  );
}
