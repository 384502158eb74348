// `--clone` against a real git server, and branches of folders.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditProgram } from '../../src/cli/audit/command.ts';
import type { EstateReport } from '../../src/estate/estate.ts';
import { folderWith, run } from '../cli/run.ts';
import { type GitHubServer, startGitHub } from '../pull-request/github-server.ts';
import { type FakeGitHub, startFakeGitHub, token } from './fake-github.ts';
import { runAudit } from './run-audit.ts';

const plain = 'language: none\nbuild:\n  ci:\n    - make\n';
const hub = `${plain}integrations:\n  hub:\n    - integrationName: hub\n      type: docker\n`;
const files: Readonly<Record<string, Readonly<Record<string, Record<string, string>>>>> = {
  'acme/web': { main: { 'shippable.yml': plain, Makefile: 'make:\n\techo $BRANCH\n' } },
  'acme/api': {
    main: { 'shippable.yml': hub, 'a/b/c.sh': 'echo $COMMIT' },
    release: { 'shippable.yml': plain },
    same: { 'shippable.yml': hub, other: '1' },
  },
  'acme/docs': { main: { 'readme.md': '# x' } },
};

let git: GitHubServer;
let api: FakeGitHub;

beforeAll(async () => {
  git = await startGitHub(token);
  const repositories = Object.entries(files).map(([name, branches]) => {
    git.addRepository(name, branches['main'] ?? {});
    git.git(name, 'config', 'uploadpack.allowFilter', 'true');
    git.git(name, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const commits: Record<string, string> = {};
    for (const [branch, texts] of Object.entries(branches)) {
      if (branch !== 'main') git.commit(name, branch, texts);
      commits[branch] = git.git(name, 'rev-parse', `refs/heads/${branch}`);
    }
    return { name, branches, commits };
  });
  api = await startFakeGitHub([...repositories, { name: 'acme/empty', branches: {} }]);
});
afterAll(async () => {
  await git.stop();
  await api.close();
});

async function audit(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const temporary = folderWith({});
  const ran = await runAudit(
    [...args, '--json'],
    {
      env: {
        PATH: process.env['PATH'],
        GITHUB_API_URL: api.api,
        GITHUB_SERVER_URL: git.url,
        GH_TOKEN: token,
        RUNNER_TEMP: temporary,
        ...env,
      },
      folder: folderWith({}),
    },
    () => auditProgram,
  );
  // Every clone is gone.
  expect(fs.readdirSync(temporary)).toEqual([]);
  return { ...ran, report: JSON.parse(ran.stdout) as EstateReport };
}

describe('--clone', () => {
  test('the same report as by the API, with no tree and no file asked of it', async () => {
    const byApi = await audit(['--org', 'acme', '--branches']);
    api.answered.length = 0;
    const byGit = await audit(['--org', 'acme', '--branches', '--clone']);
    expect(byGit.report).toEqual(byApi.report);
    expect(byGit.report.totals).toMatchObject({ converted: 3, withoutConfiguration: 2, failed: 0 });
    expect(api.answered.filter((line) => line.includes('/git/'))).toEqual([]);
  });

  test('the token is in no argument and no address, and reaches no file', async () => {
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    const folder = folderWith({
      'bin/git': `#!/bin/sh\nprintf '%s\\n' "$*" >>"$(dirname "$0")/../log"\nif [ -f "$2/config" ]; then cat "$2/config" >>"$(dirname "$0")/../log"; fi\nexec ${real} "$@"\n`,
    });
    fs.chmodSync(path.join(folder, 'bin/git'), 0o755);
    const { report } = await audit(['--org', 'acme', '--clone'], {
      PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
    });
    expect(report.totals.failed).toBe(0);
    const log = fs.readFileSync(path.join(folder, 'log'), 'utf8');
    expect(log).toContain('--filter=blob:none');
    expect(log).toContain('fetch');
    const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');
    for (const secret of [token, encoded]) expect(log).not.toContain(secret);
  });

  test.each([
    [
      404,
      "remote: Repository not found.\nfatal: repository 'x' not found",
      'does not exist, or the token may not read it',
      0,
    ],
    [
      403,
      'The `acme` organization has enabled or enforced SAML SSO',
      'single sign-on is required',
      0,
    ],
    [401, 'Bad credentials', 'does not accept the token', 1],
    [503, 'Service unavailable', 'could not be reached', 0],
  ])(
    'HTTP %i of the git server is said, and the rest goes on where it can',
    async (status, text, message, code) => {
      git.refuseGit = (at) => (at.includes('/web.git') ? { status, text } : undefined);
      try {
        const ran = await audit(['--org', 'acme', '--clone']);
        expect(ran.code).toBe(code);
        const said =
          ran.report.stopped ?? ran.report.repositories.find(({ failure }) => failure)?.failure;
        expect(said?.message).toContain(message);
        expect(said?.help?.length).toBeGreaterThan(10);
        if (code === 0) expect(ran.report.totals.converted).toBe(1);
      } finally {
        git.refuseGit = () => undefined;
      }
    },
  );
});

describe('branches of folders', () => {
  const gitIn = (folder: string, ...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });

  function repository(): string {
    const folder = folderWith({ 'web/shippable.yml': plain, 'web/old name.sh': 'echo' });
    const web = path.join(folder, 'web');
    gitIn(web, 'init', '-q', '-b', 'main');
    gitIn(web, 'add', '.');
    gitIn(web, 'commit', '-qm', 'x');
    const branch = (name: string, change: () => void): void => {
      gitIn(web, 'checkout', '-q', '-B', name, 'main');
      change();
      gitIn(web, 'add', '-A');
      gitIn(web, 'commit', '-qm', name, '--allow-empty');
    };
    branch('feature/hub', () => fs.writeFileSync(path.join(web, 'shippable.yml'), hub));
    branch('feature/twin', () => fs.writeFileSync(path.join(web, 'shippable.yml'), hub));
    branch('other-file', () => fs.writeFileSync(path.join(web, 'x'), '1'));
    branch('without', () => fs.rmSync(path.join(web, 'shippable.yml')));
    branch('broken', () => fs.writeFileSync(path.join(web, 'shippable.yml'), 'build: [\n'));
    branch('odd', () => {
      fs.writeFileSync(path.join(web, 'shippable.yml'), `${plain}# odd\n`);
      fs.writeFileSync(Buffer.concat([Buffer.from(`${web}/`), Buffer.from([0xff, 0xfe])]), 'x');
      fs.symlinkSync('/etc/passwd', path.join(web, 'codeship-services.yml'));
      fs.symlinkSync('loop', path.join(web, 'loop'));
    });
    gitIn(web, 'checkout', '-q', 'main');
    return folder;
  }

  test('each other configuration once; equal ones, none, and the checkout are left out', async () => {
    const folder = repository();
    const args = ['audit', 'web', '--branches', '--json', '--journal', 'journal'];
    const ran = await run(args, { folder });
    const { repositories } = JSON.parse(ran.stdout) as EstateReport;
    expect(repositories.map(({ branch = '', state }) => `${branch} ${state}`)).toEqual([
      ' converted',
      'broken failed',
      'feature/hub converted',
      'odd converted',
    ]);
    expect(repositories.find(({ branch }) => branch === 'feature/hub')?.secrets).toHaveLength(2);
    expect(gitIn(path.join(folder, 'web'), 'status', '--porcelain')).toBe('');
    expect(await run(args, { folder })).toEqual(ran);
    expect((await run(['audit', 'web', '--json'], { folder })).stdout).not.toContain('feature/');
  });

  test('those of origin count in a fresh clone, and a folder without git has none', async () => {
    const folder = repository();
    gitIn(folder, 'clone', '-q', 'web', 'copy');
    fs.mkdirSync(path.join(folder, 'none'));
    fs.writeFileSync(path.join(folder, 'none/shippable.yml'), plain);
    const ran = await run(['audit', 'copy', 'none', '--branches', '--json'], { folder });
    const { repositories } = JSON.parse(ran.stdout) as EstateReport;
    expect(repositories.map(({ name, branch = '' }) => `${name} ${branch}`)).toEqual([
      'copy ',
      'copy broken',
      'copy feature/hub',
      'copy odd',
      'none ',
    ]);
  });
});
