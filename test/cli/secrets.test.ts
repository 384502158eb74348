import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretsProgram, secretsWith } from '../../src/cli/secrets/command.ts';
import { repositoryOfRemote } from '../../src/cli/secrets/target.ts';
import { readTemplate } from '../../src/cli/secrets/template.ts';
import type { ExecOptions, Host } from '../../src/host/host.ts';
import { githubRunner } from '../../src/host/runner/github-runner.ts';
import { seal } from '../../src/secret/encrypted-file.ts';
import { given } from '../given.ts';
import { fakeGitHub } from './fake-github.ts';
import { folderWith, treeOf } from './run.ts';

const key = Buffer.alloc(32, 5).toString('base64');
const token = 'token-of-the-test';
const values = {
  API_TOKEN: 'tok_3f9c"quoted\' $HOME',
  DATABASE_URL: 'postgres://u:p4ssw0rd@db/x',
  CERT: '-----BEGIN-----\\nline\\n-----END-----',
};
let count = 0;
const sealed = (text: string): string => {
  return given(seal(Buffer.from(text), key, Buffer.alloc(16, ++count)));
};

const projectFiles = (mode: 'file' | 'each') => ({
  '.github/transship.yml': `secret-values: ${mode}\n`,
  'codeship-services.yml': 'app:\n  image: alpine\n  encrypted_env_file: app.env.encrypted\n',
  'codeship-steps.yml':
    '- service: app\n  command: env\n  encrypted_dockercfg_path: dockercfg.encrypted\n',
  'app.env.encrypted': sealed(
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  ),
  'dockercfg.encrypted': sealed(
    JSON.stringify({
      'quay.io': { auth: Buffer.from('acme+robot:robot-pass').toString('base64') },
    }),
  ),
});

type Given = {
  readonly env?: Record<string, string>;
  readonly lines?: readonly string[];
  readonly change?: (host: Host) => Partial<Host>;
};

async function run(
  folder: string,
  words: readonly string[],
  options: Readonly<Record<string, string>> = {},
  { env = {}, lines = [], change }: Given = {},
) {
  const printed = { stdout: '', stderr: '' };
  const children: {
    readonly args: readonly string[];
    readonly options: ExecOptions | undefined;
  }[] = [];
  const waits: number[] = [];
  const left = [...lines];
  let now = 1_700_000_000_000;
  const program = secretsWith((io) => {
    const real = githubRunner(io.env);
    const host: Host = {
      ...real,
      log: (line) => io.stderr(`${line}\n`),
      exec: (command, args, given) => {
        children.push({ args: [command, ...args], options: given });
        return real.exec(command, args, given);
      },
      now: () => now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    };
    return { ...host, ...change?.(host) };
  });
  const state = folderWith({});
  const code = await program(
    { arguments: [words[0] ?? '', folder], options },
    {
      stdout: (text) => {
        printed.stdout += text;
      },
      stderr: (text) => {
        printed.stderr += text;
      },
      stdin: () => new Uint8Array(),
      readLine: () => left.shift(),
      env: { PATH: process.env['PATH'], HOME: state, XDG_STATE_HOME: state, ...env },
      folder,
      color: { stdout: false, stderr: false },
    },
  );
  return { code, ...printed, children, waits, state };
}

const at = (api: string): Record<string, string> => ({
  GITHUB_API_URL: api,
  GITHUB_REPOSITORY: 'acme/app',
  GH_TOKEN: token,
  CODESHIP_AES_KEY: key,
});

