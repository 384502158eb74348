import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { packagesOfThen } from '../../src/machine/languages/npm-of-then.ts';
import { run } from './setup/command.ts';

// The npm that each Node.js came with, or another of its time: real ones, against a registry that knows days.
const pairs = [
  ['0.10.48', '2.15.12'],
  ['6.17.1', '3.10.10'],
  ['8.17.0', '5.6.0'],
  ['8.17.0', '6.13.4'],
] as const;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'npm-of-then-'));
const at = (...names: readonly string[]): string => path.join(folder, ...names);

type Release = { readonly day: string; readonly needs?: Readonly<Record<string, string>> };
const packages: Readonly<Record<string, Readonly<Record<string, Release>>>> = {
  inner: { '1.0.0': { day: '2016-01-01' }, '1.1.0': { day: '2024-01-01' } },
  outer: { '1.0.0': { day: '2016-01-01', needs: { inner: '^1.0.0' } } },
  tool: { '1.0.0': { day: '2016-01-01' }, '2.0.0': { day: '2024-01-01' } },
};
const archive = (name: string, version: string): string => at('packages', `${name}-${version}.tgz`);

let upstream = '';
const server = http.createServer(({ url = '' }, response) => {
  const file = /^\/[^/]+\/-\/([^/]+)$/.exec(url)?.[1];
  if (file !== undefined) return response.end(fs.readFileSync(at('packages', file)));
  const name = url.slice(1);
  const releases = packages[name];
  if (releases === undefined) return response.writeHead(404).end('{}');
  const versions = Object.fromEntries(
    Object.entries(releases).map(([version, { needs = {} }]) => [
      version,
      {
        name,
        version,
        dependencies: needs,
        dist: {
          tarball: `${upstream}${name}/-/${name}-${version}.tgz`,
          shasum: createHash('sha1')
            .update(fs.readFileSync(archive(name, version)))
            .digest('hex'),
        },
      },
    ]),
  );
  const time = Object.fromEntries(
    Object.entries(releases).map(([version, { day }]) => [version, `${day}T00:00:00.000Z`]),
  );
  const latest = Object.keys(versions).at(-1);
  return response.end(JSON.stringify({ name, versions, time, 'dist-tags': { latest } }));
});

/** A folder with one program `name` that runs a file of JavaScript with a Node.js. */
const npmOf = (node: string, npm: string): string => at(`npm-${node}-${npm}`);

beforeAll(async () => {
  fs.mkdirSync(at('packages'));
  for (const [name, releases] of Object.entries(packages))
    for (const [version, { needs = {} }] of Object.entries(releases)) {
      const source = at(`source-${name}-${version}`);
      fs.mkdirSync(source);
      fs.writeFileSync(
        path.join(source, 'package.json'),
        JSON.stringify({ name, version, dependencies: needs }),
      );
      await run('npm', ['pack', '--silent', '--pack-destination', at('packages')], { cwd: source });
    }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (const [node, npm] of pairs) {
    for (const one of [`node@${node}`, `npm@${npm}`])
      if (!fs.existsSync(at(one)))
        await run('npm', ['install', '--silent', '--no-audit', '--prefix', at(one), one]);
    fs.mkdirSync(npmOf(node, npm));
    const bin = at(`node@${node}`, 'node_modules', 'node', 'bin', 'node');
    fs.symlinkSync(bin, path.join(npmOf(node, npm), 'node'));
    fs.writeFileSync(
      path.join(npmOf(node, npm), 'npm'),
      `#!/bin/sh\nexec "${bin}" "${at(`npm@${npm}`, 'node_modules', 'npm', 'bin', 'npm-cli.js')}" "$@"\n`,
      { mode: 0o755 },
    );
  }
}, 400_000);

afterAll(() => {
  server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe.each(pairs)('Node.js %s with npm %s', (node, npm) => {
  /** What is installed of a project, by name. */
  async function install(dependencies: Readonly<Record<string, string>>, ...args: string[]) {
    const temp = fs.mkdtempSync(at('temp-'));
    const project = path.join(temp, 'project');
    fs.mkdirSync(project);
    const file = { name: 'project', version: '1.0.0', private: true, dependencies };
    fs.writeFileSync(path.join(project, 'package.json'), JSON.stringify(file));
    const { lines = [] } =
      packagesOfThen(['0.10', '6', '8'], callsOfInstall, { paths: ['package.json'] }) ?? {};
    const env = { PATH: '/usr/bin:/bin', RUNNER_TEMP: temp, GITHUB_PATH: path.join(temp, 'path') };
    const script = lines.join('\n').replaceAll('/usr/local/bin/node', process.execPath);
    await run('bash', ['-e', '-c', script], { env });
    const added = fs.readFileSync(env.GITHUB_PATH, 'utf8').trim();
    await run('npm', ['install', ...args], {
      cwd: project,
      env: {
        PATH: `${added}:${npmOf(node, npm)}:/usr/bin:/bin`,
        HOME: temp,
        npm_config_registry: upstream,
        npm_config_progress: 'false',
      },
    });
    const text = (name: string): string | undefined =>
      [['inner'], ['outer', 'node_modules', 'inner'], ['outer'], ['tool']]
        .filter((parts) => parts.at(-1) === name)
        .map((parts) => path.join(project, 'node_modules', ...parts, 'package.json'))
        .filter((one) => fs.existsSync(one))
        .map((one): string => JSON.parse(fs.readFileSync(one, 'utf8')).version)[0];
    const lock = path.join(project, 'package-lock.json');
    if (fs.existsSync(lock))
      expect(fs.readFileSync(lock, 'utf8').match(/127\.0\.0\.1:\d+/g) ?? []).toSatisfy(
        (hosts: string[]) => hosts.every((host) => upstream.includes(host)),
      );
    return { inner: text('inner'), outer: text('outer'), tool: text('tool') };
  }

  test('also what a package needs is what there was on that day', async () => {
    expect(await install({ outer: '^1.0.0' })).toEqual({ inner: '1.0.0', outer: '1.0.0' });
  });

  test('a release that the project names exactly is taken', async () => {
    expect(await install({ outer: '1', tool: '2.0.0' })).toEqual({
      inner: '1.0.0',
      outer: '1.0.0',
      tool: '2.0.0',
    });
  });

  test('a range that only newer ones fit is taken with what there is today', async () => {
    expect(await install({ outer: '1', tool: '^2.0.0' })).toEqual({
      inner: '1.1.0',
      outer: '1.0.0',
      tool: '2.0.0',
    });
  });

  test('a package without a release', async () => {
    expect(await install({}, 'tool')).toEqual({ tool: '1.0.0' });
  });
});

const callsOfInstall = readCalls('npm install', {
  paths: ['package.json'],
  read: () => undefined,
}).calls;
