// The composite `actions/login`, run by `act`: inputs, secrets, outputs, and what later steps find.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ActJob, createActJob } from './act-job.ts';
import { newImage, removeImages } from './image-job.ts';
import { watchArguments } from './prepare-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

const results = mkdtempSync(join(tmpdir(), 'transship-results-'));
let actions: ActionsFolder;
let one: Registry;
let two: Registry;
beforeAll(async () => {
  actions = await createActionsFolder(['login']);
  one = await startRegistry({ htpasswd: { bob: 'first-secret' } });
  two = await startRegistry({ htpasswd: { eve: 'second-secret' } });
});
afterAll(async () => {
  await one.stop();
  await two.stop();
  actions.remove();
  rmSync(results, { recursive: true, force: true });
});

const jobs: ActJob[] = [];
afterEach(() => {
  for (const job of jobs.splice(0)) job.remove();
});
async function newJob(
  steps: string,
  files: Readonly<Record<string, string>> = {},
): Promise<ActJob> {
  const job = await createActJob(actions.folder, steps, files);
  jobs.push(job);
  return job;
}
/** act prints masks as it prints everything; the real runner hides these lines. */
const shown = (output: string): string =>
  output
    .split('\n')
    .filter((line) => !line.includes('::add-mask::'))
    .join('\n');

const shippable = `integrations:
  hub:
    - integrationName: first-registry
      type: private docker registry
      branches:
        only:
          - main
    - integrationName: second
      type: docker trusted registry
      agent_only: true
    - integrationName: only-for-releases
      type: ecr
      branches:
        only:
          - release/*
`;

test('a list of integrations, with credentials by the step’s env, works for Docker in later steps', async () => {
  const image = await newImage();
  const name = `${one.host}/team/app:1`;
  const job = await newJob(
    `- id: login
  uses: transship/transship/actions/login@v1
  with:
    config: shippable.yml
  env:
    FIRSTREGISTRY_INTEGRATION_URL: \${{ secrets.FIRSTREGISTRY_INTEGRATION_URL }}
    FIRSTREGISTRY_INTEGRATION_USERNAME: \${{ secrets.FIRSTREGISTRY_INTEGRATION_USERNAME }}
    FIRSTREGISTRY_INTEGRATION_PASSWORD: \${{ secrets.FIRSTREGISTRY_INTEGRATION_PASSWORD }}
    SECOND_INTEGRATION_URL: http://${two.host}
    SECOND_INTEGRATION_USERNAME: eve
    SECOND_INTEGRATION_PASSWORD: \${{ secrets.SECOND_INTEGRATION_PASSWORD }}
- shell: bash
  env:
    REGISTRIES: \${{ steps.login.outputs.registries }}
    FOLDER: \${{ steps.login.outputs.docker-config }}
  run: |
    [ "$FOLDER" = "$DOCKER_CONFIG" ]
    printf '%s' "$REGISTRIES" > "$OUT_REGISTRIES"
    cp "$DOCKER_CONFIG/config.json" "$OUT_REGISTRIES.host"
    cp "$TRANSSHIP_CONTAINER_DOCKER_CONFIG/config.json" "$OUT_REGISTRIES.container"
    stat -c %a "$DOCKER_CONFIG" "$DOCKER_CONFIG/config.json" > "$OUT_REGISTRIES.modes"
    docker tag ${image} ${name}
    docker push ${name}
    git status --porcelain > "$OUT_REGISTRIES.status"
`,
    { 'shippable.yml': shippable },
  );
  const out = join(results, 'registries');
  const watch = watchArguments();
  const { code, output } = await job.run({
    secrets: {
      FIRSTREGISTRY_INTEGRATION_URL: one.host,
      FIRSTREGISTRY_INTEGRATION_USERNAME: 'bob',
      FIRSTREGISTRY_INTEGRATION_PASSWORD: 'first-secret',
      SECOND_INTEGRATION_PASSWORD: 'second-secret',
    },
    env: { OUT_REGISTRIES: out },
  });
  const seen = watch.stop();
  await removeImages(image, name);
  expect(code, output).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual([
    { host: '', account: '', state: 'skipped', name: 'only-for-releases' },
    { host: one.host, account: 'bob', state: 'logged-in', name: 'first-registry' },
    { host: two.host, account: 'eve', state: 'logged-in', name: 'second' },
  ]);
  const hosts = (file: string): readonly string[] =>
    Object.keys(JSON.parse(readFileSync(file, 'utf8')).auths);
  expect(hosts(`${out}.host`)).toEqual([one.host, two.host]);
  expect(hosts(`${out}.container`)).toEqual([one.host]);
  expect(readFileSync(`${out}.modes`, 'utf8')).toBe('700\n600\n');
  expect(readFileSync(`${out}.status`, 'utf8')).toBe('');
  for (const secret of ['first-secret', 'second-secret']) {
    const base64 = Buffer.from(`${secret === 'first-secret' ? 'bob' : 'eve'}:${secret}`).toString(
      'base64',
    );
    expect(shown(output)).not.toContain(secret);
    expect(shown(output)).not.toContain(base64);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain(base64);
  }
});

