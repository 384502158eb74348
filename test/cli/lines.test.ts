import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../actions/line/line-run.ts';
import { folderWith, readFile, run, treeOf } from './run.ts';

const image = '- name: app\n  type: image\n  seed: {versionName: latest}\n';

/** A repository whose lines have run once, and a clone of it. */
async function clone(key = '') {
  const repo = repository();
  const line = repo.run({ key });
  const out = `${image}- name: tf\n  type: state\n`;
  await line.job('build', {
    out,
    script:
      'shipctl put_resource_state_multi app versionName=v1 digest=abc; echo one >OUT/tf/state/a',
  });
  await line.record('- name: build\n  out: [app, tf]\n');
  const folder = folderWith({});
  spawnSync('git', ['init', '-q', folder]);
  spawnSync('git', ['-C', folder, 'remote', 'add', 'origin', join(repo.top, 'server/acme/shop')]);
  return { repo, folder };
}

const env = { PATH: process.env['PATH'], HOME: '/nonexistent' };

test('list and show say what is recorded', async () => {
  const { folder } = await clone();
  const list = await run(['lines', 'list'], { folder, env });
  expect(list.code).toBe(0);
  expect(list.stdout.split('\n').map((row) => row.split('\t').slice(0, 3).join(' '))).toEqual([
    'app image v1',
    'build runSh #1',
    expect.stringMatching(/^tf state [0-9a-f]{40}$/),
    '',
  ]);
  const show = await run(['lines', 'show', 'app'], { folder, env });
  expect(show.stdout).toMatch(/^#2\tv1\t\S+\tbuild, run 1\n\tdigest=abc\n$/);
  expect(await run(['lines', 'show', 'nope'], { folder, env })).toMatchObject({ code: 1 });
});

test('set carries a value over, and runs see it', async () => {
  const { repo, folder } = await clone();
  expect(
    await run(['lines', 'set', 'app', 'versionName=v9', 'digest=def'], { folder, env }),
  ).toMatchObject({ code: 0, stdout: 'app\tv9\n' });
  await run(['lines', 'set', 'conf', 'VPC=vpc-1', '--type', 'params'], { folder, env });
  const list = `${image}- name: conf\n  type: params\n`;
  const job = await repo.run().job('deploy', {
    in: list,
    script:
      'echo $APP_VERSIONNAME $APP_VERSIONNUMBER $VPC; shipctl get_resource_version_key app digest',
  });
  expect(job.stdout).toBe('v9 3 vpc-1\ndef\n');
});

test('set on a branch that is not there yet makes it', async () => {
  const repo = repository();
  const folder = folderWith({});
  spawnSync('git', ['init', '-q', folder]);
  spawnSync('git', ['-C', folder, 'remote', 'add', 'up', join(repo.top, 'server/acme/shop')]);
  expect(await run(['lines', 'list', '--remote', 'up'], { folder, env })).toMatchObject({
    code: 0,
    stdout: '',
  });
  expect(
    await run(['lines', 'set', 'a b/../c', 'x=1', '--remote', 'up'], { folder, env }),
  ).toMatchObject({ code: 2 });
  expect(
    await run(['lines', 'set', 'app', 'versionName=1', '--remote', 'up'], { folder, env }),
  ).toMatchObject({ code: 0 });
  expect(repo.recorded('versions/app.json')).toContain('"versionName": "1"');
});

test('export writes everything, state opened with the key', async () => {
  const key = 'a key of sixteen characters or more';
  const { folder } = await clone(key);
  expect(JSON.parse((await run(['lines', 'export'], { folder, env })).stdout)).toMatchObject({
    app: { type: 'image', versionName: 'v1' },
  });
  const shut = await run(['lines', 'export', 'shut'], { folder, env });
  expect(shut.stderr).toContain('The state of tf is encrypted');
  await run(['lines', 'export', 'out'], { folder, env: { ...env, ASSEMBLY_LINE_KEY: key } });
  expect(readFile(folder, 'out/state/tf/a')).toBe('one\n');
  expect(Object.keys(treeOf(join(folder, 'out/versions')))).toEqual([
    'app.json',
    'build.json',
    'tf.json',
  ]);
  expect(await run(['lines', 'export', 'out'], { folder, env })).toMatchObject({ code: 1 });
});

test('wrong use says what is right', async () => {
  const folder = folderWith({});
  expect(await run(['lines', 'frobnicate'], { folder, env })).toMatchObject({ code: 2 });
  expect(await run(['lines', 'list'], { folder, env })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not a clone'),
  });
});
