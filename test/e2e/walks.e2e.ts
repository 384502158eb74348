// Newcomers again, with an engine: somebody who only wants login, build and push, and the job that checks. The workflows are
// those of the pages; only the names that a reader replaces are replaced.

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { folderWith, run as runCommand, treeOf } from '../cli/run.ts';
import { startGitHub } from '../pull-request/github-server.ts';
import { firstWorkflow, project } from '../walks/pages.ts';
import { callWorkflow, publishProject, removeRepositories } from './second-repository.ts';
import type { ActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

let published: ActionsFolder;
let registry: Registry;
beforeAll(async () => {
  published = await publishProject([
    'login',
    'build',
    'push',
    'convert-action',
    'convert-pull-request',
  ]);
  cpSync(join(project, 'action.yml'), join(published.folder, 'action.yml'));
  registry = await startRegistry({ htpasswd: { acme: 'pass-of-acme', ci: 'pass-of-acme' } });
});
afterAll(async () => {
  const { stdout } = await run('docker', ['images', '--quiet', `${registry.host}/acme/web`]);
  const ids = [...new Set(stdout.split('\n').filter((id) => id !== ''))];
  if (ids.length > 0) await run('docker', ['rmi', '--force', ...ids], { check: false });
  await registry.stop();
  removeRepositories();
  published.remove();
});

const tags = async (user: string): Promise<readonly string[]> => {
  const authorization = `Basic ${Buffer.from(`${user}:pass-of-acme`).toString('base64')}`;
  const response = await fetch(`${registry.url}/v2/acme/web/tags/list`, {
    headers: { authorization },
  });
  return ((await response.json()) as { tags?: string[] }).tags ?? [];
};

/** The reader's registry in place of that of the page; this one has no TLS, for which the page says what to write. */
const own = (workflow: string): string =>
  workflow
    .replace('registry: registry.example.com', `registry: http://${registry.host}`)
    .replaceAll('registry.example.com', registry.host);

const pasted = (workflow: string) =>
  callWorkflow({
    published: published.folder,
    workflow: 'image.yml',
    own: own(workflow),
    files: { Dockerfile: 'FROM transship.test/busybox:1\nCOPY Dockerfile /walk\n' },
    with: {},
    secrets: { REGISTRY_PASSWORD: 'pass-of-acme' },
  });

describe('login, build and push, pasted from a page', () => {
  test('the first workflow of the page of `login`', async () => {
    const ran = await pasted(firstWorkflow('actions/login/README.md', 'A whole workflow'));
    expect(ran.result, ran.output).toBe('success');
    expect(await tags('acme')).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
    expect(ran.printed).not.toContain('pass-of-acme');
  });

  test('the workflow of the page about private registries', async () => {
    const page = '.github/docs/registries/private.md';
    const ran = await pasted(firstWorkflow(page, 'What you write here'));
    expect(ran.result, ran.output).toBe('success');
    expect(await tags('ci')).toContain('latest');
    // A second run, of the same commit, pushes the same.
    const again = await pasted(firstWorkflow(page, 'What you write here'));
    expect(again.result, again.output).toBe('success');
  });
});

test('a list of repositories, by the workflow of the README: a pull request in each, and none twice', async () => {
  const github = await startGitHub('github_pat_of-the-walk');
  onTestFinished(() => github.stop());
  for (const name of ['acme/web', 'acme/api']) {
    github.addRepository(name, { 'shippable.yml': 'language: none\nbuild:\n  ci:\n    - make\n' });
  }
  const convert = () =>
    callWorkflow({
      published: published.folder,
      workflow: 'convert.yml',
      own: firstWorkflow('README.md', 'Move many projects'),
      event: 'workflow_dispatch',
      files: { 'README.md': 'Nothing of this repository is converted.\n' },
      with: {},
      secrets: { TRANSSHIP_TOKEN: github.token },
      contexts: { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.url },
    });
  const first = await convert();
  expect(first.result, first.output).toBe('success');
  expect(github.pulls.map(({ repository }) => repository).sort()).toEqual(['acme/api', 'acme/web']);
  for (const { body } of github.pulls) expect(body).toContain('## To do by hand');
  const again = await convert();
  expect(again.result, again.output).toBe('success');
  expect(github.pulls).toHaveLength(2);
});

describe('the job that checks', () => {
  const legacy = {
    'shippable.yml':
      'language: none\nbuild:\n  ci:\n    - make\nintegrations:\n  hub:\n    - integrationName: hub\n      type: docker\n',
  };
  const check = (files: Readonly<Record<string, string>>) =>
    callWorkflow({
      published: published.folder,
      workflow: 'check.yml',
      own: firstWorkflow('.github/docs/action.md', 'The root action'),
      event: 'pull_request',
      files,
      with: {},
    });

  test('is green after a conversion and a raised pin, red after an edit, and says when it is done', async () => {
    const folder = folderWith(legacy);
    expect((await runCommand(['convert', folder])).code).toBe(0);
    const files = treeOf(folder);
    const path = '.github/workflows/shippable.yml';
    const workflow = readFileSync(join(folder, path), 'utf8');

    const green = await check(files);
    expect(green.result, green.output).toBe('success');
    const raised = workflow.replace(
      /(actions\/checkout)@[0-9a-f]{40} # v[\d.]+/,
      `$1@${'9'.repeat(40)} # v99.0.0`,
    );
    expect(raised).not.toBe(workflow);
    const bumped = await check({ ...files, [path]: raised });
    expect(bumped.result, bumped.output).toBe('success');

    const changed = await check({
      ...files,
      'shippable.yml': legacy['shippable.yml'].replace('make', 'make all'),
    });
    expect(changed.result, changed.output).toBe('failure');

    const done = await check({ [path]: workflow });
    expect(done.result, done.output).toBe('failure');
    expect(done.output).toContain('nothing to compare');
    expect(done.output).toContain('delete the job');
  });
});