test('the plain form, and credentials of several lines in one input', async () => {
  const job = await newJob(`- uses: transship/transship/actions/login@v1
  with:
    registry: ${one.host}
    username: bob
    password: \${{ secrets.FIRST }}
- uses: transship/transship/actions/login@v1
  with:
    integrations: |
      - integrationName: second
        type: dockerRegistryLogin
    credentials: |
      SECOND_INTEGRATION_URL=${two.host}
      SECOND_INTEGRATION_USERNAME=eve
      SECOND_INTEGRATION_PASSWORD=\${{ secrets.SECOND }}
- shell: bash
  run: test "$(grep -c '"auth":' "$DOCKER_CONFIG/config.json")" = 2
`);
  const { code, output } = await job.run({
    secrets: { FIRST: 'first-secret', SECOND: 'second-secret' },
  });
  expect(code, output).toBe(0);
  expect(output).toContain(`Logged in to ${one.host} as bob.`);
  expect(output).toContain(`Logged in to ${two.host} as eve (second).`);
  expect(shown(output)).not.toContain('first-secret');
  expect(shown(output)).not.toContain('second-secret');
});

test('a pull request: its base branch decides, and secrets that are not there are skipped where the workflow says so', async () => {
  const job = await newJob(
    `- id: login
  uses: transship/transship/actions/login@v1
  with:
    config: shippable.yml
    on-missing: skip
  env:
    FIRSTREGISTRY_INTEGRATION_URL: \${{ secrets.FIRST_URL }}
    FIRSTREGISTRY_INTEGRATION_USERNAME: \${{ secrets.FIRST_USER }}
    FIRSTREGISTRY_INTEGRATION_PASSWORD: \${{ secrets.FIRST_PASSWORD }}
    SECOND_INTEGRATION_PASSWORD: \${{ secrets.SECOND_PASSWORD }}
    SECOND_INTEGRATION_USERNAME: \${{ secrets.SECOND_USER }}
    SECOND_INTEGRATION_URL: ''
    ONLYFORRELEASES_INTEGRATION_ACCESSKEY: ''
    ONLYFORRELEASES_INTEGRATION_SECRETKEY: ''
`,
    { 'shippable.yml': shippable },
  );
  const payload = (base: string) => ({
    pull_request: { base: { ref: base }, head: { ref: 'main' }, number: 1 },
  });
  const toMain = await job.run({ event: 'pull_request', payload: payload('main') });
  expect(toMain.code, toMain.output).toBe(0);
  expect(toMain.output).toContain(
    'first-registry (entry 1, line 3 of shippable.yml): FIRSTREGISTRY_INTEGRATION_URL is empty',
  );
  const toOther = await job.run({ event: 'pull_request', payload: payload('other') });
  expect(toOther.code, toOther.output).toBe(0);
  expect(toOther.output).toContain(
    'first-registry (entry 1, line 3 of shippable.yml): not for this build',
  );
});

test('a failed login fails the step, and names it', async () => {
  const job = await newJob(`- uses: transship/transship/actions/login@v1
  with:
    registry: ${one.host}
    username: bob
    password: wrong-secret
- run: echo not reached
  shell: bash
`);
  const { code, output } = await job.run();
  expect(code).toBe(1);
  expect(output).toContain(
    `Login as bob to ${one.host} failed. ${one.host} returned HTTP 401 (authentication required).`,
  );
  expect(output).not.toContain('not reached');
});
