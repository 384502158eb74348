import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { containerExists, type Job, type JobOptions, startJob } from './boot-runner.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { until } from './setup/until.ts';

// What a script sees and does in a step with `shell: boot {0}`.

let actions: ActionsFolder;
beforeAll(async () => {
  actions = await createActionsFolder(['pull-boot-image']);
});
afterAll(() => actions.remove());

const started: Job[] = [];
afterEach(async () => {
  for (const job of started.splice(0)) await job.end();
});

const debian = { image_name: 'transship.test/debian', image_tag: '12', pull: 'false' };
const busybox = { image_name: 'transship.test/busybox', image_tag: '1', pull: 'false' };
const plain = { options: '--net=bridge' };

const bootedJob = async (
  inputs: Readonly<Record<string, string>>,
  options: Partial<JobOptions> = {},
): Promise<Job> => {
  const job = startJob({ actions: actions.folder, ...options });
  started.push(job);
  const result = await job.action('pull-boot-image', { ...plain, ...inputs });
  expect(result.code, result.output).toBe(0);
  return job;
};

describe('the script', () => {
  test('runs in the container, by bash with -e and without pipefail, in the working directory', async () => {
    const job = await bootedJob(debian);
    const result = await job.boot(
      'cat /etc/debian_version; false | true; echo "$0" "${BASH_VERSION%%.*}" "$-"; pwd; read -r line || echo no input',
      { cwd: job.workspace },
    );
    expect(result.stdout).toMatch(/^12.*\n\/dev\/transship\/steps\/\S+\/script 5 ehB\n/);
    expect(result.stdout).toContain(`\n${job.workspace}\nno input\n`);
    const below = await job.boot('mkdir -p a/b; cd a/b; echo "$SHIPPABLE_CONTAINER_NAME"');
    expect(below.stdout.trim()).toBe(job.env()['SHIPPABLE_CONTAINER_NAME']);
    const there = await job.boot('pwd; exit 7', { cwd: join(job.workspace, 'a/b') });
    expect([there.code, there.stdout]).toEqual([7, `${job.workspace}/a/b\n`]);
    const stops = await job.boot('echo one\nfalse\necho two');
    expect([stops.code, stops.stdout]).toEqual([1, 'one\n']);
  });

  test('takes options of bash, and large output of both streams comes whole', async () => {
    const job = await bootedJob(debian);
    const piped = await job.boot('false | true; echo no', { options: ['-o', 'pipefail'] });
    expect(piped.code).toBe(1);
    const large = await job.boot('seq 1 200000; seq 1 100000 >&2');
    expect(large.stdout.split('\n')).toHaveLength(200_001);
    expect(large.stderr.split('\n')).toHaveLength(100_001);
    expect(large.stdout.endsWith('\n200000\n')).toBe(true);
  });

  test('of an image without bash runs in its sh', async () => {
    const job = await bootedJob(busybox);
    const result = await job.boot('echo "$(command -v bash)." "$-"; false; echo not reached');
    expect([result.code, result.stdout]).toEqual([1, '. e\n']);
  });

  test('is carried by any sh of the host, and needs an argument', async () => {
    const job = await bootedJob(debian);
    for (const shell of [['dash'], ['bash', '--posix'], ['busybox', 'sh']]) {
      const result = await job.boot('echo "$-" "$A"; echo two >&2; exit 9', {
        shell,
        env: { A: 'a b' },
      });
      expect([result.code, result.stdout, result.stderr], shell[0]).toEqual([
        9,
        'ehB a b\n',
        'two\n',
      ]);
      const stopped = await job.boot("trap 'exit 6' INT; echo ready; while :; do sleep 0.1; done", {
        shell,
        started: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
      });
      expect(stopped.code, shell[0]).toBe(6);
    }
    const folder = join(
      job.temp,
      readdirSync(job.temp).find((name) => name.startsWith('transship-boot-')) ?? '',
    );
    const none = await job.host(`"${folder}/bin/boot" || echo "code $?"`);
    expect(none.stdout).toMatch(/::error .*Usage: boot \[OPTION OF BASH\]\.\.\. SCRIPT\ncode 1\n/);
    expect(
      (await job.host(`cd /; "${folder}/bin/boot" not-there || echo "code $?"`)).stdout,
    ).toMatch(/not-there.*\ncode 1\n/);
  });

  test('that leaves something running in the background ends all the same', async () => {
    const job = await bootedJob(debian);
    const result = await job.boot('sleep 300 & echo $! >pid; echo done');
    expect([result.code, result.stdout]).toEqual([0, 'done\n']);
    expect(result.milliseconds).toBeLessThan(100_000);
    const later = await job.boot(
      'kill -0 "$(cat pid)" && echo still there; kill "$(cat pid)"; for i in $(seq 100); do sleep 0.1; kill -0 "$(cat pid)" 2>&1 || { echo gone; break; }; done',
    );
    // The first process of the container takes care of what has ended.
    expect(later.stdout).toMatch(/^still there\n.*\ngone\n$/s);
  });

  test('finds nothing of what an earlier step started and what has ended, without bash too', async () => {
    const job = await bootedJob(busybox);
    await job.boot('sleep 0.3 >/dev/null 2>&1 & echo $! >pid');
    const look = 'kill -0 "$(cat pid)" 2>/dev/null && echo there || echo gone';
    expect(await until(async () => (await job.boot(look)).stdout === 'gone\n')).toBe(true);
  });

  test('gets the signals that its step gets', async () => {
    const job = await bootedJob(debian);
    const result = await job.boot(
      "trap 'echo interrupted; exit 5' INT; trap 'echo hung up' HUP; echo ready; while :; do sleep 0.1; done",
      {
        started: async (child) => {
          await new Promise<void>((resolve) => child.stdout?.on('data', () => resolve()));
          child.kill('SIGHUP');
          await sleep(300);
          child.kill('SIGINT');
        },
      },
    );
    expect([result.code, result.stdout]).toEqual([5, 'ready\nhung up\ninterrupted\n']);
    const terminated = await job.boot('echo ready; sleep 60 & wait', {
      started: (child) => child.stdout?.once('data', () => child.kill('SIGTERM')),
    });
    expect(terminated.code).toBe(143);
  });

  test('is ended in the container when its step is killed', async () => {
    const job = await bootedJob(debian);
    await job.boot('echo $$ >first; echo ready; sleep 60; touch survived', {
      started: (child) => child.stdout?.once('data', () => child.kill('SIGKILL')),
    });
    const look = 'kill -0 "$(cat first)" 2>/dev/null && echo alive || echo ended';
    expect(await until(async () => (await job.boot(look)).stdout === 'ended\n')).toBe(true);
  });

  test('may run beside others', async () => {
    const job = await bootedJob(debian);
    const results = await Promise.all(
      [1, 2, 3].map((number) => job.boot(`sleep 0.5; echo ${number}; exit ${number}`)),
    );
    expect(results.map(({ code, stdout }) => [code, stdout])).toEqual([
      [1, '1\n'],
      [2, '2\n'],
      [3, '3\n'],
    ]);
  });

  test('says so when its folder is not inside, and when the container has ended', async () => {
    const job = await bootedJob(debian);
    const elsewhere = await job.boot('pwd', { cwd: job.temp });
    expect(elsewhere.code).toBe(126);
    expect(elsewhere.stdout).toContain(`The folder ${job.temp} may not exist in the container`);
    const name = job.env()['SHIPPABLE_CONTAINER_NAME'] ?? '';
    const ended = await job.boot('echo ready; sleep 20', {
      started: (child) => child.stdout?.once('data', () => run('docker', ['kill', name])),
    });
    expect(ended.code).toBe(137);
    let later = ended;
    const isRefused = async () => {
      later = await job.boot('true');
      return later.code === 137;
    };
    expect(await until(isRefused)).toBe(true);
    for (const { stdout } of [ended, later])
      expect(stdout).toMatch(
        /The booted container has ended\. Its first process ended with exit code 137/,
      );
  });

  test('says so when the process that holds its container is killed', async () => {
    const job = await bootedJob(debian);
    const { stdout: program } = await job.host('cat "$(command -v boot)"');
    const holder = Number(/kill -0 (\d+)/.exec(program)?.[1]);
    const ended = await job.boot('echo ready; sleep 20', {
      started: (child) => child.stdout?.once('data', () => process.kill(holder, 'SIGKILL')),
    });
    expect(ended.code).toBe(125);
    expect(ended.stdout).toContain('The process that holds the booted container ended before');
    const later = await job.boot('true');
    expect(later.code).toBe(125);
    // Whoever started it may not have noticed yet.
    expect(later.stdout).toMatch(/The booted container is gone|The process that holds the booted/);
  });
});

