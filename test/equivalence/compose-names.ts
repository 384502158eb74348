// Names that a converted CodeShip project gives to images and Compose projects. On GitHub each build has a machine
// to itself; here builds share one, so that each needs names of its own, and has to clean up.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../e2e/setup/command.ts';

const project = /((?:COMPOSE_PROJECT_NAME(?:: |=)|--project-name )["']?)([\w-]+)/g;

/** What keeps the projects of several runs and jobs apart on GitHub; the id does that here. */
const ofRun =
  /-(?:\$\{\{ github\.(?:run_id|run_attempt|job) \}\}|\$GITHUB_(?:RUN_ID|RUN_ATTEMPT|JOB)\b)/g;

/**
 * Gives images that the translator named, and Compose projects, names that end or begin with the id. The project is
 * named in the file: with a name in COMPOSE_PROJECT_NAME, `down` forgives a file that it cannot read, which it does not
 * on GitHub.
 */
export function makeNamesOwn(files: string, id: string): void {
  for (const file of generatedFiles(files)) {
    const text = readFileSync(file, 'utf8')
      .replace(ofRun, '')
      .replaceAll('codeship_', `${id}_`)
      .replace(project, `$1$2-${id}`);
    writeFileSync(file, text.replace(/^name: codeship-\$\{.*$/m, `name: ${id}`));
  }
}

const composeFile = (files: string): string => join(files, 'compose.codeship.yml');

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
  const images = builtImages(composeFile(files));
  if (images.length > 0) await run('docker', ['image', 'rm', '-f', ...images], { check: false });
}

function generatedFiles(files: string): readonly string[] {
  const workflows = join(files, '.github/workflows');
  const compose = composeFile(files);
  return [
    ...readdirSync(workflows).map((name) => join(workflows, name)),
    ...(existsSync(compose) ? [compose] : []),
  ];
}

type Service = { readonly build?: unknown; readonly image?: string };

function builtImages(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const { services = {} } = parse(readFileSync(file, 'utf8')) as {
    readonly services?: Readonly<Record<string, Service>>;
  };
  return Object.values(services).flatMap(({ build, image }) =>
    build === undefined || image === undefined ? [] : [image],
  );
}