describe('plan', () => {
  test('lists every secret with its kind, scope, origin and uses', async () => {
    const folder = folderWith(projectFiles('each'));
    const { code, stdout } = await run(
      folder,
      ['plan'],
      { json: '' },
      { env: { CODESHIP_AES_KEY: key } },
    );
    expect(code).toBe(0);
    const { secrets } = JSON.parse(stdout);
    expect(secrets).toMatchObject([
      { name: 'API_TOKEN', kind: 'token', scope: 'repository', from: 'codeship-services.yml:3' },
      { name: 'DATABASE_URL', kind: 'address' },
      { name: 'CERT', kind: 'setting' },
      { name: 'QUAY_IO_USERNAME', kind: 'account' },
      { name: 'QUAY_IO_PASSWORD', kind: 'password', from: 'codeship-steps.yml:3' },
    ]);
    for (const { uses } of secrets) expect(uses).toHaveLength(1);
    const table = await run(folder, ['plan'], {}, { env: { CODESHIP_AES_KEY: key } });
    expect(table.stdout.split('\n')[1]).toMatch(
      /^API_TOKEN +token +repository +codeship-services\.yml:3 +\.github\/workflows\/codeship\.yml:\d+$/,
    );
  });

  test('in the other form there is the one key', async () => {
    const { stdout } = await run(folderWith(projectFiles('file')), ['plan']);
    expect(stdout).toMatch(/^CODESHIP_AES_KEY +CodeShip's key +repository/m);
  });

  test('a template has mode 0600, and git must ignore it', async () => {
    const folder = folderWith({ ...projectFiles('each'), '.gitignore': 'filled\n' });
    execFileSync('git', ['init', '--quiet', folder]);
    const refused = await run(
      folder,
      ['plan'],
      { template: 'open' },
      { env: { CODESHIP_AES_KEY: key } },
    );
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toMatch(/git does not ignore `open`/);
    expect(fs.existsSync(path.join(folder, 'open'))).toBe(false);
    expect(
      await run(folder, ['plan'], { template: 'filled' }, { env: { CODESHIP_AES_KEY: key } }),
    ).toMatchObject({ code: 0 });
    expect(fs.statSync(path.join(folder, 'filled')).mode & 0o777).toBe(0o600);
    expect(fs.readFileSync(path.join(folder, 'filled'), 'utf8')).toMatch(/^API_TOKEN=$/m);
    expect(await run(folder, ['plan'], { template: 'filled' })).toMatchObject({ code: 1 });
  });

  test('what was committed in the open once is named, its values never', async () => {
    const folder = folderWith({
      ...projectFiles('each'),
      'app.env': 'API_TOKEN=old-value-1\nOLD_ONE=old-value-2\n',
    });
    const git = (...args: string[]): void =>
      void execFileSync('git', [
        '-C',
        folder,
        '-c',
        'user.name=a',
        '-c',
        'user.email=a@b.c',
        ...args,
      ]);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    git('rm', '--quiet', 'app.env');
    git('commit', '--quiet', '-m', 'two');
    const { stdout, stderr } = await run(folder, ['plan'], {}, { env: { CODESHIP_AES_KEY: key } });
    expect(stderr).toMatch(
      /`app\.env` was in the repository until [0-9a-f]{7,}; it held API_TOKEN, OLD_ONE \(not in the plan: OLD_ONE\)/,
    );
    expect(stdout + stderr).not.toMatch(/old-value/);
  });
});

describe('set', () => {
  test('is a dry run without --yes', async () => {
    const api = await fakeGitHub();
    const { code, stdout, stderr } = await run(
      folderWith(projectFiles('each')),
      ['set'],
      {},
      { env: at(api.url) },
    );
    expect({ code, requests: api.requests }).toEqual({ code: 0, requests: [] });
    expect(stdout).toMatch(/^would set API_TOKEN \(repository\), from app\.env\.encrypted$/m);
    expect(stderr).toMatch(/`--yes` sets 5 of 5 secrets of acme\/app on github\.com/);
  });

  test('GitHub gets the right values; nothing else sees one, in any encoding', async () => {
    const api = await fakeGitHub();
    const folder = folderWith(projectFiles('each'));
    execFileSync('git', ['init', '--quiet', folder]);
    const ran = await run(folder, ['set'], { yes: '' }, { env: at(api.url) });
    expect(ran).toMatchObject({ code: 0 });
    const base = '/repos/acme/app/actions/secrets/';
    const all = { ...values, QUAY_IO_USERNAME: 'acme+robot', QUAY_IO_PASSWORD: 'robot-pass' };
    expect(Object.fromEntries(api.values)).toEqual(
      Object.fromEntries(Object.entries(all).map(([name, value]) => [base + name, value])),
    );
    expect([...api.tokens]).toEqual([`Bearer ${token}`]);
    expectNoLeak(
      [...Object.values(all), key, token],
      ran,
      [folder, ran.state],
      api.bodies.join('\n'),
    );
  });

  test('a second run sends nothing; a changed value alone goes again', async () => {
    const api = await fakeGitHub();
    const files = projectFiles('each');
    const folder = folderWith(files);
    const first = await run(folder, ['set'], { yes: '' }, { env: at(api.url) });
    const env = { ...at(api.url), XDG_STATE_HOME: first.state };
    const second = await run(folder, ['set'], { yes: '' }, { env });
    expect(second.stdout.match(/^unchanged /gm)).toHaveLength(5);
    expect(api.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(5);
    fs.writeFileSync(
      path.join(folder, 'app.env.encrypted'),
      sealed(`API_TOKEN=other\nDATABASE_URL=${values.DATABASE_URL}\nCERT=${values.CERT}\n`),
    );
    const third = await run(folder, ['set'], { yes: '' }, { env });
    expect(third.stdout).toMatch(/^updated API_TOKEN/m);
    expect(api.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(6);
    api.values.delete('/repos/acme/app/actions/secrets/CERT');
    const fourth = await run(folder, ['set'], { yes: '' }, { env });
    expect(fourth.stdout).toMatch(/^created CERT/m);
  });

  test('a run that is cut goes on where it stopped', async () => {
    const api = await fakeGitHub();
    const folder = folderWith(projectFiles('each'));
    let puts = 0;
    const cut = await run(
      folder,
      ['set'],
      { yes: '' },
      {
        env: at(api.url),
        change: (host) => ({
          request: async (wanted) =>
            wanted.method === 'PUT' && ++puts > 2
              ? {
                  kind: 'failure',
                  reason: 'certificate',
                  message: 'the certificate of x is not trusted (CERT_X)',
                }
              : host.request(wanted),
        }),
      },
    );
    expect(cut).toMatchObject({ code: 1 });
    expect(cut.stderr).toMatch(/2 set, 3 not set, 0 left out\nthe same command goes on/);
    expectNoLeak([...Object.values(values), key, token], cut, [folder, cut.state]);
    const again = await run(
      folder,
      ['set'],
      { yes: '' },
      { env: { ...at(api.url), XDG_STATE_HOME: cut.state } },
    );
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout.match(/^unchanged /gm)).toHaveLength(2);
    expect(again.stdout.match(/^created /gm)).toHaveLength(3);
  });

  test('limits are waited for, and a minute has at most sixty writes', async () => {
    const api = await fakeGitHub();
    api.answers.push({
      status: 403,
      headers: { 'retry-after': '7' },
      message: 'secondary rate limit',
      for: /^PUT/,
    });
    api.answers.push({ status: 502, for: /public-key/ });
    const many = Array.from({ length: 70 }, (_, index) => `VALUE_${index}=v${index}\n`).join('');
    const folder = folderWith({ ...projectFiles('each'), 'app.env.encrypted': sealed(many) });
    const ran = await run(folder, ['set'], { yes: '' }, { env: at(api.url) });
    expect(ran).toMatchObject({ code: 0 });
    expect(api.values.size).toBe(72);
    expect(Math.max(...ran.waits)).toBeGreaterThan(50_000);
    expect(ran.waits.some((wait) => wait >= 7000 && wait < 8000)).toBe(true);
  });

  test.each([
    [401, 'does not know the token'],
    [403, 'needs `secrets: write`'],
    [404, 'is not there, or the token may not see it'],
    [301, 'has moved'],
  ])('status %i is said once, and the rest is not tried', async (status, said) => {
    const api = await fakeGitHub();
    api.answers.push(...Array.from({ length: 3 }, () => ({ status })));
    api.answers.push(...Array.from({ length: 9 }, () => ({ status, for: /public-key|PUT/ })));
    const ran = await run(
      folderWith(projectFiles('each')),
      ['set'],
      { yes: '' },
      { env: at(api.url) },
    );
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stderr).toContain(said);
    expect(api.values.size).toBe(0);
  });

  test.each([
    ['check', /\/actions\/secrets$/, '`secrets` is missing'],
    ['set', /public-key/, '`key` is missing'],
  ])('%s: an answer to %s that is none is said in words', async (word, request, said) => {
    const api = await fakeGitHub();
    api.answers.push(...Array.from({ length: 3 }, () => ({ status: 200, for: request })));
    const ran = await run(
      folderWith(projectFiles('each')),
      [word],
      word === 'set' ? { yes: '' } : {},
      { env: at(api.url) },
    );
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stderr).toContain(`GitHub's answer cannot be read: ${said}`);
    expect(api.values.size).toBe(0);
  });

  test('a filled-in file, with values of several lines; what is too large or empty is named', async () => {
    const api = await fakeGitHub();
    const folder = folderWith({
      ...projectFiles('each'),
      filled: `# comment\nAPI_TOKEN= with blank \nCERT<<END\nline 1\nline=2\nEND\nDATABASE_URL=${'x'.repeat(50_000)}\nQUAY_IO_USERNAME=\n`,
    });
    const { CODESHIP_AES_KEY: _key, ...env } = at(api.url);
    const names = await run(folder, ['plan'], { json: '' }, { env: at(api.url) });
    expect(JSON.parse(names.stdout).secrets).toHaveLength(5);
    const ran = await run(folder, ['set'], { yes: '', from: 'filled' }, { env: at(api.url) });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/left out: DATABASE_URL: its value has 50000 bytes/);
    expect(api.values.get('/repos/acme/app/actions/secrets/API_TOKEN')).toBe(' with blank ');
    expect(api.values.get('/repos/acme/app/actions/secrets/CERT')).toBe('line 1\nline=2');
    // Without the key the names are not these, and a name that nothing needs is a mistake.
    expect(await run(folder, ['set'], { yes: '', from: 'filled' }, { env })).toMatchObject({
      code: 2,
    });
  });

  test('by prompt, for an environment and for an organization', async () => {
    const api = await fakeGitHub();
    const folder = folderWith(projectFiles('file'));
    const { CODESHIP_AES_KEY: _key, ...env } = at(api.url);
    await run(
      folder,
      ['set'],
      { yes: '', prompt: '', environment: 'prod uction' },
      { env, lines: [key] },
    );
    await run(folder, ['set'], { yes: '', prompt: '', org: 'acme' }, { env, lines: [key] });
    expect([...api.values]).toEqual([
      ['/repos/acme/app/environments/prod%20uction/secrets/CODESHIP_AES_KEY', key],
      ['/orgs/acme/actions/secrets/CODESHIP_AES_KEY', key],
    ]);
    expect(JSON.parse(api.bodies.at(-1) ?? '')).toMatchObject({
      visibility: 'selected',
      selected_repository_ids: [77],
    });
  });

  test('--gh prints lines that read standard input', async () => {
    const folder = folderWith(projectFiles('each'));
    const { stdout } = await run(
      folder,
      ['set'],
      { gh: '', repo: 'ghe.acme.example/acme/app' },
      { env: { CODESHIP_AES_KEY: key } },
    );
    expect(stdout).toContain(
      "transship decrypt app.env.encrypted | sed -n 's/^API_TOKEN=//p' | tail -n 1 | tr -d '\\n' | gh secret set API_TOKEN --repo ghe.acme.example/acme/app\n",
    );
    for (const value of Object.values(values)) expect(stdout).not.toContain(value);
  });
});

