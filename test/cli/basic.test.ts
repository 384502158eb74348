import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, readFile, run } from './run.ts';

const answers = [
  ...['rvm use 2.7.2', 'bundle install', ''],
  ...['bundle exec rspec', ''],
  ...['npm test', ''],
  '',
  ...['main', 'cap production deploy', ''],
  ...['release/%', ''],
  '',
  ...['RAILS_ENV=test', 'DEPLOY_TOKEN=abc123abc123', 'OTHER', ''],
];

describe('basic', () => {
  test('asks for the lists, and writes a file that converts', async () => {
    const folder = folderWith({});
    const { code, stdout, stderr } = await run(['basic', folder], { lines: answers });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'wrote codeship-basic.yml; read it, then run `transship convert`\n',
    });
    expect(stderr).not.toContain('abc123');
    expect(readFile(folder, 'codeship-basic.yml')).toBe(`\
# What stood in the dashboard of CodeShip Basic. A variable without a value is a secret.
setup:
  - rvm use 2.7.2
  - bundle install
tests:
  Test 1:
    - bundle exec rspec
  Test 2:
    - npm test
deployments:
  - branch: main
    commands:
      - cap production deploy
  - branch: release/
    match: prefix
environment:
  RAILS_ENV: test
  DEPLOY_TOKEN:
  OTHER:
`);
    expect((await run(['convert', folder])).code).toBe(0);
    expect(readFile(folder, '.github/workflows/codeship-basic.yml')).toContain(
      'DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}',
    );
  });

  test('overwrites nothing, and writes nothing where nothing was entered', async () => {
    const folder = folderWith({ 'codeship-basic.yml': 'tests: [x]\n' });
    expect((await run(['basic', folder], { lines: answers })).code).toBe(2);
    expect(readFile(folder, 'codeship-basic.yml')).toBe('tests: [x]\n');
    const empty = folderWith({});
    expect((await run(['basic', empty], { lines: ['', '', '', ''] })).code).toBe(1);
    expect(fs.readdirSync(empty)).toEqual([]);
    expect((await run(['basic', path.join(empty, 'none')])).code).toBe(2);
  });
});

describe('traces of a Basic project', () => {
  test.each([
    ['codeship.sh', ''],
    ['codeship/setup.sh', ''],
    ['scripts/codeship-deploy.rb', ''],
    ['config/database.codeship.yml', ''],
    ['README.md', '![](https://app.codeship.com/projects/1/status?branch=main)'],
  ])('%s is said, with how to go on', async (file, text) => {
    const { code, stderr } = await run(['convert', folderWith({ [file]: text })]);
    expect(code).toBe(0);
    expect(stderr).toContain('warning[basic-project]');
    expect(stderr).toContain('transship basic');
    expect(stderr).not.toContain('no-configuration');
  });

  test('nothing is said beside a Pro project, or a Basic one that is written down', async () => {
    const pro = {
      'codeship.sh': '',
      'codeship-services.yml': 'a: { image: busybox }\n',
      'codeship-steps.yml': '- { service: a, command: x }\n',
    };
    const basic = { 'codeship.sh': '', 'codeship-basic.yml': 'tests: [x]\n' };
    for (const files of [pro, basic])
      expect((await run(['convert', folderWith(files)])).stderr).not.toContain('basic-project');
  });
});
