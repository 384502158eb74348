// The engineer with 200 repositories: the audit, its waves, and the list that the conversion of each wave takes.

import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { startFakeGitHub } from '../estate/fake-github.ts';
import { newcomer } from './newcomer.ts';
import { blocksOf, firstWorkflow } from './pages.ts';

const count = 200;

/** Six kinds in turn: small ones, secrets, encrypted files, lines of two repositories, a broken file, and none. */
function repositoryFiles(index: number): Readonly<Record<string, string>> {
  switch (index % 6) {
    case 0:
      return {
        'shippable.yml': `language: node_js\nnode_js:\n  - "20"\nbuild:\n  ci:\n    - npm run t${index}\n`,
      };
    case 1:
      return {
        'shippable.yml': `language: none\nbuild:\n  post_ci:\n    - docker push acme/s${index}:1\nintegrations:\n  hub:\n    - integrationName: hub\n      type: docker\n`,
      };
    case 2:
      return {
        'codeship-services.yml': 'app:\n  image: node:20\n  environment:\n    A: b\n',
        'codeship-steps.yml': `- service: app\n  command: npm run t${index}\n`,
      };
    case 3:
      return {
        'shippable.resources.yml': `resources:\n  - {name: img${index}, type: image, pointer: {sourceName: acme/i${index}}, seed: {versionName: 1}}\n`,
        'shippable.jobs.yml': `jobs:\n  - name: job${index}\n    type: runSh\n    steps:\n      - IN: img${index}\n      - TASK:\n          - script: ./deploy.sh\n`,
      };
    case 4:
      return index % 12 === 4
        ? { 'shippable.yml': 'build:\n  ci: [\n' }
        : {
            'shippable.yml':
              'language: python\npython: "3.12"\nbuild:\n  ci:\n    - python -m pytest\n',
          };
    default:
      return { 'README.md': 'No pipeline.\n' };
  }
}

test('audit, waves, and one that is moved', async () => {
  const ada = await newcomer(repositoryFiles(0));
  const folder = path.join(ada.repository, '..');
  for (let index = 1; index < count; index++) {
    for (const [file, text] of Object.entries(repositoryFiles(index))) {
      fs.mkdirSync(path.join(folder, `service-${index}`), { recursive: true });
      fs.writeFileSync(path.join(folder, `service-${index}`, file), text);
    }
  }
  await ada.type(
    `for folder in service-*; do git -C "$folder" init -q; git -C "$folder" remote add origin "git@github.com:acme/$folder.git"; done; cd ${folder}`,
  );
  await ada.follow('README.md', 'Try it');
  await ada.follow('README.md', 'Move one project', /alias/);
  const shown = await ada.follow('README.md', 'Move many projects');
  // The clone of transship lies among them, with its samples, and is none of them.
  expect(shown).not.toContain('transship:');
  expect(shown).not.toContain('lie open');
  const html = (await ada.type('cat audit.html')).output;
  expect(html).toContain('service-199');
  const audits = '.github/docs/audit.md';
  await ada.follow(audits, 'What it takes to move many repositories', /~\/src/);
  const report = JSON.parse((await ada.type('cat audit.json')).output);
  const waves: Record<string, number> = {};
  for (const { wave } of report.repositories) waves[wave] = (waves[wave] ?? 0) + 1;
  expect(Object.keys(waves).length).toBeGreaterThan(1);
  const first = await ada.follow(audits, 'The waves');
  expect(first.trim().split('\n')).toHaveLength(waves['1'] ?? 0);
  // As convert.yml takes them.
  for (const name of first.trim().split('\n')) expect(name).toMatch(/^acme\/[\w-]+$/);
  // Nothing was changed anywhere.
  expect(fs.readdirSync(path.join(folder, 'service-6')).sort()).toEqual(['.git', 'shippable.yml']);

  // The same by the API, without a clone.
  const fake = await startFakeGitHub(
    Array.from({ length: count }, (_, index) => ({
      name: `acme/service-${index}`,
      branches: { master: repositoryFiles(index) },
    })),
  );
  onTestFinished(() => fake.close());
  await ada.type(`export GITHUB_API_URL=${fake.api}`);
  const remote = await ada.follow(audits, 'Repositories on GitHub');
  expect(remote).toMatch(/150 with a legacy configuration .*, 33 without, 17 that/);
  expect((await ada.type('cat audit.html')).output).toContain('acme/service-196');

  // What the README gives the workflow is what it takes.
  const caller = parse(firstWorkflow('README.md', 'Move many projects'));
  const called = parse(
    fs.readFileSync(new URL('../../.github/workflows/convert.yml', import.meta.url), 'utf8'),
  );
  const inputs = Object.keys(called.on.workflow_call.inputs);
  for (const name of Object.keys(caller.jobs.convert.with)) expect(inputs).toContain(name);
  expect(blocksOf('.github/docs/workflows.md', 'The translator', 'yaml').length).toBeGreaterThan(0);
});
