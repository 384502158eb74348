// The keys under `build` of a service (codeship.md 2.2).

import { defined } from '../../../ground/defined.ts';
import { dropped, manual, translated } from '../../../source/keys.ts';
import { oneOrMany, text } from '../../../source/readers.ts';
import { assignments } from '../values/values.ts';

const source = 'codeship.md 2.2';

const ignored = (summary: string, help?: string) =>
  dropped({
    summary,
    source,
    why: 'CodeShip ignored it',
    ...defined({ help }),
  });

const ofTheService = (key: string) =>
  ignored(
    'A key of the service, which CodeShip read next to `build`.',
    `if it is to apply, move \`${key}\` up to the service, next to \`build\``,
  );

export const buildKeys = {
  image: translated(text, {
    summary: 'Name of the image that is built.',
    becomes: '`image` of the service in the Compose file.',
    source,
  }),
  context: translated(text, {
    summary: 'Build context, relative to the folder of the services file.',
    becomes: '`build.context` in the Compose file.',
    source,
  }),
  path: translated(text, {
    summary: 'Older name of `context`.',
    becomes: '`build.context` in the Compose file.',
    source,
  }),
  dockerfile: translated(text, {
    summary: 'Dockerfile, relative to the context.',
    becomes: '`build.dockerfile` in the Compose file.',
    source,
  }),
  dockerfile_path: translated(text, {
    summary: 'Older name of `dockerfile`.',
    becomes: '`build.dockerfile` in the Compose file.',
    source,
  }),
  args: translated(assignments, {
    summary: 'Build arguments; values can be Go templates.',
    becomes:
      '`build.args` in the Compose file; a template becomes the matching variable, or is rendered by the `build` action.',
    source: 'codeship.md 2.2, 4.3',
  }),
  encrypted_args_file: translated(oneOrMany(text), {
    summary: 'Encrypted files with build arguments, relative to the folder of the services file.',
    becomes:
      '`encrypted-args-file` of the `build` action. The values stay visible in the history of the image.',
    source: 'codeship.md 2.2, 12.2',
  }),
  encrypted_args: translated(oneOrMany(text), {
    summary: 'Encrypted build arguments in the file itself.',
    becomes:
      '`encrypted-args` of the `build` action. The values stay visible in the history of the image.',
    source: 'codeship.md 2.2, 12.2',
  }),
  configure: manual({
    summary: 'A service and a command that ran before the build.',
    source,
    why: 'a command before a build was possible in 2015 only',
    todo: 'write the command as a separate step before the first step that uses the service',
  }),
  name: ignored('A typo in one documentation page.', 'write `image` to name the image'),
  target: ignored('Stage of the Dockerfile to stop at.'),
  cached: ignored(
    'Whether to keep the layers of the image; CodeShip read it next to `build`.',
    'to keep the layers, move `cached: true` up to the service, next to `build`',
  ),
  cache: ignored(
    'A typo for `cached`, which CodeShip read next to `build`.',
    'to keep the layers, write `cached: true` next to `build`',
  ),
  add_docker: ofTheService('add_docker'),
  command: ofTheService('command'),
  depends_on: ofTheService('depends_on'),
  encrypted_env_file: ofTheService('encrypted_env_file'),
  entrypoint: ofTheService('entrypoint'),
  env_file: ofTheService('env_file'),
  environment: ofTheService('environment'),
  links: ofTheService('links'),
  ports: ofTheService('ports'),
  volumes: ofTheService('volumes'),
  volumes_from: ofTheService('volumes_from'),
  working_dir: ofTheService('working_dir'),
  cache_from: ignored('Images to reuse layers from.', 'CodeShip had `cached: true` for this'),
  labels: ignored('Labels of the image.', 'put LABEL into the Dockerfile'),
  network: ignored('Network during the build.'),
  ssh: ignored('SSH agents for the build.'),
  secrets: ignored('Secrets for the build.'),
  shm_size: ignored('Size of /dev/shm during the build.'),
  platforms: ignored('Platforms to build for.'),
};
