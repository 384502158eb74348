// The scripts with which the workflows hand out work and join it, run as they stand there.

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, readFile } from '../cli/run.ts';

type Step = { readonly name: string; readonly run?: string };

const workflow = (file: string) =>
  parse(fs.readFileSync(new URL(`../../.github/workflows/${file}`, import.meta.url), 'utf8'));

async function runStep(
  file: string,
  job: string,
  step: string,
  {
    env: given,
    files = {},
  }: { env: Readonly<Record<string, string>>; files?: Record<string, string> },
) {
  const found = (workflow(file).jobs[job].steps as readonly Step[]).find(
    ({ name }) => name === step,
  );
  if (found?.run === undefined) throw new Error(`${file} has no step ${step}`);
  const folder = folderWith({ ...files, output: '', summary: '' });
  const env = {
    PATH: process.env['PATH'],
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'me/self',
    GITHUB_OUTPUT: path.join(folder, 'output'),
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
    RUNNER_TEMP: folderWith({}),
    ...given,
  };
  const args = ['--noprofile', '--norc', '-e', '-c', found.run];
  const { status, stdout } = await new Promise<{ status: number; stdout: string }>((resolve) =>
    execFile('bash', args, { cwd: folder, env }, (error, text) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout: text }),
    ),
  );
  const outputs: Record<string, string> = Object.fromEntries(
    readFile(folder, 'output')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { status, stdout, outputs, summary: readFile(folder, 'summary') };
}

type Part = { part: number; owner: string; repositories: string; names: string };

async function plan(
  repositories: string,
  {
    size = '20',
    list,
    env = {},
  }: { size?: string; list?: string; env?: Record<string, string> } = {},
) {
  const ran = await runStep('convert.yml', 'plan', 'Plan the parts', {
    env: { REPOSITORIES: repositories, LIST: list === undefined ? '' : 'list', SIZE: size, ...env },
    ...(list === undefined ? {} : { files: { list } }),
  });
  const parts: readonly Part[] = ran.status === 0 ? JSON.parse(ran.outputs['parts'] ?? '') : [];
  return { ...ran, parts };
}

describe('convert.yml plans', () => {
  test('the repository itself, where there is no list', async () => {
    expect((await plan('')).parts).toEqual([
      { part: 1, owner: 'me', repositories: '', names: 'self' },
    ]);
    expect((await plan('')).outputs).toMatchObject({ few: '', owner: 'me', names: 'self' });
  });

  test('parts of one owner each, every repository once', async () => {
    // As an editor on Windows saves it.
    const list = '\ufeffacme/c  # the shop\r\n\r\nOther/x\r\nacme/A\r\n';
    expect((await plan('acme/a, acme/b\n acme/B', { list, size: '2' })).parts).toEqual(
      [
        { part: 1, owner: 'acme', repositories: 'acme/a acme/b', names: 'a,b' },
        { part: 2, owner: 'acme', repositories: 'acme/c', names: 'c' },
        { part: 3, owner: 'other', repositories: 'Other/x', names: 'x' },
      ].map((part) => ({ ...part, ...casesOf(part) })),
    );
  });

  test('5,000 repositories of three owners in no more than 256 parts', async () => {
    const names = Array.from({ length: 5000 }, (_, index) => `owner${index % 3}/repo-${index}`);
    const { parts, outputs } = await plan('', { list: names.join('\n'), size: '1' });
    expect(parts.length).toBeLessThanOrEqual(256);
    expect(parts.flatMap(({ repositories }) => repositories.split(' ')).sort()).toEqual(
      [...names].sort(),
    );
    // Five of the first owner's are tried.
    expect(outputs['few']?.split(' ')).toHaveLength(5);
    expect(outputs['few']?.split(' ').every((name) => name.startsWith('owner0/'))).toBe(true);
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1));
    // Outputs of a job take one megabyte.
    expect((outputs['parts'] ?? '').length).toBeLessThan(1_000_000);
  });

  test('one part on an Enterprise Server, which has no artifacts to join', async () => {
    const env = { GITHUB_SERVER_URL: 'https://github.acme.example' };
    expect((await plan('a/a a/b a/c', { size: '1', env })).parts).toHaveLength(1);
    const cloud = { GITHUB_SERVER_URL: 'https://acme.ghe.com' };
    expect((await plan('a/a a/b a/c', { size: '1', env: cloud })).parts).toHaveLength(3);
  });

  test.each([
    ['acme/web;rm', '20', 'Found acme/web;rm among the repositories'],
    ['acme', '20', 'Found acme among'],
    ['$(id)/x', '20', 'Found $(id)/x among'],
    ['a/b', '0', 'The size of a part'],
    ['a/b', 'a[$(id)]', 'The size of a part'],
  ])('%s, %s is refused', async (repositories, size, message) => {
    const { status, stdout, outputs } = await plan(repositories, { size });
    expect(status).toBe(1);
    expect(stdout).toContain(`::error::${message}`);
    expect(outputs).toEqual({});
  });
});

