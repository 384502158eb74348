import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { containerExists, type Job, type JobOptions, startJob } from './boot-runner.ts';
import { watchArguments } from './prepare-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { until } from './setup/until.ts';

// Containers and images that mean ill, and secrets that must not show.

let actions: ActionsFolder;
beforeAll(async () => {
  actions = await createActionsFolder(['pull-boot-image']);
});
afterAll(() => actions.remove());

const cleanups: (() => unknown)[] = [];
const later = (cleanup: () => unknown): void => {
  cleanups.push(cleanup);
};
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const bootedJob = async (
  inputs: Readonly<Record<string, string>> = {},
  options: Partial<JobOptions> = {},
): Promise<Job & { readonly log: string }> => {
  const job = startJob({ actions: actions.folder, ...options });
  later(() => job.end());
  const result = await job.action('pull-boot-image', {
    image_name: 'transship.test/debian',
    image_tag: '12',
    pull: 'false',
    options: '--net=bridge',
    ...inputs,
  });
  expect(result.code, result.output).toBe(0);
  return { ...job, log: result.output };
};

const folderOf = (job: Job): string =>
  join(job.temp, readdirSync(job.temp).find((name) => name.startsWith('transship-boot-')) ?? '');

describe('an image', () => {
  test('whose shell prints workflow commands is not obeyed', async () => {
    const image = `boot-hostile-${process.pid}.transship.test`;
    const shell = [
      '#!/bin/real-sh',
      'echo "::add-path::/evil"; echo "::error::from the image"; echo "##[add-path]/evil" >&2',
      'echo "link=/etc/passwd"; echo "owner=0:0; touch /evil"; echo "bash=$(echo ::add-mask::a)"',
      'exec /bin/real-sh "$@"',
    ];
    const built = await run('docker', ['build', '-q', '-t', `${image}:1`, '-'], {
      input: `FROM transship.test/debian:12
RUN cp /bin/dash /bin/real-sh && printf '%s\\n' ${shell.map((line) => `'${line}'`).join(' ')} >/tmp/sh && chmod +x /tmp/sh && rm /bin/sh && mv /tmp/sh /bin/sh
`,
      env: { ...process.env, DOCKER_BUILDKIT: '0' },
      check: false,
    });
    expect(built.code, built.output).toBe(0);
    later(() => run('docker', ['rmi', '--force', `${image}:1`], { check: false }));
    const job = startJob({ actions: actions.folder });
    later(() => job.end());
    const result = await job.action('pull-boot-image', {
      image_name: image,
      image_tag: '1',
      pull: 'false',
      options: '--net=bridge',
    });
    expect(result.output).not.toMatch(/evil|from the image|add-mask/);
    expect(existsSync('/evil')).toBe(false);
  });
});