describe('check', () => {
  test('names what is missing, superfluous and shadowed, and exits with 1', async () => {
    const api = await fakeGitHub();
    const folder = folderWith({
      ...projectFiles('each'),
      '.github/workflows/other.yml': 'x: ${{ secrets.USED_ELSEWHERE }}',
    });
    for (const name of ['API_TOKEN', 'OLD', 'USED_ELSEWHERE'])
      api.values.set(`/repos/acme/app/actions/secrets/${name}`, '');
    api.organization.push('DATABASE_URL', 'OLD');
    const ran = await run(folder, ['check'], { json: '' }, { env: at(api.url) });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toEqual({
      missing: ['CERT', 'QUAY_IO_USERNAME', 'QUAY_IO_PASSWORD'],
      there: ['API_TOKEN', 'DATABASE_URL'],
      superfluous: ['OLD'],
      shadowed: ['OLD'],
    });
  });

  test('all there: 0', async () => {
    const api = await fakeGitHub();
    const folder = folderWith(projectFiles('file'));
    api.values.set('/repos/acme/app/actions/secrets/CODESHIP_AES_KEY', '');
    expect(await run(folder, ['check'], {}, { env: at(api.url) })).toMatchObject({
      code: 0,
      stdout: 'there: CODESHIP_AES_KEY\n',
    });
  });

  test('without a token, or with one that may not list, it cannot know: 1', async () => {
    const api = await fakeGitHub();
    const folder = folderWith(projectFiles('file'));
    const { GH_TOKEN: _token, ...env } = at(api.url);
    const without = await run(folder, ['check'], {}, { env });
    expect(without).toMatchObject({ code: 1, stdout: '' });
    expect(without.stderr).toMatch(/nobody can know/);
    api.answers.push({ status: 403, message: 'Resource not accessible by integration' });
    const forbidden = await run(folder, ['check'], {}, { env: at(api.url) });
    expect(forbidden).toMatchObject({ code: 1, stdout: '' });
    expect(forbidden.stderr).toMatch(/cannot be known/);
  });
});

