// Credentials in files that the build reads: which files are looked at, and what is said of them.

import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/legacy/translation.ts';
import { convertTexts, type Texts } from '../legacy/codeship/project.ts';

// Put together here, so that no scanner takes the test for a leak.
const token = `ghp_${'aB3'.repeat(12)}`;

/** Files that are said to hold one, in a project whose commands name these. */
async function found(texts: Texts, words = '', publicValues: readonly string[] = []) {
  const { diagnostics } = await convertTexts(
    { 'shippable.yml': `language: none\nbuild:\n  ci:\n    - make ${words}\n`, ...texts },
    { ...defaultSettings, publicValues },
  );
  const open = diagnostics.filter(({ code }) => code === 'open-credential-file');
  return open.map(({ at }) => `${at?.file.path}:${at?.start}`);
}

test.each([
  ...['deploy.sh', 'bin/deploy.bash', 'ci.env', '.env', '.env.ci', 'app/.env-ci', 'bin/setenv'],
  ...[
    'x.py',
    'x.rb',
    'x.js',
    'x.yml',
    'x.yaml',
    'x.json',
    'x.properties',
    'x.cfg',
    'x.conf',
    'x.ini',
  ],
  ...['conf.d/.dockercfg', 'conf.d/dockercfg'],
])('%s is looked at where a legacy file names it', async (path) => {
  expect(await found({ [path]: `a ${token}\n` }, path)).toEqual([`${path}:2`]);
  expect(await found({ [path]: `a ${token}\n` })).toEqual([]);
});

test.each([
  ...['logo.png', 'deploy.shx', 'deploy.sh.bak', 'my.envelope', 'conf.d/my.dockercfg', 'README.md'],
  ...['docs/deploy.sh', 'spec/deploy.sh', 'test/deploy.sh', '.env.example', 'app.env.sample'],
])('%s is not', async (path) => {
  expect(await found({ [path]: `a ${token}\n` }, path)).toEqual([]);
});

test.each(['Dockerfile', 'app/Dockerfile.test', 'app/web-Dockerfile', 'ci.dockerfile'])(
  '%s is looked at, named or not',
  async (path) => {
    expect(await found({ [path]: `ENV A ${token}\n` })).toEqual([`${path}:6`]);
  },
);

test('a file is named by its last part alone', async () => {
  expect(await found({ 'ci/deploy.sh': token }, 'cd ci, ./x/deploy.sh')).toEqual([
    'ci/deploy.sh:0',
  ]);
  expect(await found({ 'ci/deploy.sh': token }, 'redeploy.sh')).toEqual([]);
});

test('what the settings call public is passed over, in whatever case', async () => {
  const files = { Dockerfile: 'ENV Api_Token=zxvbnmkl9\nENV OTHER_TOKEN=zxvbnmkl8\n' };
  expect(await found(files)).toHaveLength(2);
  expect(await found(files, '', ['API_TOKEN'])).toEqual(['Dockerfile:40']);
});

test('at most fifty are named', async () => {
  const text = Array.from({ length: 60 }, (_, at) => `ENV A ${token}${at}\n`).join('');
  expect(await found({ Dockerfile: text })).toHaveLength(50);
});

test('without a legacy file nothing is looked at', async () => {
  const { diagnostics } = await convertTexts({ Dockerfile: `ENV A ${token}\n` });
  expect(diagnostics).toEqual([]);
});