describe('a container', () => {
  test('can’t make the host read or write other files through those of a step', async () => {
    const job = await bootedJob();
    const target = join(job.workspace, '../../outside');
    writeFileSync(target, 'SECRET_OF_HOST=1\n');
    for (const trick of [
      `ln -sf ${target} "$GITHUB_ENV"`,
      'rm "$GITHUB_ENV"; mkfifo "$GITHUB_ENV"',
      'rm "$GITHUB_ENV"; mkdir "$GITHUB_ENV"',
    ]) {
      const result = await job.boot(trick);
      expect(result.code, trick).toBe(1);
      expect(result.stdout).toContain(
        'The text that the script wrote to GITHUB_ENV is lost: env is no longer a plain file',
      );
    }
    expect(job.env()['SECRET_OF_HOST']).toBeUndefined();
    const replaced = await job.boot(
      'step=$(dirname "$GITHUB_ENV"); mv "$step" "$step.away"; ln -s / "$step"; echo A=1 >>"$step.away/env"',
    );
    expect(replaced.code).toBe(0);
    expect(job.env()['A']).toBe('1');
    expect(readFileSync(target, 'utf8')).toBe('SECRET_OF_HOST=1\n');
  });

  test('can’t make the host write its credentials somewhere else', async () => {
    const job = await bootedJob();
    const config = join(job.temp, 'config');
    await run('mkdir', [config]);
    writeFileSync(join(config, 'config.json'), '{"auths":{"a.test":{"auth":"x"}}}');
    const target = join(job.workspace, 'target');
    writeFileSync(target, 'as it was');
    await job.boot(
      `rm -rf /dev/transship/docker/*; ln -s ${target} /dev/transship/docker/config.json`,
    );
    const env = { TRANSSHIP_CONTAINER_DOCKER_CONFIG: config };
    const result = await job.boot('cat /dev/transship/docker/config.json', { env });
    expect(JSON.parse(result.stdout)).toMatchObject({ auths: { 'a.test': { auth: 'x' } } });
    expect(readFileSync(target, 'utf8')).toBe('as it was');
    expect(statSync(join(folderOf(job), 'docker/config.json')).mode & 0o777).toBe(0o600);
  });

  test('sees nothing of the runner’s folder but what is its own', async () => {
    const job = await bootedJob();
    writeFileSync(join(job.temp, 'agent-only-credentials'), 'hidden');
    const result = await job.boot(
      'find / -xdev -name "agent-only*" 2>/dev/null; find /dev/transship -name boot -o -name bell -o -name "holder*"; ls /dev/transship; touch /dev/transship/run/x /dev/transship/bin/docker 2>&1; rm -f /dev/transship/run/docker.sock 2>&1 || true; grep -c _temp /proc/self/mountinfo',
    );
    expect(result.stdout).not.toMatch(/agent-only|boot$|bell|holder/m);
    expect(result.stdout).toMatch(/Read-only file system/);
    expect((await job.boot('docker version >/dev/null && echo still there')).stdout).toBe(
      'still there\n',
    );
  });

  test('that writes into the folder of all steps does not disturb them', async () => {
    const job = await bootedJob();
    await job.boot(
      'cd /dev/transship/steps; touch ../steps/shared; rm -f ready event.json; ln -s /etc/passwd event.json; mkdir junk; chmod 700 .',
    );
    const result = await job.boot('echo "B=2" >>"$GITHUB_ENV"; echo fine');
    expect([result.code, result.stdout, job.env()['B']], result.output).toEqual([0, 'fine\n', '2']);
  });

  test('leaves no program with the rights of root to the host’s user', async () => {
    const user = { uid: 4711, gid: statSync('/var/run/docker.sock').gid };
    const job = await bootedJob({}, { user });
    await job.boot('cp /bin/bash root-shell; chmod 4755 root-shell; ln -s /etc/passwd link');
    const { mode, uid } = statSync(join(job.workspace, 'root-shell'));
    expect([mode & 0o6000, uid]).toEqual([0, 4711]);
    expect(statSync('/etc/passwd').uid).toBe(0);
  });
});

