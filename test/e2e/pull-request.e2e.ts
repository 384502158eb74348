import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type GitHubServer, startGitHub } from '../pull-request/github-server.ts';
import {
  type Call,
  callWorkflow,
  ownPin,
  publishProject,
  removeRepositories,
} from './second-repository.ts';
import type { ActionsFolder } from './setup/actions.ts';

// The dispatched translator as people run it: the workflow and the bundled action by act, a real git server, an API over HTTP.

const branch = 'transship-convert';
const boots = `language: none
build:
  pre_ci:
    - npm install -g grunt
  pre_ci_boot:
    image_name: acme/ci
    image_tag: tip
    pull: true
  ci:
    - make
`;
let published: ActionsFolder;
let github: GitHubServer;

beforeAll(async () => {
  published = await publishProject(['convert-pull-request']);
});
afterAll(() => {
  removeRepositories();
  published.remove();
});
beforeEach(async () => {
  github = await startGitHub('github_pat_of-the-test');
  github.addRepository('acme/second', { 'shippable.yml': boots });
  github.addRepository('acme/other', { 'shippable.yml': boots });
});
afterEach(() => github.stop());

const convert = (more: Partial<Call> = {}) =>
  callWorkflow({
    published: published.folder,
    workflow: 'convert.yml',
    files: { 'README.md': 'The checkout is not what is converted.\n' },
    with: {},
    secrets: { TRANSSHIP_TOKEN: github.token },
    contexts: {
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.url,
      GITHUB_REPOSITORY: 'acme/second',
    },
    ...more,
  });

test('called from a second repository: opens a pull request there, and finds it again', async () => {
  const first = await convert();
  expect(first.result, first.output).toBe('success');
  const [pull] = JSON.parse(String(first.outputs['pull-requests']));
  expect(pull).toMatchObject({ repository: 'acme/second', state: 'opened', number: 1 });
  const workflow = github.git('acme/second', 'show', `${branch}:.github/workflows/shippable.yml`);
  // The actions are named at the commit that the translator itself runs at.
  expect(workflow).toContain(`transship/transship/actions/pull-boot-image@${ownPin()} #`);
  const body = github.pulls[0]?.body ?? '';
  expect(body).toContain("- GitHub's parser: no finding");
  expect(body).toContain('- actionlint: no finding');
  expect(body).toContain('- zizmor: no finding');
  expect(body).toMatch(/Inherited[\s\S]*`adhoc-packages`/);
  expect(body).toContain('- [ ] ');
  expect(first.output).not.toContain(github.token);
  expect(first.artifact('transship-reports/acme/second/report.md')).toContain('# transship report');
  expect(first.artifact('transship-reports/acme/second/changes.patch')).toContain('make');

  const again = await convert();
  expect(JSON.parse(String(again.outputs['pull-requests']))[0]).toMatchObject({
    state: 'unchanged',
    number: 1,
  });
  github.commit('acme/second', 'main', { 'shippable.yml': boots.replace('make', 'make all') });
  const updated = await convert();
  expect(JSON.parse(String(updated.outputs['pull-requests']))[0]).toMatchObject({
    state: 'updated',
    number: 1,
  });
  expect(github.pulls).toHaveLength(1);
  expect(github.git('acme/second', 'rev-list', '--count', `main..${branch}`)).toBe('1');
});

test('dispatched, for a list of repositories', async () => {
  const run = await convert({
    dispatched: true,
    with: { repositories: 'acme/other acme/second', branch, path: '.', force: 'false' },
  });
  expect(run.result, run.output).toBe('success');
  expect(github.pulls.map(({ repository }) => repository)).toEqual(['acme/other', 'acme/second']);
});

test('Enterprise Server has no artifacts, which fails nothing; the names of artifacts can differ', async () => {
  const none = await convert({
    contexts: {
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.url,
      GITHUB_REPOSITORY: 'acme/second',
      NO_ARTIFACTS: '1',
    },
  });
  expect(none.result, none.output).toBe('success');
  expect(none.output).toContain('Failure - Main Keep the reports');
  expect(JSON.parse(String(none.outputs['pull-requests']))[0]).toMatchObject({ state: 'opened' });
  const named = await convert({ with: { artifact: 'reports-of-two' } });
  expect(named.artifact('reports-of-two/acme/second/report.md')).toContain('# transship report');
});

test('of a list, one that fails does not stop the others', async () => {
  const run = await convert({ with: { repositories: 'acme/none acme/other' } });
  expect(run.result, run.output).toBe('failure');
  expect(run.output).toContain('acme/none does not exist, or the token may not see it.');
  expect(github.pulls.map(({ repository }) => repository)).toEqual(['acme/other']);
});

test('with the token of the job: the report and the patch are kept, and the error says what token is needed', async () => {
  github.refusePushes(
    'acme/second',
    'refusing to allow a GitHub App to create or update workflow `.github/workflows/shippable.yml` without `workflows` permission',
  );
  const run = await convert();
  expect(run.result, run.output).toBe('failure');
  expect(run.output).toContain('The token may not write workflow files in acme/second.');
  expect(run.output).toContain('GITHUB_TOKEN');
  expect(run.artifact('transship-reports/acme/second/changes.patch')).toContain('make');
  expect(github.pulls).toEqual([]);
});
