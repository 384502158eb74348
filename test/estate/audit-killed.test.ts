// The process itself, killed while it reads: what it has written down counts, and nothing of it is asked again.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../cli/run.ts';
import { type FakeGitHub, type FakeRepository, startFakeGitHub, token } from './fake-github.ts';

const program = new URL('../../dist/cli/index.js', import.meta.url).pathname;

const repositories = Array.from({ length: 120 }, (_, index): FakeRepository => {
  const own = `echo ${index}`;
  const files: Record<string, string> =
    index % 3 === 0
      ? { 'shippable.yml': `language: none\nbuild:\n  ci:\n    - ${own}\n`, 'run.sh': own }
      : { 'README.md': own };
  return { name: `acme/repo-${String(index).padStart(3, '0')}`, branches: { main: files } };
});

type Ran = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
};

/** @param killAt the number of the request at which the process gets SIGKILL; all before it were answered or are in flight */
function audit(fake: FakeGitHub, folder: string, killAt?: number): Promise<Ran> {
  const refuse = fake.refuse;
  let asked = 0;
  const child = spawn(
    process.execPath,
    [program, 'audit', '--org', 'acme', '--json', '--journal', 'journal'],
    {
      cwd: folder,
      env: { PATH: process.env['PATH'], GITHUB_API_URL: fake.api, GH_TOKEN: token },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  fake.refuse = (request, count) => {
    if (++asked === killAt) child.kill('SIGKILL');
    return refuse(request, count);
  };
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      fake.refuse = refuse;
      resolve({ code, signal, stdout });
    }),
  );
}

/** What the journal holds, as the requests that would ask for it. */
function stored(folder: string): ReadonlySet<string> {
  const text = fs.readFileSync(path.join(folder, 'journal'), 'utf8');
  const found = new Set<string>();
  for (const line of text.slice(0, text.lastIndexOf('\n')).split('\n').slice(1)) {
    const { key, group, request } = JSON.parse(line);
    const [, , name = '', commit = ''] = String(key ?? group).split(' ');
    if (group === 'list' && request !== 'login') found.add(`GET ${request}`);
    else if (group === 'heads') found.add(request);
    else if (key !== undefined || request === 'tree')
      found.add(`GET /repos/${name}/git/trees/${commit}?recursive=1`);
    else if (name !== '') found.add(`${name} ${request}`);
  }
  return found;
}

test('killed three times, with limits, failing servers and cut connections: the same report, byte for byte', async () => {
  const calm = await startFakeGitHub(repositories);
  onTestFinished(() => calm.close());
  const expected = await audit(calm, folderWith({}));
  expect(expected.code).toBe(0);
  expect(JSON.parse(expected.stdout).totals).toMatchObject({ repositories: 120, converted: 40 });

  const rough = await startFakeGitHub(repositories);
  onTestFinished(() => rough.close());
  let reset: number | undefined;
  rough.refuse = (_asked, count) => {
    if (count === 40) reset = Date.now() + 1000;
    if (reset !== undefined && Date.now() < reset) {
      return {
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(reset / 1000)),
        },
        body: { message: 'API rate limit exceeded' },
      };
    }
    if (count % 31 === 0) return { status: 502, body: 'bad gateway' };
    if (count % 43 === 0) return { cut: 'early' };
    if (count % 59 === 0) return { cut: 'late' };
    if (count === 75) {
      return {
        status: 429,
        headers: { 'retry-after': '1' },
        body: { message: 'You have exceeded a secondary rate limit.' },
      };
    }
    return undefined;
  };
  const folder = folderWith({});
  let known: ReadonlySet<string> = new Set();
  for (const killAt of [25, 50, 40]) {
    rough.answered.length = 0;
    rough.blobs.length = 0;
    expect(await audit(rough, folder, killAt)).toMatchObject({ signal: 'SIGKILL' });
    for (const one of [...rough.answered, ...rough.blobs]) expect(known).not.toContain(one);
    const now = stored(folder);
    // What was written down stays written down.
    for (const one of known) if (one.startsWith('GET /repos')) expect(now).toContain(one);
    expect(now.size).toBeGreaterThan(known.size);
    known = now;
    // A kill in the middle of a line.
    fs.appendFileSync(path.join(folder, 'journal'), '{"group":"list","request":"torn","ans');
  }
  rough.answered.length = 0;
  rough.blobs.length = 0;
  const last = await audit(rough, folder);
  expect(last.code).toBe(0);
  for (const one of [...rough.answered, ...rough.blobs]) expect(known).not.toContain(one);
  const place = (text: string, { api }: FakeGitHub): string =>
    text.replaceAll(new URL(api).host, 'HOST');
  expect(place(last.stdout, rough)).toBe(place(expected.stdout, calm));
}, 120_000);
