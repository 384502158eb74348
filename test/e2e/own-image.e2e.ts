import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { serviceSteps } from '../../src/cli/try/service-steps.ts';
import { removeImages } from './image-job.ts';
import { callWorkflow, publishProject, removeRepositories } from './second-repository.ts';
import type { ActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';

// The project's own pipeline: its job as it is, but for what act does not do: a service, which it starts for jobs in containers
// only, becomes steps around the others, with the same registry from Debian's package; actions of the same commit (`$/`) become
// those of the checkout.

const project = new URL('../..', import.meta.url).pathname;
const registryImage = `transship.test/registry-${process.pid}:1`;
let published: ActionsFolder;

beforeAll(async () => {
  published = await publishProject(['login', 'build', 'push']);
  const folder = mkdtempSync(join(tmpdir(), 'transship-registry-image-'));
  copyFileSync(
    (await run('sh', ['-c', 'command -v docker-registry'])).stdout.trim(),
    join(folder, 'registry'),
  );
  copyFileSync('/bin/busybox', join(folder, 'busybox'));
  writeFileSync(
    join(folder, 'config.yml'),
    'version: 0.1\nstorage: {filesystem: {rootdirectory: /data}}\nhttp: {addr: ":5000"}\n',
  );
  writeFileSync(
    join(folder, 'Dockerfile'),
    'FROM transship.test/debian:12\nCOPY registry /registry\nCOPY busybox /usr/bin/wget\nCOPY config.yml /config.yml\nCMD ["/registry", "serve", "/config.yml"]\n',
  );
  await run('docker', ['build', '-q', '-t', registryImage, folder]);
  rmSync(folder, { recursive: true });
});
afterAll(async () => {
  removeRepositories();
  published.remove();
  await removeImages(registryImage);
});

type Job = {
  readonly services: { readonly registry: Readonly<Record<string, unknown>> };
  readonly steps: readonly Readonly<Record<string, unknown>>[];
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });

const filesOf = (folder: string, root = project): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const at = join(entry.parentPath, entry.name);
        return [relative(root, at), readFileSync(at, 'utf8')];
      }),
  );

test('logs in with a password, builds, pushes two tags, and pulls back what it built', async () => {
  const port = await freePort();
  const text = readFileSync(join(project, '.github/workflows/own-image.yml'), 'utf8');
  const workflow = parse(
    text
      .replaceAll('localhost:5000/transship', `localhost:${port}/transship`)
      .replace('REGISTRY: localhost:5000', `REGISTRY: localhost:${port}`)
      .replace('- 5000:5000', `- ${port}:5000`)
      .replaceAll('uses: $/', 'uses: ./'),
  ) as { readonly jobs: { readonly image: Job } };
  const { services, steps, ...job } = workflow.jobs.image;
  const around = serviceSteps(
    { registry: { ...services.registry, image: registryImage } },
    'image',
  );
  const runId = `${process.pid}${port}`;
  const lowered = stringify({
    ...workflow,
    jobs: { image: { ...job, steps: [...around.before, ...steps, ...around.after] } },
  }).replace('${{ job.services.registry.id }}', `transship-${runId}-image-registry`);
  const done = await callWorkflow({
    published: published.folder,
    workflow: 'own-image.yml',
    own: lowered,
    files: {
      ...filesOf('actions', published.folder),
      ...filesOf('dist'),
      ...filesOf('.github/image'),
      'package.json': readFileSync(join(project, 'package.json'), 'utf8'),
      LICENSE: readFileSync(join(project, 'LICENSE'), 'utf8'),
    },
    with: {},
    contexts: { GITHUB_RUN_ID: runId },
  });
  expect(done.result, done.output).toBe('success');
  expect(done.printed).toContain(`Logged in to localhost:${port} as docker`);
  expect(done.printed).toContain('no-configuration');
});