test('secrets are in no argument, no log, no file and no other process', async () => {
  const secret = `hunter2-${process.pid}-${Date.now()}`;
  const watch = watchArguments();
  const job = await bootedJob(
    { env: `TOKEN=${secret}`, options: `--net=bridge -e OTHER=${secret}` },
    { env: { WORKFLOW_SECRET: secret } },
  );
  const result = await job.boot('test -n "$TOKEN$STEP_SECRET"; sleep 0.3', {
    env: { STEP_SECRET: secret },
  });
  expect(result.code).toBe(0);
  const seen = watch.stop();
  expect(seen).toContain('dist/pull-boot-image/index.js');
  expect(seen).not.toContain(secret);
  expect(job.log + result.output).not.toContain(secret);
  const files = await run('grep', ['-rl', secret, job.temp, job.workspace], { check: false });
  expect(files.stdout).toBe('');
  const name = job.env()['SHIPPABLE_CONTAINER_NAME'] ?? '';
  expect((await run('docker', ['inspect', name])).stdout).not.toContain(secret);
  const holders = readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${actions.folder}/`);
    } catch {
      return false;
    }
  });
  expect(holders.length).toBeGreaterThan(0);
  for (const pid of holders)
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(secret);
});

describe('a job in a container', () => {
  test('boots beside its own container, with the same folders', async () => {
    const job = startJob({ actions: actions.folder });
    later(() => job.end());
    const own = `boot-job-container-${process.pid}`;
    const root = join(job.workspace, '../../..');
    const { stdout: node } = await run('bash', ['-c', 'readlink -f "$(type -P node)"']);
    const { stdout: client } = await run('bash', ['-c', 'readlink -f "$(type -P docker)"']);
    await run('docker', [
      ...['run', '--detach', '--rm', '--name', own, '--entrypoint', 'tail'],
      ...['-v', `${root}/work:/__w`, '-v', `${root}/files:/__files`],
      ...[
        '-v',
        '/var/run/docker.sock:/var/run/docker.sock',
        '-v',
        `${actions.folder}:/__actions:ro`,
      ],
      ...[
        '-v',
        `${node.trim()}:/usr/local/bin/node:ro`,
        '-v',
        `${client.trim()}:/usr/local/bin/docker:ro`,
      ],
      ...['-e', 'IMAGE_ONLY=1', 'transship.test/debian:12', '-f', '/dev/null'],
    ]);
    later(() => run('docker', ['kill', own], { check: false }));
    const files = { GITHUB_ENV: 'env', GITHUB_OUTPUT: 'output', GITHUB_PATH: 'path' };
    const step = async (command: readonly string[], env: Readonly<Record<string, string>>) => {
      for (const name of Object.values(files)) writeFileSync(join(root, 'files', name), '');
      const all = {
        ...Object.fromEntries(
          Object.entries(files).map(([name, file]) => [name, `/__files/${file}`]),
        ),
        GITHUB_WORKSPACE: '/__w/shop/shop',
        GITHUB_REPOSITORY: 'acme/shop',
        RUNNER_TEMP: '/__w/_temp',
        HOME: '/github/home',
        ...env,
      };
      return run(
        'docker',
        [
          ...['exec', '-i', '--workdir', '/__w/shop/shop'],
          ...Object.entries(all).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
          ...[own, ...command],
        ],
        { check: false },
      );
    };
    const result = await step(
      ['sh', '-e', '-c', 'exec sh "$GITHUB_ACTION_PATH/../launch.sh" pull-boot-image'],
      {
        GITHUB_ACTION_PATH: '/__actions/actions/pull-boot-image',
        INPUT_IMAGE_NAME: 'transship.test/debian',
        INPUT_IMAGE_TAG: '12',
        INPUT_PULL: 'false',
        INPUT_OPTIONS: '--net=bridge',
      },
    );
    expect(result.code, result.output).toBe(0);
    const [folder = ''] = readFileSync(join(root, 'files/path'), 'utf8').split('\n');
    const name = /=(.*)/.exec(readFileSync(join(root, 'files/env'), 'utf8'))?.[1] ?? '';
    writeFileSync(
      join(job.temp, 'script'),
      'pwd; echo made >made; echo "$STEP"; echo ".$IMAGE_ONLY"; docker ps --format "{{.Names}}"; echo N=1 >>"$GITHUB_ENV"',
    );
    const inside = await step([`${folder}/boot`, '/__w/_temp/script'], { STEP: 'step' });
    expect(inside.code, inside.output).toBe(0);
    expect(inside.stdout).toMatch(new RegExp(`^/__w/shop/shop\\nstep\\n\\.\\n[\\s\\S]*${name}\\n`));
    expect(readFileSync(join(job.workspace, 'made'), 'utf8')).toBe('made\n');
    expect(readFileSync(join(root, 'files/env'), 'utf8')).toBe('N=1\n');
    await run('docker', ['kill', own]);
    expect(await until(async () => !(await containerExists(name)))).toBe(true);
  });

  test('that shares no folder with the engine is told so', async () => {
    const own = `boot-job-hidden-${process.pid}`;
    const { stdout: node } = await run('bash', ['-c', 'readlink -f "$(type -P node)"']);
    const { stdout: client } = await run('bash', ['-c', 'readlink -f "$(type -P docker)"']);
    const result = await run(
      'docker',
      [
        ...['run', '--rm', '--name', own, '-w', '/tmp', '-v', `${actions.folder}:/__actions:ro`],
        ...['-v', '/var/run/docker.sock:/var/run/docker.sock'],
        ...[
          '-v',
          `${node.trim()}:/usr/local/bin/node:ro`,
          '-v',
          `${client.trim()}:/usr/local/bin/docker:ro`,
        ],
        ...[
          '-e',
          'INPUT_IMAGE_NAME=transship.test/debian',
          '-e',
          'INPUT_IMAGE_TAG=12',
          '-e',
          'INPUT_PULL=false',
        ],
        ...['transship.test/debian:12', 'sh', '/__actions/actions/launch.sh', 'pull-boot-image'],
      ],
      { check: false },
    );
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/cannot mount .* of this job container.*without `container:`/);
  });
});
