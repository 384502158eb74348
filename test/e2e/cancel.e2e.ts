import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Job, startJob } from './boot-runner.ts';
import { newImage, removeWholly, seenAt } from './image-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { type Fault, startFaultyProxy } from './setup/faulty-proxy.ts';
import { startRegistry } from './setup/registry.ts';
import { until } from './setup/until.ts';

// GitHub's runner cancels by SIGINT to the process of the step, and to it alone.

let actions: ActionsFolder;
let image = '';
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  actions = await createActionsFolder(['push', 'build', 'pull-boot-image']);
  image = await newImage(200_000);
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(async () => {
  actions.remove();
  await removeWholly(image);
});

const newJob = (): { readonly job: Job; readonly env: Readonly<Record<string, string>> } => {
  const job = startJob({ actions: actions.folder });
  cleanups.push(job.end);
  const folder = join(job.temp, 'docker');
  mkdirSync(folder);
  writeFileSync(join(folder, 'config.json'), '{}');
  return { job, env: { DOCKER_CONFIG: folder } };
};

/** A registry, and in front of it a server whose requests take as long as is said. */
const slowRegistry = async (fault: (method: string, path: string) => Fault | undefined) => {
  const registry = await startRegistry();
  cleanups.push(registry.stop);
  const proxy = await startFaultyProxy({
    upstream: registry.url,
    fault: ({ method, path }) => fault(method, path),
  });
  cleanups.push(proxy.stop);
  return { registry, proxy };
};

const slowUpload = (method: string): Fault | undefined =>
  method === 'PATCH' ? { kind: 'slow', delay: 6000 } : undefined;

/** Cancels the step once something has come about. */
const cancelWhen =
  (reached: () => boolean | Promise<boolean>, told?: () => void) =>
  (child: ChildProcess): void => {
    void (async () => {
      while (!(await reached())) await sleep(20);
      child.kill('SIGINT');
      told?.();
    })();
  };

/** Processes whose words hold a text. */
const processesWith = (text: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return words.includes(text) ? [words] : [];
      } catch {
        return [];
      }
    });

describe('a cancelled push', () => {
  test('ends with all that it started, and its manifest never appears', async () => {
    const { registry, proxy } = await slowRegistry(slowUpload);
    const { job, env } = newJob();
    let cancelled = Number.NaN;
    const result = await job.action(
      'push',
      { image, image_name: `${proxy.host}/acme/web`, image_tag: '1\n2' },
      {
        env,
        started: cancelWhen(
          () => proxy.requests().some(({ method }) => method === 'PATCH'),
          () => (cancelled = performance.now()),
        ),
      },
    );
    expect(result.code, result.output).toBe(130);
    // The runner insists after 7.5 s, and kills after 10.
    expect(performance.now() - cancelled).toBeLessThan(7500);
    expect(result.output).toContain('The step was cancelled.');
    expect(processesWith(proxy.host)).toEqual([]);
    for (const tag of ['1', '2'])
      expect(result.summary).toContain(
        `| \`${proxy.host}/acme/web:${tag}\` |  | ⏹️ not pushed: the job was cancelled |`,
      );
    expect(result.outputs).toMatchObject({ digests: '{}', pushed: 'false' });
    // Longer than the upload would have taken.
    await sleep(8000);
    expect(proxy.requests().filter(({ path }) => path.includes('/manifests/'))).toEqual([]);
    expect(await seenAt(registry.url, 'acme/web', '1')).toMatchObject({ status: 404 });
  });

  test('tells what was pushed before', async () => {
    const done = await startRegistry();
    cleanups.push(done.stop);
    const { proxy } = await slowRegistry(slowUpload);
    const { job, env } = newJob();
    const result = await job.action(
      'push',
      { image, image_name: `${done.host}/acme/web\n${proxy.host}/acme/web`, image_tag: '1' },
      {
        env,
        started: cancelWhen(
          async () =>
            proxy.requests().some(({ method }) => method === 'PATCH') &&
            (await seenAt(done.url, 'acme/web', '1')).status === 200 &&
            // The registry knows it a little before the client says so.
            (await sleep(1500).then(() => true)),
        ),
      },
    );
    expect(result.code, result.output).toBe(130);
    expect(Object.keys(JSON.parse(result.outputs['digests'] ?? '{}'))).toEqual([
      `${done.host}/acme/web:1`,
    ]);
    expect(result.summary).toMatch(
      new RegExp(`\`${done.host}/acme/web:1\` \\| \`sha256:\\w+\` \\| ✅ pushed`),
    );
    expect(result.summary).toContain(`\`${proxy.host}/acme/web:1\` |  | ⏹️ not pushed`);
  });

  test('puts no further tag on what was uploaded', async () => {
    // The first manifest is there, and asking for it takes long: the other tags would follow.
    const { registry, proxy } = await slowRegistry((method, path) =>
      method === 'GET' && path.includes('/manifests/1') ? { kind: 'slow', delay: 6000 } : undefined,
    );
    const { job, env } = newJob();
    const result = await job.action(
      'push',
      { image, image_name: `${proxy.host}/acme/web`, image_tag: '1\n2\n3' },
      {
        env,
        started: cancelWhen(() =>
          proxy
            .requests()
            .some(({ method, path }) => method === 'GET' && path.includes('/manifests/1')),
        ),
      },
    );
    expect(result.code, result.output).toBe(130);
    expect(await seenAt(registry.url, 'acme/web', '1')).toMatchObject({ status: 200 });
    expect(await seenAt(registry.url, 'acme/web', '2')).toMatchObject({ status: 404 });
    expect(result.summary).toContain('web:3` |  | ⏹️ not pushed');
    expect(result.summary).toMatch(/web:1` \| `sha256:\w+` \| ✅ pushed/);
  });
});

test('a cancelled build ends with all that it started, and leaves no image', async () => {
  const { job, env } = newJob();
  const name = `transship.test/cancelled-${process.pid}`;
  writeFileSync(
    join(job.workspace, 'Dockerfile'),
    `FROM transship.test/busybox:1\nRUN echo begun ${process.pid} && sleep 47.${process.pid}\n`,
  );
  const words = `47.${process.pid}`;
  const result = await job.action(
    'build',
    { image_name: name },
    { env, started: cancelWhen(() => processesWith(`sleep ${words}`).length > 0) },
  );
  expect(result.code, result.output).toBe(130);
  expect(result.summary).toContain('⏹️ Cancelled');
  await until(() => processesWith(words).length === 0);
  expect(processesWith(words)).toEqual([]);
  expect((await run('docker', ['image', 'inspect', name], { check: false })).code).not.toBe(0);
});

test('a cancelled boot pulls no further and boots nothing', async () => {
  const { registry, proxy } = await slowRegistry((method, path) =>
    method === 'GET' && path.includes('/blobs/') ? { kind: 'slow', delay: 6000 } : undefined,
  );
  const name = 'acme/ci:1';
  const other = await newImage();
  await run('docker', ['tag', other, `${registry.host}/${name}`]);
  await run('docker', ['push', `${registry.host}/${name}`]);
  await removeWholly(other);
  const { job, env } = newJob();
  const result = await job.action(
    'pull-boot-image',
    { image_name: `${proxy.host}/${name}` },
    { env, started: cancelWhen(() => proxy.requests().some(({ path }) => /blobs/.test(path))) },
  );
  expect(result.code, result.output).toBe(130);
  expect(processesWith(proxy.host)).toEqual([]);
  expect(job.env()['SHIPPABLE_CONTAINER_NAME']).toBeUndefined();
});
