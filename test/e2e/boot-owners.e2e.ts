import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Job, type JobOptions, startJob } from './boot-runner.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { until } from './setup/until.ts';

// Whose the files of the workspace are: inside those of the container's user, outside those of the runner's.

let actions: ActionsFolder;
const withUser = `boot-user-${process.pid}.transship.test:1`;
beforeAll(async () => {
  actions = await createActionsFolder(['pull-boot-image']);
  await run('docker', ['build', '--quiet', '--tag', withUser, '-'], {
    input: 'FROM transship.test/debian:12\nRUN useradd --uid 4242 --create-home app\nUSER app\n',
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
});
afterAll(async () => {
  actions.remove();
  await run('docker', ['rmi', '--force', withUser], { check: false });
});

const started: Job[] = [];
afterEach(async () => {
  for (const job of started.splice(0)) await job.end();
});

/** A user without rights but the one to use the engine, as on GitHub's machines. */
const runner = { uid: 4711, gid: statSync('/var/run/docker.sock').gid };

const bootedJob = async (
  inputs: Readonly<Record<string, string>>,
  options: Partial<JobOptions> = {},
): Promise<Job> => {
  const job = startJob({ actions: actions.folder, ...options });
  started.push(job);
  const result = await job.action('pull-boot-image', {
    image_name: 'transship.test/debian',
    image_tag: '12',
    pull: 'false',
    options: '--net=bridge',
    ...inputs,
  });
  expect(result.code, result.output).toBe(0);
  return job;
};

const owners = (folder: string): readonly number[] => {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [
    ...new Set(
      [folder, ...all.map((name) => join(folder, name))].map((path) => lstatSync(path).uid),
    ),
  ];
};

const user = { image_name: withUser.replace(/:1$/, ''), image_tag: '1' };

describe('a runner without rights', () => {
  test('gives the first step of another user what an earlier step logged in to', async () => {
    const job = await bootedJob(user, { user: runner, env: { HOME: '/nonexistent' } });
    const logins = join(job.temp, 'logins');
    mkdirSync(logins);
    writeFileSync(join(logins, 'config.json'), '{"auths":{"reg.test":{"auth":"YTpi"}}}');
    await run('chown', ['-R', `${runner.uid}`, logins]);
    const result = await job.boot('id -u; cat "$DOCKER_CONFIG/config.json"', {
      env: { TRANSSHIP_CONTAINER_DOCKER_CONFIG: logins },
    });
    expect([result.code, result.output]).toEqual([0, expect.stringContaining('YTpi')]);
  });

  test('gets back what root made inside, and root inside owns what the runner made', async () => {
    const job = await bootedJob({}, { user: runner, env: { HOME: '/nonexistent' } });
    expect((await job.host('mkdir .git src; echo a >src/file')).code).toBe(0);
    const result = await job.boot(
      'stat -c %u . .git src/file; umask 077; mkdir -p out/deep; echo x >out/deep/file; ln -s /nowhere out/link; echo secret >"$RUNNER_TEMP/made"; exit 3',
    );
    expect([result.code, result.stdout], result.output).toEqual([3, '0\n0\n0\n']);
    expect(owners(job.workspace)).toEqual([runner.uid]);
    const host = await job.host(
      'cat out/deep/file; rm -r out; rm -r "$RUNNER_TEMP"/transship-boot-*/temp/made',
    );
    expect([host.code, host.stdout], host.output).toEqual([0, 'x\n']);
  });

  test('gets the files back from a step that was killed', async () => {
    const job = await bootedJob({}, { user: runner, env: { HOME: '/nonexistent' } });
    await job.boot('echo x >made; echo ready; sleep 60', {
      started: (child) => child.stdout?.once('data', () => child.kill('SIGKILL')),
    });
    await until(() => owners(job.workspace).every((owner) => owner === runner.uid));
    expect(owners(job.workspace)).toEqual([runner.uid]);
    expect(existsSync(join(job.workspace, 'made'))).toBe(true);
  });

  test('gets the files back when the last of several steps has ended', async () => {
    const job = await bootedJob({}, { user: runner, env: { HOME: '/nonexistent' } });
    const long = job.boot('sleep 1.5; stat -c %u .; echo x >long');
    await sleep(300);
    const short = await job.boot('echo x >short');
    expect([short.code, (await long).stdout]).toEqual([0, '0\n']);
    expect(owners(job.workspace)).toEqual([runner.uid]);
  });

  test('and a container’s user without rights can both write', async () => {
    const job = await bootedJob(user, { user: runner, env: { HOME: '/nonexistent' } });
    await job.host('mkdir folder; chmod 700 folder');
    const result = await job.boot(
      'id -un; touch folder/inside; echo T=1 >>"$GITHUB_ENV"; echo x >"$RUNNER_TEMP/x"; docker version >/dev/null; exit 4',
    );
    expect([result.code, result.stdout], result.output).toEqual([4, 'app\n']);
    expect(job.env()['T']).toBe('1');
    expect(owners(job.workspace)).toEqual([runner.uid]);
  });
});

describe('a runner as root', () => {
  test('shares the workspace with a container’s user without rights', async () => {
    const job = await bootedJob(user);
    mkdirSync(join(job.workspace, 'folder'), { mode: 0o700 });
    writeFileSync(join(job.workspace, 'folder/file'), 'x', { mode: 0o600 });
    const result = await job.boot('id -u; cat folder/file; touch folder/made; echo "$HOME"');
    expect([result.code, result.stdout], result.output).toEqual([0, '4242\nx/home/app\n']);
    expect(owners(job.workspace)).toEqual([0]);
  });

  test('lets `options` name the user', async () => {
    const job = await bootedJob({ options: '--net=bridge --user daemon:games' });
    const result = await job.boot('id -un; id -gn; touch made');
    expect([result.code, result.stdout], result.output).toEqual([0, 'daemon\ngames\n']);
    expect(owners(job.workspace)).toEqual([0]);
    const wrong = startJob({ actions: actions.folder });
    started.push(wrong);
    const failed = await wrong.action('pull-boot-image', {
      image_name: 'transship.test/debian',
      image_tag: '12',
      pull: 'false',
      options: '--net=bridge -u nobody-at-all',
    });
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('The container has no user nobody-at-all.');
  });
});