describe('files of the step', () => {
  test('GITHUB_ENV, GITHUB_OUTPUT, GITHUB_PATH and GITHUB_STEP_SUMMARY work as on the runner', async () => {
    const job = await bootedJob(debian);
    const result = await job.boot(`
      echo "ONE=1" >>"$GITHUB_ENV"
      printf 'MANY<<END\\na\\nb=c\\nEND\\n' >>"$GITHUB_ENV"
      echo "PATH=/broken" >>"$GITHUB_ENV.other"
      echo "digest=sha256:1" >>"$GITHUB_OUTPUT"
      echo "# Summary" >>"$GITHUB_STEP_SUMMARY"
      mkdir -p /opt/tool; printf '#!/bin/sh\\necho tool\\n' >/opt/tool/tool; chmod +x /opt/tool/tool
      echo /opt/tool >>"$GITHUB_PATH"
      cat "$GITHUB_EVENT_PATH"`);
    expect(result.code, result.output).toBe(0);
    expect(result.stdout).toBe('{"number":12}');
    expect(result.outputs).toEqual({ digest: 'sha256:1' });
    expect(result.summary).toBe('# Summary\n');
    expect(job.env()).toMatchObject({ ONE: '1', MANY: 'a\nb=c' });
    const later = await job.boot('tool; echo "$ONE $MANY"');
    expect(later.stdout).toBe('tool\n1 a\nb=c\n');
    const host = await job.host('echo "$ONE"; case $PATH in *opt/tool*) echo leaked;; esac');
    expect(host.stdout).toBe('1\n');
  });

  test('variables that belong to the machine count only inside', async () => {
    const job = await bootedJob(debian);
    const before = await job.boot(
      'echo "PATH=/only/inside:$PATH" >>"$GITHUB_ENV"; echo "LD_PRELOAD=" >>"$GITHUB_ENV"; echo "DOCKER_TAG=7" >>"$GITHUB_ENV"',
    );
    expect(before.code, before.output).toBe(0);
    expect(job.env()['PATH']).toBeUndefined();
    const inside = await job.boot('echo "$PATH $DOCKER_TAG"');
    expect(inside.stdout).toMatch(/^\/only\/inside:.*\/bin:?.* 7\n$/);
    expect((await job.host('git --version')).code).toBe(0);
  });
});

