import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bringCompose } from '../../src/actions/build/compose.ts';
import { toolsFolder } from '../../src/dev/judges/index.ts';
import { bringPlugin } from '../../src/docker/bring-plugin.ts';
import { pluginVersions } from '../../src/docker/plugin-versions.ts';
import { githubRunner } from '../../src/host/runner/github-runner.ts';
import { given } from '../given.ts';
import { run } from './setup/command.ts';

// Asked for before HOME is another.
const tools = join(toolsFolder(), 'bin');
let root = '';
let server: Server;
let downloads = 0;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

// The library reads its folders from the process.
const names = ['RUNNER_TOOL_CACHE', 'RUNNER_TEMP', 'DOCKER_CONFIG', 'GITHUB_ENV', 'HOME'] as const;
const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'transship-plugin-'));
  for (const folder of ['cache', 'temp', 'home']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'env'), '');
  Object.assign(process.env, {
    RUNNER_TOOL_CACHE: join(root, 'cache'),
    RUNNER_TEMP: join(root, 'temp'),
    GITHUB_ENV: join(root, 'env'),
    HOME: join(root, 'home'),
  });
  delete process.env['DOCKER_CONFIG'];
  downloads = 0;
  server = createServer((request, response) => {
    downloads += 1;
    response.end(readFileSync(join(tools, request.url ?? '')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const name of names) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

const source = (program: string) => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${program}`,
  sha256: sha256(readFileSync(join(tools, program))),
});

test('buildx is brought once, checked each time, and works as it is', async () => {
  const brought = await bringPlugin(githubRunner(), 'buildx', source('docker-buildx'));
  const first = given(brought);
  expect(first.version).toBe(pluginVersions.buildx.version);
  expect((await run(first.file, ['version'])).stdout).toContain('buildx');
  await bringPlugin(githubRunner(), 'buildx', source('docker-buildx'));
  expect(downloads).toBe(1);
  // Another job of this machine may have written to the tool cache.
  writeFileSync(first.file, '#!/bin/sh\necho evil\n');
  const mended = await bringPlugin(githubRunner(), 'buildx', source('docker-buildx'));
  expect(downloads).toBe(2);
  expect(mended).toEqual(brought);
  expect((await run(first.file, ['version'])).stdout).not.toContain('evil');
});

test('a file with another digest is not used', async () => {
  const wrong = { ...source('docker-buildx'), sha256: '0'.repeat(64) };
  const result = await bringPlugin(githubRunner(), 'buildx', wrong);
  expect(result).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('not the 0000') },
  });
});

test("Compose comes by the job's configuration, and the machine's is as it was", async () => {
  const machine = join(root, 'home/.docker');
  mkdirSync(machine);
  writeFileSync(join(machine, 'config.json'), '{"psFormat":"x"}');
  await bringCompose(githubRunner(), source('docker-compose'));
  expect(readFileSync(join(machine, 'config.json'), 'utf8')).toBe('{"psFormat":"x"}');
  const folder = /^DOCKER_CONFIG=(.*)$/m.exec(readFileSync(join(root, 'env'), 'utf8'))?.[1] ?? '';
  expect(folder.startsWith(join(root, 'temp'))).toBe(true);
  expect(readFileSync(join(folder, 'config.json'), 'utf8')).toContain('"psFormat": "x"');
  const { stdout } = await run('docker', ['info', '--format', '{{json .ClientInfo.Plugins}}'], {
    env: { ...process.env, DOCKER_CONFIG: folder },
  });
  const compose = (JSON.parse(stdout) as { Name: string; Path: string }[]).find(
    ({ Name }) => Name === 'compose',
  );
  expect(compose?.Path).toContain(join(root, 'cache'));
});