/** Of names that differ in case alone, the sort keeps one. */
const casesOf = ({ repositories }: { repositories: string }) =>
  repositories === 'acme/a acme/b'
    ? {
        repositories: expect.stringMatching(/^acme\/a acme\/b$/i),
        names: expect.stringMatching(/^a,b$/i),
      }
    : {};

describe('convert.yml tries the token before it hands out work', () => {
  const good = 'ghp_good';
  const answers = (request: IncomingMessage, response: ServerResponse): void => {
    const scopes = {
      'X-OAuth-Scopes': request.headers.authorization?.endsWith('narrow')
        ? 'repo'
        : 'repo, workflow',
    };
    const name = request.url?.slice('/repos/acme/'.length) ?? '';
    if (request.headers.authorization?.endsWith('bad')) response.writeHead(401).end();
    else if (name === 'sso')
      response
        .writeHead(403, { 'X-GitHub-SSO': 'required; url=https://github.com/orgs/acme/sso' })
        .end();
    else if (name === 'limit') response.writeHead(403, { 'X-RateLimit-Remaining': '0' }).end();
    else if (name === 'pause') response.writeHead(429, { 'Retry-After': '1000' }).end();
    else if (name === 'closed') response.writeHead(403).end();
    else if (name.startsWith('gone')) response.writeHead(404).end();
    else response.writeHead(200, scopes).end('{}');
  };

  test.each([
    [good, 'acme/web', undefined],
    [good, 'acme/gone acme/web', undefined],
    [good, 'acme/gone acme/gone2', 'acme/gone2 does not exist, or the token may not see it.'],
    [good, 'acme/gone acme/limit', undefined],
    [good, 'acme/pause', undefined],
    [good, 'acme/closed', 'The token may not read acme/closed. It needs'],
    [good, 'acme/sso', 'authorize the token, https://github.com/orgs/acme/sso'],
    ['ghp_bad', 'acme/web', 'GitHub does not accept the token'],
    ['ghp_narrow', 'acme/web', 'lacks the scope workflow'],
    ['', 'acme/web', 'TRANSSHIP_TOKEN is missing'],
    ['a"b', 'acme/web', 'characters that are in no token'],
  ])('%s, %s', async (token, few, message) => {
    const server = createServer(answers);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const env = {
      TOKEN: token,
      FEW: few,
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    };
    const { status, stdout } = await runStep('convert.yml', 'plan', 'Check the token', { env });
    expect(stdout).toContain(message === undefined ? '' : `::error::`);
    expect(stdout).toContain(message ?? '');
    expect(status).toBe(message === undefined ? 0 : 1);
    if (token !== '') expect(stdout).not.toContain(token);
  });
});

test('convert.yml says that nobody answers for the API', async () => {
  const env = { TOKEN: 'ghp_good', FEW: 'acme/web', GITHUB_API_URL: 'file:///nowhere' };
  const { status, stdout } = await runStep('convert.yml', 'plan', 'Check the token', { env });
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: '::error::The API at file:///nowhere cannot be reached.\n',
  });
});

