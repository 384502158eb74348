// The environment and the files of a job, exactly (shippable.md 14.3), as far as line.test.ts has no case of them.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ending, newVersion } from '../../../src/lines/new-version.ts';
import { fileText, repository } from './line-run.ts';

const image =
  '- name: app\n  type: image\n  pointer: {sourceName: o/a}\n  seed: {versionName: v1}\n';

test("params never replace Shippable's variables, the variables of the TASK do", async () => {
  const params =
    '- name: conf\n  type: params\n  version:\n    params: {JOB_NAME: mine, BUILD_NUMBER: 99, APP_VERSIONNAME: v9}\n';
  const { stdout } = await repository()
    .run()
    .job('deploy', {
      in: `${params}${image}`,
      env: { JOB_NAME: 'other' },
      script: 'echo $JOB_NAME $BUILD_NUMBER $APP_VERSIONNAME $CONF_PARAMS_JOB_NAME',
    });
  expect(stdout).toBe('other 1 v1 mine\n');
});

test('values arrive as they are', async () => {
  const odd = 'a "q" \\ $HOME `id` \'s\' *';
  const { stdout } = await repository()
    .run()
    .job('deploy', {
      in: `- name: conf\n  type: params\n  version:\n    params: {ODD: ${JSON.stringify(odd)}}\n`,
      script: 'printf "%s\\n" "$ODD" "$CONF_PARAMS_ODD"; cat IN/conf/params',
    });
  expect(stdout).toBe(`${odd}\n${odd}\nODD=${odd}\n`);
});

test('params that a job makes are no variables of that job, and have no folder of their own', async () => {
  const params = '- name: conf\n  type: params\n  version:\n    params: {REGION: eu}\n';
  const { stdout, root } = await repository()
    .run()
    .job('make', { out: params, script: 'echo "<${REGION-none}>"' });
  expect(stdout).toBe('<none>\n');
  expect(existsSync(join(root, 'OUT/conf/params'))).toBe(false);
});

test('each IN and OUT has an empty folder, but that of a job has the files of its state, with their modes', async () => {
  const run = repository().run();
  const first = await run.job('make', {
    in: image,
    out: image.replace('name: app', 'name: img'),
    script: 'mkdir $JOB_STATE/bin; echo x >$JOB_STATE/bin/tool; chmod 750 $JOB_STATE/bin/tool',
  });
  expect(readdirSync(join(first.root, 'IN/app/image'))).toEqual([]);
  expect(readdirSync(join(first.root, 'OUT/img/image'))).toEqual([]);
  const job = '- name: make\n  type: runSh\n  job: true\n';
  for (const operation of ['in', 'out']) {
    const { root } = await run.job('use', { [operation]: job });
    const folder = join(root, operation.toUpperCase(), 'make/runSh');
    expect(readdirSync(folder).sort()).toEqual(['app.env', 'bin', 'img.env', 'make.env']);
    expect(statSync(join(folder, 'bin/tool')).mode & 0o777).toBe(0o750);
  }
});

test('the .env files of all INs, OUTs and of the job are there from the start, and saved with its state', async () => {
  const repo = repository();
  const run = repo.run();
  const { root } = await run.job('make', {
    in: image,
    out: '- name: img\n  type: image\n',
    script:
      'for one in app img make; do [ -f $JOB_STATE/$one.env ] && [ ! -s $JOB_STATE/$one.env ] || exit 1; done; shipctl put_resource_state img versionName v2',
  });
  expect(readdirSync(join(root, 'state')).sort()).toEqual(['app.env', 'img.env', 'make.env']);
  await run.record('- name: make\n  out: [img]\n');
  const next = await repo
    .run()
    .job('make', { in: image, script: 'cat $JOB_PREVIOUS_STATE/img.env' });
  expect(next.stdout).toBe('versionName=v2\n');
});

test('a line of Windows keeps its \\r', async () => {
  const run = repository().run();
  await run.job('make', { out: image, script: 'printf "url=a\\r\\n" >$JOB_STATE/app.env' });
  const { root } = await run.job('use', { in: image });
  expect(JSON.parse(fileText(root, 'IN/app/version.json')).version.propertyBag.url).toBe('a\r');
});

test('message.json has the members that scripts knew', async () => {
  const { root } = await repository().run().job('deploy', { in: image });
  const message = JSON.parse(fileText(root, 'message.json'));
  expect(Object.keys(message)).toEqual(
    'name resourceId subscriptionId type path buildNumber steps force dependencies propertyBag'.split(
      ' ',
    ),
  );
  expect(Object.keys(message.dependencies[0])).toEqual(
    'operation name resourceId type path propertyBag sourceName version versionDependencyPropertyBag'.split(
      ' ',
    ),
  );
  expect(message.dependencies[0].sourceName).toBe('o/a');
});

describe('what is a new version', () => {
  const given = (propertyBag: Ending['given']['propertyBag']): Ending['given'] => ({
    versionNumber: 4,
    versionName: 'v4',
    propertyBag,
  });
  const ending = (bag: Ending['given']['propertyBag'], more: Partial<Ending> = {}): Ending => ({
    type: 'image',
    given: given(bag),
    file: given(bag),
    env: { pairs: {}, cut: [], empty: [] },
    overwrite: false,
    ...more,
  });
  const env = (pairs: Readonly<Record<string, string>>) => ({ pairs, cut: [], empty: [] });

  test('the same is none, whatever its trace says', () => {
    expect(newVersion(ending({ a: '1' }, { env: env({ a: '1' }) }))).toBeUndefined();
    expect(newVersion(ending({ a: '1', trace: 'x' }, { file: given({ a: '1' }) }))).toBeUndefined();
  });

  test('a number is not the text of it', () => {
    expect(newVersion(ending({ a: 1 }, { env: env({ a: '1' }) }))).toMatchObject({
      versionNumber: 5,
      propertyBag: { a: '1' },
    });
  });

  test('`overwrite` begins empty, but for what came with a commit or a webhook', () => {
    const bag = { a: '1', shaData: { commitSha: 'c' }, webhookRequestBody: 'b' };
    expect(newVersion(ending(bag, { overwrite: true, env: env({ b: '2' }) }))?.propertyBag).toEqual(
      {
        shaData: { commitSha: 'c' },
        webhookRequestBody: 'b',
        b: '2',
      },
    );
  });

  test('`replicate` copies name and bag, of repositories what came with the commit alone; .env lies over it', () => {
    const replicated = {
      versionNumber: 9,
      versionName: 'v9',
      propertyBag: { x: '1', shaData: { commitSha: 'c' } },
    };
    expect(newVersion(ending({ a: '1' }, { replicated, env: env({ x: '2' }) }))).toMatchObject({
      versionName: 'v9',
      propertyBag: { x: '2', shaData: { commitSha: 'c' } },
    });
    expect(newVersion(ending({ a: '1' }, { type: 'gitRepo', replicated }))?.propertyBag).toEqual({
      shaData: { commitSha: 'c' },
    });
  });
});

test('the file of a state is read only after success', async () => {
  const run = repository().run();
  const failed = await run.job('make', {
    out: image,
    script: 'shipctl post_resource_state app versionName v2; false',
  });
  expect(failed.made).toEqual([]);
  expect(readFileSync(join(failed.root, 'state/app.env'), 'utf8')).toBe('versionName=v2\n');
});