describe('where GitHub is', () => {
  const asked = async (env: Record<string, string>, repo: string): Promise<readonly string[]> => {
    const urls: string[] = [];
    const { stderr } = await run(
      folderWith(projectFiles('file')),
      ['check'],
      { repo },
      {
        env,
        change: () => ({
          request: async ({ url, headers }) => {
            urls.push(`${url} ${headers?.['authorization']}`);
            return {
              kind: 'failure',
              reason: 'certificate',
              message: 'the certificate is not trusted',
            };
          },
        }),
      },
    );
    return urls.length > 0 ? urls : [stderr.split('\n')[0] ?? ''];
  };
  const page = '/repos/a/b/actions/secrets?per_page=100&page=1';

  test("github.com, ghe.com and a server of one's own, each with its own token", async () => {
    const env = { GH_TOKEN: 't1', GH_ENTERPRISE_TOKEN: 't2' };
    expect(await asked(env, 'a/b')).toEqual([`https://api.github.com${page} Bearer t1`]);
    expect(await asked(env, 'acme.ghe.com/a/b')).toEqual([
      `https://api.acme.ghe.com${page} Bearer t1`,
    ]);
    expect(await asked(env, 'git.acme.example/a/b')).toEqual([
      `https://git.acme.example/api/v3${page} Bearer t2`,
    ]);
    expect((await asked({ GH_TOKEN: 't1' }, 'git.acme.example/a/b'))[0]).toMatch(
      /without a token nobody can know/,
    );
  });

  test.each([
    ['git@github.com:acme/app.git', 'github.com/acme/app'],
    ['https://token@github.com/acme/app', 'github.com/acme/app'],
    ['ssh://git@ssh.github.com:443/acme/app.git', 'github.com/acme/app'],
    ['https://git.acme.example:8443/acme/app.git/', 'git.acme.example/acme/app'],
    ['/srv/git/app.git', undefined],
    ['https://gitlab.com/a/b/c.git', undefined],
  ])('the remote %s', (url, expected) => {
    expect(repositoryOfRemote(url)).toBe(expected);
  });
});

