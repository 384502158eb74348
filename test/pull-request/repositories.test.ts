import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOn } from './run.ts';
import { branch, legacy, useWeb, workflow } from './web.ts';

const web = useWeb();

describe('what is converted', () => {
  test('a list of repositories, one after the other; failures do not stop the rest', async () => {
    web.github.addRepository('acme/plain', { 'README.md': 'Nothing.\n' });
    web.github.addRepository('acme/empty', {});
    web.github.addRepository('acme/old', legacy, { archived: true });
    web.github.addRepository('acme/api', {
      'codeship-services.yml': 'app:\n  image: busybox\n',
      'codeship-steps.yml': '- service: app\n  command: "true"\n',
    });
    const run = await runOn(web.github, {
      repositories: 'acme/plain, acme/empty\nacme/old acme/none\nacme/api\nacme/api',
    });
    expect(run.code).toBe(1);
    expect(run.pulls.map(({ repository, state }) => `${repository} ${state}`)).toEqual([
      'acme/plain nothing-found',
      'acme/empty failed',
      'acme/old failed',
      'acme/none failed',
      'acme/api opened',
    ]);
    expect(run.log).toContain('error: acme/empty has no branch `main`.');
    expect(run.log).toContain('error: acme/old is archived and can only be read.');
    expect(run.log).toContain('error: acme/none does not exist, or the token may not see it.');
    expect(web.github.pulls[0]?.title).toBe('Convert CodeShip to GitHub Actions');
    expect(run.summary).toContain('<details><summary>acme/api</summary>');
  });

  test('a repository under its new name, and a fork in itself', async () => {
    web.github.addRepository('acme/new', legacy, { was: 'acme/former' });
    web.github.addRepository('person/web', legacy, { fork: true });
    const run = await runOn(web.github, { repositories: 'acme/former person/web' });
    expect(run.code, run.log).toBe(0);
    expect(web.github.pulls.map(({ repository }) => repository)).toEqual([
      'acme/new',
      'person/web',
    ]);
    expect(run.log).toContain('person/web is a fork: the pull request is opened in the fork');
  });

  test('a folder of the repository, but no folder outside it', async () => {
    web.github.addRepository('acme/mono', {
      'codeship-services.yml': 'other:\n  image: busybox\n',
      'codeship-steps.yml': '- service: other\n  command: "true"\n',
      'services/app/codeship-services.yml': 'app:\n  image: busybox\n',
      'services/app/codeship-steps.yml': '- service: app\n  command: "true"\n',
    });
    const inside = await runOn(web.github, { repositories: 'acme/mono', path: 'services/app' });
    expect(inside.code, inside.log).toBe(0);
    const files = web.github.git('acme/mono', 'diff', '--name-only', 'main', branch).split('\n');
    // GitHub runs no workflow of a folder's own `.github/workflows`.
    expect(files).toEqual([
      '.github/codeship-services-app/ci.env',
      '.github/workflows/codeship-services-app.yml',
      'services/app/compose.codeship.yml',
    ]);
    for (const path of ['../..', 'services/none']) {
      const outside = await runOn(web.github, { repositories: 'acme/mono', path });
      expect(outside.code).toBe(1);
      expect(outside.log).toContain(`acme/mono has no folder \`${path}\`.`);
    }
  });

  test('scripts may be run', async () => {
    web.github.commit('acme/web', 'main', {
      'shippable.yml': 'language: none\nbuild:\n  ci:\n    - echo ${{ secrets }}\n',
    });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    const listed = web.github.git('acme/web', 'ls-tree', '-r', branch, '--', '.github').split('\n');
    for (const line of listed) {
      const [mode, , , path = ''] = line.split(/\s+/);
      const isScript = web.github.git('acme/web', 'show', `${branch}:${path}`).startsWith('#!');
      expect(mode, path).toBe(isScript ? '100755' : '100644');
    }
  });

  test('with the settings of the repository, or with others for all', async () => {
    web.github.commit('acme/web', 'main', { '.github/transship.yml': 'runner: own-runner\n' });
    await runOn(web.github);
    expect(web.onBranch(workflow)).toContain('runs-on: own-runner');
    const folder = mkdtempSync(join(tmpdir(), 'transship-settings-'));
    writeFileSync(join(folder, 'settings.yml'), 'runner: other-runner\n');
    await runOn(web.github, { config: join(folder, 'settings.yml') });
    expect(web.onBranch(workflow)).toContain('runs-on: other-runner');
    writeFileSync(join(folder, 'settings.yml'), 'runner: [1]\n');
    const wrong = await runOn(web.github, { config: join(folder, 'settings.yml') });
    expect(wrong.code).toBe(1);
    expect(wrong.log).toContain('the settings cannot be used');
    rmSync(folder, { recursive: true });
  });

  test('files that people wrote stay, unless told', async () => {
    web.github.commit('acme/web', 'main', { [workflow]: 'name: Mine\non: push\njobs: {}\n' });
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain(
      `\`${workflow}\` stands on \`main\` and is not transship's, so it stays as it is.`,
    );
    expect(web.github.git('acme/web', 'branch', '--list', branch)).toBe('');
    const forced = await runOn(web.github, { force: 'true' });
    expect(forced.pulls[0], forced.log).toMatchObject({ state: 'opened' });
    expect(web.onBranch(workflow)).toContain('npm test');
  });

  test('a repository that can run nothing of its own: no filter, no hook, no link', async () => {
    const marker = join(tmpdir(), `transship-was-here-${process.pid}`);
    web.github.commit('acme/web', 'main', {
      '.gitattributes': '* filter=evil text eol=crlf\n*.yml filter=lfs diff=lfs merge=lfs\n',
      '.githooks/post-checkout': `#!/bin/sh\ntouch ${marker}\n`,
      '.lfsconfig': `[lfs]\nurl = ${web.github.url}/lfs\n`,
    });
    const home = mkdtempSync(join(tmpdir(), 'transship-home-'));
    writeFileSync(
      join(home, '.gitconfig'),
      `[core]\n  hooksPath = .githooks\n[commit]\n  gpgSign = true\n[credential]\n  helper = "!touch ${marker}; true"\n`,
    );
    const run = await runOn(web.github, {}, { env: { HOME: home } });
    expect(run.code, run.log).toBe(0);
    expect(readdirSync(tmpdir())).not.toContain(marker.split('/').at(-1));
    expect(web.onBranch(workflow)).not.toContain('\r');
    rmSync(home, { recursive: true });
  });

  test('nothing through a link that leaves the repository', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'transship-outside-'));
    const work = mkdtempSync(join(tmpdir(), 'transship-link-'));
    symlinkSync(outside, join(work, '.github'));
    const blob = execFileSync('git', ['hash-object', '--stdin', '-w'], {
      cwd: web.github.git('acme/web', 'rev-parse', '--absolute-git-dir'),
      input: outside,
      encoding: 'utf8',
    }).trim();
    const folder = web.github.git('acme/web', 'rev-parse', '--absolute-git-dir');
    const index = { ...process.env, GIT_INDEX_FILE: join(work, 'index'), GIT_DIR: folder };
    execFileSync('git', ['read-tree', 'main'], { env: index });
    execFileSync('git', ['update-index', '--add', '--cacheinfo', `120000,${blob},.github`], {
      env: index,
    });
    const tree = execFileSync('git', ['write-tree'], { env: index, encoding: 'utf8' }).trim();
    const commit = web.github.git(
      'acme/web',
      '-c',
      'user.name=Bo',
      '-c',
      'user.email=b@example.test',
      'commit-tree',
      tree,
      '-p',
      'main',
      '-m',
      'Link',
    );
    web.github.git('acme/web', 'update-ref', 'refs/heads/main', commit);
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
    rmSync(work, { recursive: true });
  });
});
