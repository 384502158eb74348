import { expect, test } from 'vitest';
import { readTemplates } from '../../src/actions/template.ts';
import { exited, type FakeHostOptions, fakeHost } from '../fake-host.ts';

const env = {
  GITHUB_REF_NAME: 'feature/x',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_REPOSITORY_ID: '77',
  GITHUB_RUN_ID: '88',
  GITHUB_ACTOR: 'octocat',
};

const render = async (text: string, options: FakeHostOptions = {}, step = {}) => {
  const host = fakeHost({ ...options, env: { ...env, ...options.env } });
  const { templates, failures } = await readTemplates(host, [text]);
  return { host, failures, result: templates.render(text, step) };
};

test.each([
  ['latest', 'latest'],
  ['{{ .Branch }}', 'feature/x'],
  ['{{ .CiName }}-{{ .Ci }}', 'codeship-true'],
  ['{{ printf "%.8s" .CommitID }}', '01234567'],
  ['{{ .Commit }}', env.GITHUB_SHA],
  ['{{ .RepoName }}.{{ .ProjectID }}.{{ .BuildID }}', 'web.77.88'],
  ['{{ .CommitterUsername }}', 'octocat'],
  ['{{ .Timestamp }} {{ printf "%d" .Timestamp }}', '1767323045 1767323045'],
  ['{{ .Time.Format "20060102" }}', '20260102'],
  ['{{ .StringTime }}', '2026-01-02 03:04:05 +0000 UTC'],
  ['{{ .StepName }}/{{ .ServiceName }}/{{ .ImageName }}', 'release/web/acme/web'],
])('%j is %j', async (text, expected) => {
  const step = { name: 'release', service: 'web', image_name: 'acme/web' };
  const { failures, result } = await render(text, {}, step);
  expect(failures).toEqual([]);
  expect(result).toEqual({ ok: true, value: expected });
});

test('git is asked for what only git knows, and only then', async () => {
  const exec = () => exited(0, 'v1.2-3-gabc\n');
  const { host, result } = await render('{{ .CommitDescription }}', { exec });
  expect(result).toEqual({ ok: true, value: 'v1.2-3-gabc' });
  expect(host.execs.length).toBeGreaterThan(0);
  expect((await render('{{ .Branch }}', { exec })).host.execs).toEqual([]);
});

test('a variable that a step before exported counts', async () => {
  const { result } = await render('{{ .Branch }}', { env: { CI_BRANCH: 'main' } });
  expect(result).toEqual({ ok: true, value: 'main' });
});

test('what cannot be known or read is said', async () => {
  const without = await render('{{ .CommitMessage }}');
  expect(without.failures[0]?.message).toContain('.CommitMessage');
  expect((await render('{{ .Nope }}')).result).toMatchObject({ ok: false });
  expect((await render('{{ .Branch ')).result).toMatchObject({ ok: false });
});
