import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { packagesOfThen } from '../../src/machine/languages/npm-of-then.ts';

const without = { paths: ['package.json'] };
const callsOf = (text: string) => readCalls(text, { ...without, read: () => undefined }).calls;
const install = callsOf('npm install');

test.each([
  ['0.10', '2016-10-31'],
  ['0.12.18', '2016-12-31'],
  ['iojs', '2016-12-31'],
  ['iojs-v2', '2016-12-31'],
  ['4', '2018-04-30'],
  ['8.9.4', '2019-12-31'],
  ['14', '2023-04-30'],
])('Node.js %s: the packages of %s', (version, day) => {
  expect(packagesOfThen([version], install, without)?.why).toContain(` on ${day}, `);
});

test.each([
  ['a Node.js whose npm was never 6', ['16'], 'npm install', without],
  ['the newest', ['latest', 'lts/*'], 'npm install', without],
  ['no version', [], 'npm install', without],
  ['npm ci', ['8'], 'npm ci', without],
  ['a script', ['8'], 'npm run install', without],
  ['yarn', ['8'], 'yarn install', without],
  ['a lock file', ['8', '9'], 'npm install', { paths: ['package-lock.json', 'package.json'] }],
  ['a lock file that all read', ['4'], 'npm i', { paths: ['npm-shrinkwrap.json', 'package.json'] }],
  ['no project', ['8'], 'npm install', { paths: ['README.md'] }],
] as const)('%s: nothing', (_what, versions, text, repository) => {
  expect(packagesOfThen(versions, callsOf(text), repository)).toBeUndefined();
});

test.each([
  [
    'a project in a folder',
    ['8'],
    'npm install',
    ['package.json', 'package-lock.json', 'web/package.json'],
  ],
  [
    'a lock file that npm before 5 does not read',
    ['4'],
    'npm install',
    ['package-lock.json', 'package.json'],
  ],
  ['the lock file of Yarn', ['8'], 'npm install', ['package.json', 'yarn.lock']],
  ['a program', ['8'], 'npm install -g tool', ['package.json', 'package-lock.json']],
] as const)('%s: the packages of then', (_what, versions, text, paths) => {
  expect(packagesOfThen(versions, callsOf(text), { paths })).toBeDefined();
});

test.each([
  [['8', '10.16.3', '12'], false],
  [['8.16.2'], true],
  [['10.15'], true],
  [['11'], true],
  [['6', '12'], true],
  [['12', '16'], false],
])('%s needs the registry: %s', (versions, needed) => {
  const { lines = [] } = packagesOfThen(versions, install, without) ?? {};
  expect(lines.some((line) => line.includes('registry.js'))).toBe(needed);
});

test('a Node.js that commands choose', () => {
  const text = 'nvm install 4\nnvm use $VERSION\nnpm install';
  const { why, lines } = packagesOfThen(['16'], callsOf(text), without) ?? {};
  expect(why).toContain(' on 2018-04-30, ');
  expect(lines?.at(-1)).toBe('echo "BASH_ENV=$RUNNER_TEMP/npm-of-then/functions" >> "$GITHUB_ENV"');
});

