// The owner of one repository with a `shippable.yml`, who follows the pages word for word.

import { expect, test } from 'vitest';
import { newcomer } from './newcomer.ts';

const files = {
  'shippable.yml': `language: node_js
node_js:
  - "20"
build:
  ci:
    - npm test
  post_ci:
    - docker build --tag acme/web:$BRANCH .
    - docker push acme/web:$BRANCH
integrations:
  hub:
    - integrationName: acme-hub
      type: docker
branches:
  only: master
`,
  Dockerfile: 'FROM node:20\n',
  'package.json': '{"name":"web","scripts":{"test":"true"}}\n',
};
const page = '.github/docs/from-shippable.md';
const workflow = '.github/workflows/shippable.yml';

test('from a fresh clone to the removed legacy file', async () => {
  const ada = await newcomer(files);

  // README: try it, then in the own repository.
  expect(await ada.follow('README.md', 'Try it')).toContain(
    '+++ b/.github/workflows/shippable.yml',
  );
  const dry = await ada.follow('README.md', 'Move one project');
  expect(dry).toContain(`+++ b/${workflow}`);
  expect(dry).toContain('warning[deploys-in-pull-requests]');
  expect((await ada.type('git status --porcelain')).output).toBe('');
  expect((await ada.type('transship explain deploys-in-pull-requests')).code).toBe(0);

  // The page for Shippable, from its beginning.
  const converted = await ada.follow(page, '1. Convert');
  expect(converted).toContain(workflow);
  const report = (await ada.type('cat ../report.md')).output;
  expect(report).toContain('## To do by hand');
  const asked = [...report.matchAll(/^ +gh secret set (\w+)$/gm)].map(([, name]) => name);
  expect(asked).toEqual(['ACMEHUB_INTEGRATION_USERNAME', 'ACMEHUB_INTEGRATION_PASSWORD']);

  // The checklist: secrets.
  await ada.follow(page, '3. Create the secrets', /--template/);
  const template = (await ada.type('cat ../secrets.txt')).output;
  const filled = template.replace(/^(\w+)=$/gm, '$1=value-of-$1');
  expect(filled).not.toBe(template);
  ada.write('../secrets.txt', filled);
  const done = await ada.follow(page, '3. Create the secrets', /--from/);
  expect(done).not.toContain('missing');
  expect(done).not.toContain('value-of-');
  for (const name of asked) {
    expect(ada.github.values.get(`/repos/acme/my-project/actions/secrets/${name}`)).toBe(
      `value-of-${name}`,
    );
  }
  // And the two other lines of the checklist are commands that run.
  for (const [, command = ''] of report.matchAll(/^ +(gh api .*)$/gm)) {
    expect((await ada.type(command)).code).toBe(0);
  }

  // The pull request holds the workflow and nothing else.
  await ada.follow(page, '4. Open a pull request');
  const { 'github-actions': branch = [], master = [] } = ada.pushed();
  expect(branch.filter((file) => !master.includes(file))).toEqual([workflow]);
  expect(ada.pullRequests()).toEqual(['--fill']);

  // A second run changes nothing, and the check agrees.
  const before = ada.read(workflow);
  expect((await ada.type('transship convert')).output).toContain(`${workflow} (unchanged)`);
  expect(ada.read(workflow)).toBe(before);
  expect(await ada.type('transship convert --check')).toMatchObject({ code: 0 });

  // A bot raises a pin: no edit, no difference, and the pin stays.
  const raised = before.replace(
    /(uses: actions\/checkout)@[0-9a-f]{40} # v[\d.]+/,
    `$1@${'9'.repeat(40)} # v99.0.0`,
  );
  expect(raised).not.toBe(before);
  ada.write(workflow, raised);
  expect(await ada.type('transship convert --check')).toMatchObject({ code: 0 });
  expect((await ada.type('transship convert')).output).not.toContain('edited');
  expect(ada.read(workflow)).toBe(raised);
  // What changes in the legacy file still arrives, with the pin that stands there.
  ada.write('shippable.yml', files['shippable.yml'].replace('npm test', 'npm run all'));
  expect((await ada.type('transship convert --check')).code).toBe(1);
  expect((await ada.type('transship convert')).code).toBe(0);
  expect(ada.read(workflow)).toContain('npm run all');
  expect(ada.read(workflow)).toContain(`actions/checkout@${'9'.repeat(40)} # v99.0.0`);
  await ada.type('git commit -qam "Test everything"');

  // The end: the legacy file goes, and the check says that it is done.
  await ada.follow(page, '5. Merge and clean up');
  const last = await ada.type('transship convert --check');
  expect(last.code).toBe(1);
  expect(last.output).toContain('error[nothing-to-compare]');
  expect(last.output).toContain('delete the job');
  expect(ada.read(workflow)).toContain('npm run all');
});

test('who writes the workflow on, and converts again, loses nothing', async () => {
  const ada = await newcomer(files);
  await ada.follow('README.md', 'Try it');
  await ada.follow('README.md', 'Move one project');
  await ada.follow(page, '1. Convert');
  const mine = ada.read(workflow).replace('npm test', 'npm run mine');
  ada.write(workflow, mine);
  const again = await ada.type('transship convert');
  expect(again.code).toBe(1);
  expect(again.output).toContain('error[edited-file]');
  expect(ada.read(workflow)).toBe(mine);
});