/** Names that this machine gave to the process that plays the worker, and that no rule treats in a way of its own. */
const machineVariables = (): readonly string[] =>
  readFileSync('/proc/self/environ', 'utf8')
    .split('\0')
    .map((pair) => pair.slice(0, pair.indexOf('=')))
    .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name) && name in process.env)
    .filter(
      (name) => !/^(GITHUB_|RUNNER_|CI$|HOME$|PWD$|PATH$|SHLVL$|HOSTNAME$|.*_PROXY$)/.test(name),
    );

describe('the environment rule', () => {
  test('passes what the workflow set, and nothing that belongs to the machine', async () => {
    const machine = machineVariables();
    const [listed = ''] = machine;
    const job = await bootedJob(
      {
        ...debian,
        env: `A=1 B='two words' ${listed}\nHOME=/root`,
        options: '--net=bridge -e C=3 -e A=0',
      },
      { env: { FROM_JOB: 'job', DOCKER_TAG: 'v1' } },
    );
    const result = await job.boot('env -0', {
      env: {
        STEP: 'step',
        'npm_config_//registry.test/:_authToken': 'odd',
        NODE_OPTIONS: '--require /not/there.js',
        A: 'from step',
        DOCKER_HOST: 'tcp://elsewhere',
        XDG_CACHE_HOME: '/host',
        TMPDIR: '/host',
        HTTP_PROXY: 'http://proxy.test:3128',
        MULTI: 'a\nb',
      },
    });
    const seen = Object.fromEntries(
      result.stdout
        .split('\0')
        .filter(Boolean)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
    expect(seen).toMatchObject({
      A: 'from step',
      B: 'two words',
      C: '3',
      [listed]: process.env[listed],
      HOME: '/root',
      FROM_JOB: 'job',
      DOCKER_TAG: 'v1',
      STEP: 'step',
      'npm_config_//registry.test/:_authToken': 'odd',
      NODE_OPTIONS: '--require /not/there.js',
      HTTP_PROXY: 'http://proxy.test:3128',
      MULTI: 'a\nb',
      CI: 'true',
      GITHUB_WORKSPACE: job.workspace,
      RUNNER_OS: 'Linux',
      RUNNER_TEMP: '/dev/transship/temp',
    });
    for (const name of [
      ...machine.slice(1),
      'DOCKER_HOST',
      'XDG_CACHE_HOME',
      'TMPDIR',
      'RUNNER_TRACKING_ID',
      'RUNNER_TOOL_CACHE',
      'USER',
    ]) {
      expect(seen, name).not.toHaveProperty(name);
    }
    expect(seen['PATH']).toBe(
      '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/dev/transship/bin',
    );
  });

  test('RUNNER_TEMP is a folder that later steps share', async () => {
    const job = await bootedJob(debian);
    await job.boot('echo kept >"$RUNNER_TEMP/note"');
    expect((await job.boot('cat "$RUNNER_TEMP/note"')).stdout).toBe('kept\n');
  });
});

test('folders of Shippable below RUNNER_TEMP are shared with the host', async () => {
  const job = startJob({ actions: actions.folder });
  started.push(job);
  const made = await job.host(
    'mkdir "$RUNNER_TEMP/shippableci"; echo "SHIPPABLE_ARTIFACTS_DIR=$RUNNER_TEMP/shippableci" >>"$GITHUB_ENV"; echo "OTHER=$RUNNER_TEMP/other" >>"$GITHUB_ENV"',
  );
  expect(made.code).toBe(0);
  await job.action('pull-boot-image', { ...plain, ...debian });
  const inside = await job.boot(
    'echo artefact >"$SHIPPABLE_ARTIFACTS_DIR/file"; echo "$OTHER"; echo other >"$OTHER"; echo "REPORT=$OTHER" >>"$GITHUB_ENV"; echo "file=$SHIPPABLE_ARTIFACTS_DIR/file" >>"$GITHUB_OUTPUT"',
  );
  expect([inside.code, inside.stdout], inside.output).toEqual([0, '/dev/transship/temp/other\n']);
  // Paths that a script hands on are those of the reader.
  expect((await job.host(`cat "$REPORT" "${inside.outputs['file']}"`)).stdout).toBe(
    'other\nartefact\n',
  );
  expect((await job.boot('cat "$REPORT" "$SHIPPABLE_ARTIFACTS_DIR/file"')).stdout).toBe(
    'other\nartefact\n',
  );
});

test('a second boot in a job is the one that later steps run in', async () => {
  const job = await bootedJob(debian);
  const first = job.env()['SHIPPABLE_CONTAINER_NAME'] ?? '';
  await job.boot('touch /first');
  const second = await job.action('pull-boot-image', { ...plain, ...busybox });
  expect(second.code, second.output).toBe(0);
  expect(
    (await job.boot('ls /first 2>&1 || cat /etc/debian_version 2>&1 || echo busybox')).stdout,
  ).toMatch(/busybox\n$/);
  await job.end();
  expect(await until(async () => !(await containerExists(first)))).toBe(true);
});

test('a full disk is said to be full', async () => {
  const job = startJob({ actions: actions.folder });
  await run('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', job.temp]);
  try {
    await job.action('pull-boot-image', { ...plain, ...debian });
    const script = join(job.workspace, 'script');
    writeFileSync(script, 'echo not reached');
    const boot = join(
      job.temp,
      readdirSync(job.temp).find((name) => name.startsWith('transship-boot-')) ?? '',
      'bin/boot',
    );
    await run('dd', ['if=/dev/zero', `of=${job.temp}/fill`, 'bs=4k'], { check: false });
    const full = await run(boot, [script], { cwd: job.workspace, check: false });
    expect(full.output).toMatch(/There is no space left on the disk|No space left on device/);
    expect(full.output).not.toContain('not reached\n');
    expect(full.code).not.toBe(0);
    const again = await job.action('pull-boot-image', { ...plain, ...debian });
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('There is no space left on the disk');
  } finally {
    await run('umount', ['--lazy', job.temp]);
    await job.end();
  }
});

describe('the end of the job', () => {
  test('is the end of the container', async () => {
    const job = startJob({ actions: actions.folder });
    await job.action('pull-boot-image', { ...plain, ...debian });
    const name = job.env()['SHIPPABLE_CONTAINER_NAME'] ?? '';
    expect(await containerExists(name)).toBe(true);
    await job.end();
    expect(await containerExists(name)).toBe(false);
  });
});

test('the workspace is the same folder inside and outside', async () => {
  const job = await bootedJob(debian);
  writeFileSync(join(job.workspace, 'from host'), 'host');
  const result = await job.boot('cat "from host"; echo container >"from container"');
  expect(result.stdout).toBe('host');
  expect(readFileSync(join(job.workspace, 'from container'), 'utf8')).toBe('container\n');
  // Of the steps nothing is left but what later ones need.
  const folder = readdirSync(job.temp).find((name) => name.startsWith('transship-boot-')) ?? '';
  expect(readdirSync(join(job.temp, folder, 'steps')).sort()).toEqual(['event.json', 'ready']);
  expect(readdirSync(join(job.temp, folder, 'requests'))).toEqual([]);
});