describe('the npm that is found', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'npm-of-then-'));
  const at = (...names: readonly string[]): string => path.join(folder, ...names);
  /** Releases of packages, and their days; what is asked for. */
  const packages: Record<string, Record<string, string>> = {
    alpha: {
      '1.9.0': '2017-01-01',
      '1.10.0': '2017-02-01',
      '2.0.0-beta': '2017-03-01',
      '2.0.0': '2024-01-01',
    },
    late: { '1.0.0': '2024-01-01' },
    'without-days': { '1.0.0': '' },
  };
  const asked: { readonly url: string; readonly headers: http.IncomingHttpHeaders }[] = [];
  const server = http.createServer(({ url = '', headers }, response) => {
    asked.push({ url, headers });
    const name = decodeURIComponent(url.replace('/npm/', ''));
    const releases = packages[name];
    if (releases === undefined) return response.writeHead(404).end('{}');
    const versions = Object.fromEntries(Object.keys(releases).map((one) => [one, {}]));
    const newest = Object.keys(releases).at(-1);
    const data = { name, versions, time: releases, 'dist-tags': { latest: newest, next: newest } };
    return response.end(JSON.stringify(data));
  });
  let upstream = '';
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}/npm/`;
    fs.mkdirSync(at('bin'));
    const program = (name: string, ...lines: readonly string[]): void =>
      fs.writeFileSync(at('bin', name), ['#!/bin/bash', ...lines, ''].join('\n'), { mode: 0o755 });
    program('node', 'echo "$NODE_IS"');
    program(
      'npm',
      '[ "$1" != --version ] || exec echo "$NPM_IS"',
      '[ "$1" != config ] || exec echo "$UPSTREAM"',
      'echo "$* before=$npm_config_before registry=${npm_config_registry:+own}"',
      'last=${!#}',
      'case "$*" in',
      '  *ask=*) [ -n "$npm_config_registry" ] && curl -sS -H "authorization: secret" -w "%{http_code} %{redirect_url}" "$npm_config_registry/${last#ask=}" ;;',
      '  *fail*) [ -z "$npm_config_before$npm_config_registry" ] ;;',
      '  *nested*) npm install ;;',
      'esac',
    );
  });
  afterAll(() => {
    server.close();
    fs.rmSync(folder, { recursive: true });
  });

  type Given = {
    readonly node: string;
    readonly npm: string;
    readonly locks?: readonly string[];
    readonly project?: object;
  };
  async function run({ node, npm, locks = [], project = {} }: Given, ...args: readonly string[]) {
    const temp = fs.mkdtempSync(at('temp-'));
    const { lines = [] } = packagesOfThen(['4', '8', '0.10'], install, without) ?? {};
    const script = lines.join('\n').replaceAll('/usr/local/bin/node', process.execPath);
    const env = { ...process.env, RUNNER_TEMP: temp, GITHUB_PATH: path.join(temp, 'path') };
    execFileSync('bash', ['-e', '-c', script], { env });
    const added = fs.readFileSync(env.GITHUB_PATH, 'utf8').trim();
    const cwd = fs.mkdtempSync(at('project-'));
    fs.writeFileSync(path.join(cwd, 'package.json'), JSON.stringify(project));
    execFileSync('git', ['init', '-q'], { cwd });
    for (const name of locks) fs.writeFileSync(path.join(cwd, name), '{}');
    execFileSync('git', ['add', '.'], { cwd });
    return promisify(execFile)('npm', args, {
      cwd,
      env: {
        PATH: `${added}:${at('bin')}:/usr/bin:/bin`,
        NODE_IS: node,
        NPM_IS: npm,
        UPSTREAM: upstream,
      },
    }).then(
      ({ stdout }) => stdout,
      (error: { stdout: string; code: number }) => `${error.stdout}exit ${error.code}`,
    );
  }
  const eight = { node: 'v8.17.0', npm: '6.13.4' };
  const four = { node: 'v4.9.1', npm: '2.15.11' };
  const plain = (args: string): string => `${args} before= registry=\n`;

  test('takes a day where it can', async () => {
    expect(await run(eight, 'install')).toBe('install before=2019-12-31 registry=\n');
    expect(await run(eight, '-s', 'i', '-g', 'a')).toBe('-s i -g a before=2019-12-31 registry=\n');
  });

  test.each([
    ['what installs nothing', eight, ['run', 'install']],
    ['a lock file', { ...eight, locks: ['package-lock.json'] }, ['install']],
    ['a lock file that all read', { ...four, locks: ['npm-shrinkwrap.json'] }, ['install']],
    ['another Node.js', { ...eight, node: 'v16.20.2' }, ['install']],
    ['no command', eight, []],
  ])('%s: npm as it is', async (_what, given, args) => {
    expect(await run(given, ...args)).toBe(plain(args.join(' ')));
  });

  test('nvm puts another npm in front, and a function is found before', async () => {
    const temp = fs.mkdtempSync(at('temp-'));
    const { lines = [] } = packagesOfThen(['8'], callsOf('nvm use 8\nnpm install'), without) ?? {};
    const env = {
      PATH: `${at('bin')}:/usr/bin:/bin`,
      RUNNER_TEMP: temp,
      GITHUB_PATH: path.join(temp, 'path'),
      GITHUB_ENV: path.join(temp, 'env'),
      NODE_IS: 'v8.17.0',
    };
    execFileSync('bash', ['-e', '-c', lines.join('\n')], { env });
    const [name = '', value = ''] = fs.readFileSync(env.GITHUB_ENV, 'utf8').trim().split('=');
    const output = execFileSync('bash', ['-e', '-c', 'bash -c "npm install"'], {
      env: { ...env, [name]: value },
      encoding: 'utf8',
      cwd: temp,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(output).toBe('install before=2019-12-31 registry=\n');
  });

  test('once more as of today where it fails, with what that comes to', async () => {
    expect(await run(eight, 'install', 'fail')).toBe(
      `install fail before=2019-12-31 registry=\n${plain('install fail')}`,
    );
    expect(await run({ ...four, locks: ['package-lock.json'] }, 'install', 'fail')).toBe(
      `install fail before= registry=own\n${plain('install fail')}`,
    );
  });

  test('what a package calls is asked the same way, and not wrapped again', async () => {
    expect(await run(eight, 'install', 'nested')).toBe(
      'install nested before=2019-12-31 registry=\ninstall before=2019-12-31 registry=\n',
    );
  });

  const ask = async (name: string, given: Partial<Given> = {}, ...args: readonly string[]) => {
    const output = await run({ ...four, ...given }, 'install', ...args, `ask=${name}`);
    return output.slice(output.indexOf('\n') + 1);
  };
  const versionsOf = (answer: string) => {
    const data = JSON.parse(answer.replace(/200 $/, ''));
    return [Object.keys(data.versions), data['dist-tags']];
  };

  test('the registry leaves out what is newer, and the tags that name it', async () => {
    const old = ['1.9.0', '1.10.0', '2.0.0-beta'];
    expect(versionsOf(await ask('alpha'))).toEqual([old, { latest: '1.10.0' }]);
    const named = { devDependencies: { alpha: '2.0.0' } };
    const all = [[...old, '2.0.0'], { latest: '1.10.0' }];
    expect(versionsOf(await ask('alpha', { project: named }))).toEqual(all);
    expect(versionsOf(await ask('alpha', {}, 'alpha@2.0.0'))).toEqual(all);
  });

  test.each(['late', 'without-days'])('%s: nothing is left out', async (name) => {
    expect(versionsOf(await ask(name))[0]).toEqual(['1.0.0']);
  });

  test('no credential is sent on, and all else is for the real one', async () => {
    asked.length = 0;
    expect(await ask('%40scope%2Fprivate')).toMatch(/^\{\}404 /);
    expect(asked.map(({ url }) => url)).toEqual(['/npm/%40scope%2Fprivate']);
    expect(asked[0]?.headers.authorization).toBeUndefined();
    expect(await ask('alpha/-/alpha-1.9.0.tgz')).toBe(`307 ${upstream}alpha/-/alpha-1.9.0.tgz`);
  });
});