test('the results of the parts become one list', async () => {
  const files = {
    'temporary/parts/r-1/pull-requests.json':
      '[{"repository":"a/b","state":"opened","number":1}]\n',
    'temporary/parts/r-2/pull-requests.json': '[]\n',
    'temporary/parts/r-3/pull-requests.json':
      '[{"repository":"a/c","state":"opened"},{"repository":"a/d","state":"failed","message":"x, [y]"}]\n',
  };
  const { outputs, summary, status } = await runStep('convert.yml', 'join', 'Join the results', {
    env: { ONE: '[{"repository":"a/b","state":"opened"}]', RUNNER_TEMP: 'temporary' },
    files,
  });
  expect(status).toBe(0);
  const all = JSON.parse(outputs['pull-requests'] ?? '');
  expect(all.map(({ repository }: { repository: string }) => repository).sort()).toEqual([
    'a/b',
    'a/c',
    'a/d',
  ]);
  expect(summary).toContain('| 2 | opened |');
  expect(summary).toContain('| 1 | failed |');
  const one = '[{"repository":"a/b","state":"opened"}]';
  const alone = await runStep('convert.yml', 'join', 'Join the results', { env: { ONE: one } });
  expect(alone.outputs).toEqual({ 'pull-requests': one });
});

test('audit.yml hands out nothing without a token, on an Enterprise Server, or with a size that is none', async () => {
  const step = 'Count the repositories, which shows whether the token may see them';
  const env = { GH_TOKEN: 'x', SIZE: '100', OWNER: 'acme', KIND: 'org' };
  for (const [wrong, message] of [
    [{ GH_TOKEN: '' }, 'TRANSSHIP_TOKEN is missing'],
    [{ GITHUB_SERVER_URL: 'https://github.acme.example' }, 'on one machine'],
    [{ SIZE: '1+1' }, 'The size of a part'],
  ] as const) {
    const ran = await runStep('audit.yml', 'plan', step, { env: { ...env, ...wrong } });
    expect(ran).toMatchObject({ status: 1, outputs: {} });
    expect(ran.stdout).toContain(message);
  }
});

// actions/download-artifact puts a single artifact into the folder itself, several into a folder each.
test.each([
  ['one part', { 'parts/found.journal': 'head\na\n' }, 'head\na\n'],
  [
    'several, of which the first ended early',
    {
      'parts/part-1/found.journal': '',
      'parts/part-2/found.journal': 'head\nb\n',
      'parts/part-3/found.journal': 'head\nc\n',
    },
    'head\nb\nc\n',
  ],
  ['none', {}, ''],
])('audit.yml joins the journals of %s', async (_, parts, journal) => {
  const program = `const fs = require('node:fs');
fs.writeFileSync(process.env.GITHUB_OUTPUT, 'args=' + process.argv.slice(2).join(' '));
console.log(fs.readFileSync('audit.journal', 'utf8'));`;
  const { status, outputs, summary } = await runStep('audit.yml', 'join', 'Write the report', {
    env: { GH_TOKEN: 'x', OPTIONS: '--org acme --forks' },
    files: { ...parts, 'transship/dist/cli/index.js': program },
  });
  expect(status).toBe(0);
  expect(outputs['args']).toMatch(/^audit --org acme --forks --journal audit.journal --report /);
  expect(summary).toBe(`\`\`\`text\n${journal}\n\`\`\`\n`);
});

test('codeship-pipeline.yml runs each step as a command of words, until one fails', async () => {
  const bin = folderWith({
    docker: '#!/bin/sh\necho "docker$(printf \' [%s]\' "$@")"\n[ "$8" != stop ] || exit 9\n',
  });
  fs.chmodSync(path.join(bin, 'docker'), 0o755);
  const steps = "app npm test\r\n\r\n# none\r\napp sh -c 'a && b'\r\napp stop it\r\napp never\r\n";
  const env = { PIPELINE_STEPS: steps, PATH: `${bin}:${process.env['PATH']}` };
  const { status, stdout } = await runStep('codeship-pipeline.yml', 'pipeline', 'Run the steps', {
    env,
  });
  const compose = 'docker [compose] [run] [--rm] [-T] [--use-aliases] [--] [app]';
  expect(stdout.split('\n').filter((line) => !/^docker \[compose\] \[down\]$/.test(line))).toEqual([
    '::group::Step 1: app npm test',
    `${compose} [npm] [test]`,
    '::endgroup::',
    "::group::Step 2: app sh -c 'a && b'",
    `${compose} [sh] [-c] [a && b]`,
    '::endgroup::',
    '::group::Step 3: app stop it',
    `${compose} [stop] [it]`,
    '::endgroup::',
    '::error title=Step 3::app failed',
    '',
  ]);
  expect(status).toBe(1);
});