test('a line of the filled-in file that cannot be read is named without what stands there', () => {
  expect(readTemplate('A=1\nhidden value\n')).toEqual({
    ok: false,
    failure: { line: 2, message: 'this is not a `NAME=value` line' },
  });
  expect(readTemplate('A<<END\nx\n')).toMatchObject({ ok: false, failure: { line: 1 } });
  expect(readTemplate('a=1\nA=2\n')).toMatchObject({ ok: false, failure: { line: 2 } });
});

test('wrong words are wrong usage', async () => {
  const folder = folderWith(projectFiles('file'));
  expect(await run(folder, ['list'])).toMatchObject({ code: 2 });
  expect(await run(folder, ['set'], { org: 'a', environment: 'b' })).toMatchObject({ code: 2 });
  expect(await run(folderWith({}), ['plan'])).toMatchObject({ code: 2 });
  expect(secretsProgram).toBeTypeOf('function');
});

/** Each value, as it is and as programs write it, in everything that a run leaves. */
function expectNoLeak(
  hidden: readonly string[],
  ran: Awaited<ReturnType<typeof run>>,
  folders: readonly string[],
  further = '',
): void {
  const left = [
    ran.stdout,
    ran.stderr,
    JSON.stringify(ran.children),
    further,
    ...folders.map((folder) => JSON.stringify(treeOf(folder))),
  ].join('\n');
  for (const value of hidden) {
    const forms = [
      value,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
      Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -2),
      Buffer.from(value).toString('hex'),
    ];
    for (const form of forms)
      expect(left.includes(form), `a value of ${value.length} characters leaked`).toBe(false);
  }
}
