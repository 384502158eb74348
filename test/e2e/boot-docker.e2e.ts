import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Job, type JobOptions, startJob } from './boot-runner.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { startRegistry } from './setup/registry.ts';

// `docker` inside the booted container: build, push, and the commit of the container itself.

let actions: ActionsFolder;
beforeAll(async () => {
  actions = await createActionsFolder(['login', 'pull-boot-image']);
});
afterAll(() => actions.remove());

const cleanups: (() => unknown)[] = [];
const later = (cleanup: () => unknown): void => {
  cleanups.push(cleanup);
};
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const name = (part: string): string => `boot-${part}-${process.pid}.transship.test`;
const docker = (...args: readonly string[]) => run('docker', args, { check: false });

const bootedJob = async (
  inputs: Readonly<Record<string, string>>,
  options: Partial<JobOptions> = {},
): Promise<Job> => {
  const job = startJob({ actions: actions.folder, ...options });
  later(() => job.end());
  const result = await job.action('pull-boot-image', {
    image_tag: '1',
    pull: 'false',
    options: '--net=bridge',
    ...inputs,
  });
  expect(result.code, result.output).toBe(0);
  return job;
};

/** An image with settings that a commit has to keep. */
const imageWith = async (dockerfile: string): Promise<string> => {
  const image = name('app');
  const built = await run('docker', ['build', '--quiet', '--tag', `${image}:1`, '-'], {
    input: dockerfile,
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
  expect(built.code).toBe(0);
  later(() => docker('rmi', '--force', `${image}:1`));
  return image;
};

const settings = async (image: string): Promise<unknown> =>
  JSON.parse((await docker('image', 'inspect', '--format', '{{json .Config}}', image)).stdout);

/** Every path of every layer of an image. */
const pathsOf = async (image: string): Promise<readonly string[]> => {
  const { stdout } = await run('bash', [
    '-c',
    'set -e; folder=$(mktemp -d); docker save "$1" | tar -C "$folder" -xf -; for layer in "$folder"/*/layer.tar; do tar -tf "$layer"; done; rm -rf "$folder"',
    'paths',
    image,
  ]);
  return stdout.trim().split('\n');
};

describe('docker commit $SHIPPABLE_CONTAINER_NAME', () => {
  const secret = 'hunter2-of-the-job';

  test('holds what ci left, the clone included, and behaves as the booted image', async () => {
    const image = await imageWith(
      `FROM transship.test/debian:12
ENV COLOR=blue
LABEL maintainer=us
EXPOSE 8080
USER root
WORKDIR /srv
ENTRYPOINT ["/bin/echo", "entry"]
CMD ["command"]`,
    );
    const job = await bootedJob(
      {
        image_name: image,
        env: `TOKEN=${secret} HOME=/root`,
        options: '--net=bridge -e OTHER=1 --user root -w /tmp',
      },
      { env: { FROM_JOB: secret } },
    );
    mkdirSync(join(job.workspace, '.git/modules/lib'), { recursive: true });
    const git = `[core]\n\tbare = false\n[remote "origin"]\n\turl = https://x-access-token:${secret}@github.com/acme/shop\n[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic ${secret}\n`;
    writeFileSync(join(job.workspace, '.git/config'), git);
    writeFileSync(join(job.workspace, '.git/modules/lib/config'), git);
    writeFileSync(join(job.workspace, 'gha-creds-0123456789abcdef.json'), secret);
    mkdirSync(join(job.workspace, `${'deep/'.repeat(40)}`), { recursive: true });
    writeFileSync(join(job.workspace, `${'deep/'.repeat(40)}file`), 'long path');
    const committed = `${name('committed')}:2`;
    later(() => docker('rmi', '--force', committed));
    const result = await job.boot(`
      echo built >artefact; echo tool >/usr/local/lib/tool; mkdir /opt/made
      echo ${secret} >"$RUNNER_TEMP/secret"
      docker commit --message 'from ci' "$SHIPPABLE_CONTAINER_NAME" ${committed}
      docker version >/dev/null && ls -l /var/run/docker.sock`);
    expect(result.code, result.output).toBe(0);
    expect(result.stdout).toMatch(/^sha256:[0-9a-f]{64}\n/);

    expect(await settings(committed)).toEqual(await settings(`${image}:1`));
    const history = await docker('history', '--no-trunc', committed);
    expect(history.stdout).toContain('from ci');
    const inside = await docker(
      ...['run', '--rm', '--entrypoint', 'sh', committed, '-c'],
      `cat /usr/local/lib/tool ${job.workspace}/artefact ${job.workspace}/${'deep/'.repeat(40)}file; ls -d /opt/made; pwd; stat -c %u ${job.workspace} ${job.workspace}/artefact; cat ${job.workspace}/.git/config`,
    );
    expect(inside.stdout).toBe(
      'tool\nbuilt\nlong path/opt/made\n/srv\n0\n0\n[core]\n\tbare = false\n[remote "origin"]\n\turl = https://github.com/acme/shop\n[http "https://github.com/"]\n',
    );
    expect((await docker('run', '--rm', committed)).stdout).toBe('entry command\n');

    const all = await pathsOf(committed);
    expect(all.some((path) => path.endsWith('/artefact'))).toBe(true);
    for (const path of all) {
      expect(path).not.toMatch(/transship\/|docker\.sock|bin\/docker$|gha-creds|\.wh\./);
    }
    const saved = await run('bash', [
      '-c',
      'docker save "$1" | grep -ac "$2" || true',
      'x',
      committed,
      secret,
    ]);
    expect(saved.stdout).toBe('0\n');
    // A later step finds everything as it was.
    const after = await job.boot('docker ps --format "{{.Names}}"; cat artefact');
    expect(after.stdout).toContain(job.env()['SHIPPABLE_CONTAINER_NAME']);
  });

  test('of an image with settings of its own: none, and a user', async () => {
    const bare = await bootedJob({ image_name: 'transship.test/busybox' });
    const committed = `${name('bare')}:1`;
    later(() => docker('rmi', '--force', committed));
    const result = await bare.boot(
      `docker commit -c 'ENV ADDED=1' $SHIPPABLE_CONTAINER_NAME ${committed}`,
    );
    expect(result.code, result.output).toBe(0);
    expect(await settings(committed)).toMatchObject({ Cmd: ['sh'], Env: ['PATH=/bin', 'ADDED=1'] });
    const run = await docker(
      'run',
      '--rm',
      committed,
      'sh',
      '-c',
      'ls -A /var /run /bin/docker /usr 2>&1',
    );
    // busybox has none of these folders, and has none of them now.
    expect(run.stdout.match(/No such file/g)).toHaveLength(4);
  });

  test('of another container, and by another name, is the engine’s own', async () => {
    const job = await bootedJob({ image_name: 'transship.test/debian', image_tag: '12' });
    const [other, image] = [name('other'), `${name('other')}:1`];
    later(() => docker('rmi', '--force', image));
    const result = await job.boot(`
      docker run --name ${other} transship.test/busybox:1 touch /made
      docker commit -m 'other one' ${other} ${image}
      docker rm ${other}
      id=$(docker inspect --format '{{.Id}}' "$SHIPPABLE_CONTAINER_NAME")
      docker commit "\${id:0:14}" ${image}-by-id`);
    later(() => docker('rmi', '--force', `${image}-by-id`));
    expect(result.code, result.output).toBe(0);
    expect(await settings(image)).toMatchObject({ Cmd: ['touch', '/made'] });
    expect(await settings(`${image}-by-id`)).toMatchObject({ Cmd: ['bash'] });
    const wrong = await job.boot('docker commit "$SHIPPABLE_CONTAINER_NAME" Not/A:Name');
    expect(wrong.code).not.toBe(0);
    expect(wrong.stderr).toMatch(/invalid reference format/);
  });
});

describe('docker inside', () => {
  test('builds, runs and pushes, in an image without a client', async () => {
    const registry = await startRegistry();
    later(registry.stop);
    const job = await bootedJob({ image_name: 'transship.test/busybox' });
    const image = `${registry.host}/shop/app:1`;
    later(() => docker('rmi', '--force', image));
    writeFileSync(
      join(job.workspace, 'Dockerfile'),
      'FROM transship.test/busybox:1\nCOPY file /file\n',
    );
    const result = await job.boot(`
      echo content >file
      docker build -q -t ${image} .
      docker run --rm ${image} cat /file
      docker run --rm -v "$PWD:/work" ${image} cat /work/Dockerfile
      echo typed | docker run --rm -i ${image} cat
      docker push -q ${image}`);
    expect(result.code, result.output).toBe(0);
    expect(result.stdout).toContain(
      'content\nFROM transship.test/busybox:1\nCOPY file /file\ntyped\n',
    );
    expect((await fetch(`${registry.url}/v2/shop/app/manifests/1`)).status).toBe(200);
  });

  test('has the plugins and the credentials of the job, and keeps those of a login inside', async () => {
    const [one, two] = [
      await startRegistry({ htpasswd: { amy: 'secret-one' } }),
      await startRegistry({ htpasswd: { bob: 'secret-two' } }),
    ];
    later(one.stop);
    later(two.stop);
    const job = await bootedJob({ image_name: 'transship.test/debian', image_tag: '12' });
    const config = join(job.temp, 'container-config');
    mkdirSync(config);
    const auth = Buffer.from('amy:secret-one').toString('base64');
    writeFileSync(join(config, 'config.json'), JSON.stringify({ auths: { [one.host]: { auth } } }));
    const env = { TRANSSHIP_CONTAINER_DOCKER_CONFIG: config };
    const image = (host: string): string => `${host}/app:1`;
    for (const host of [one.host, two.host]) later(() => docker('rmi', '--force', image(host)));
    const first = await job.boot(
      `docker tag transship.test/busybox:1 ${image(one.host)}; docker push -q ${image(one.host)}
       docker compose version; docker buildx version
       echo secret-two | docker login -u bob --password-stdin ${two.host} 2>/dev/null`,
      { env },
    );
    expect(first.code, first.output).toBe(0);
    const second = await job.boot(
      `docker tag transship.test/busybox:1 ${image(two.host)}; docker push -q ${image(two.host)}; docker push -q ${image(one.host)}; ls -A /root`,
      { env },
    );
    expect(second.code, second.output).toBe(0);
    // Nothing lies in the container's own files.
    expect(second.stdout).not.toContain('.docker');
    expect(readFileSync(join(config, 'config.json'), 'utf8')).not.toContain(two.host);
  });

  test('has the logins of the job but those with agent_only', async () => {
    const [both, agent] = [
      await startRegistry({ htpasswd: { amy: 'secret-one' } }),
      await startRegistry({ htpasswd: { bob: 'secret-two' } }),
    ];
    later(both.stop);
    later(agent.stop);
    const job = startJob({ actions: actions.folder });
    later(() => job.end());
    const login = await job.action('login', {
      integrations: `- integrationName: both
  type: dockerRegistryLogin
- integrationName: agent
  type: private docker registry
  agent_only: true
`,
      credentials: `BOTH_INTEGRATION_URL=${both.url}
BOTH_INTEGRATION_USERNAME=amy
BOTH_INTEGRATION_PASSWORD=secret-one
AGENT_INTEGRATION_URL=${agent.url}
AGENT_INTEGRATION_USERNAME=bob
AGENT_INTEGRATION_PASSWORD=secret-two`,
    });
    expect(login.code, login.output).toBe(0);
    const image = `${agent.host}/team/ci:1`;
    const pushed = await job.host(
      `docker tag transship.test/debian:12 ${image}; docker push -q ${image}; docker rmi ${image}`,
    );
    expect(pushed.code, pushed.output).toBe(0);
    later(() => docker('rmi', '--force', image, `${both.host}/app:1`));
    const booted = await job.action('pull-boot-image', {
      image_name: `${agent.host}/team/ci`,
      image_tag: '1',
      options: '--net=bridge',
    });
    expect(booted.code, booted.output).toBe(0);
    const inside = await job.boot(`
      docker tag transship.test/busybox:1 ${both.host}/app:1
      docker push -q ${both.host}/app:1
      docker push -q ${image} && echo pushed || echo refused
      cat "$DOCKER_CONFIG/config.json"`);
    expect(inside.code, inside.output).toBe(0);
    expect(inside.stdout).toContain('refused\n');
    expect(inside.stderr).toContain('no basic auth credentials');
    expect(inside.stdout).not.toContain(agent.host);
    expect((await job.host(`docker push -q ${image}`)).code).toBe(0);
  });

  test('goes before a client of the image that can’t talk to the engine', async () => {
    const image = await imageWith(
      `FROM transship.test/debian:12
RUN printf '#!/bin/sh\\necho client is too old >&2\\nexit 1\\n' >/usr/bin/docker && chmod +x /usr/bin/docker`,
    );
    const job = await bootedJob({ image_name: image });
    const result = await job.boot('docker ps --format "{{.Names}}"; command -v docker');
    expect(result.code, result.output).toBe(0);
    expect(result.stdout).toMatch(/\n\/dev\/transship\/bin\/docker\n$/);
  });

  test('is lent with its libraries, where the machine’s client needs some', async () => {
    const job = startJob({ actions: actions.folder });
    later(() => job.end());
    // Debian's own client is linked to libc; the one before it on PATH may not be.
    const booted = await job.action(
      'pull-boot-image',
      {
        image_name: 'transship.test/busybox',
        image_tag: '1',
        pull: 'false',
        options: '--net=bridge',
      },
      { env: { PATH: `/usr/bin:${process.env['PATH']}` } },
    );
    expect(booted.code, booted.output).toBe(0);
    const result = await job.boot(
      'docker version --format "{{.Client.Os}}"; head -c 9 /bin/docker',
    );
    expect([result.code, result.stdout], result.output).toEqual([0, 'linux\n#!/bin/sh']);
  });

  test('works with a socket that `options` mounts, and with a root that can’t be written', async () => {
    for (const options of [
      '--net=bridge -v /var/run/docker.sock:/var/run/docker.sock',
      '--net=bridge --read-only',
    ]) {
      const job = await bootedJob({ image_name: 'transship.test/busybox', options });
      const result = await job.boot('docker ps --format "{{.Names}}"; echo x >made');
      expect(result.code, result.output).toBe(0);
      expect(result.stdout).toContain(job.env()['SHIPPABLE_CONTAINER_NAME']);
    }
  });

  test('services with published ports are at localhost with --net=host', async () => {
    const service = name('service');
    await docker(
      ...['run', '--detach', '--rm', '--name', service, '--publish', '127.0.0.1:38417:8000'],
      ...[
        'transship.test/busybox:1',
        'sh',
        '-c',
        'mkdir /www; echo served >/www/index.html; httpd -f -p 8000 -h /www',
      ],
    );
    later(() => docker('kill', service));
    const job = await bootedJob({ image_name: 'transship.test/busybox', options: '--net=host' });
    const result = await job.boot('wget -q -O - http://localhost:38417/');
    expect(result.output).toBe('served\n');
  });
});

test.each(['root', 'app'])(
  "the image's own client goes before the machine's, as %s",
  async (user) => {
    const image = await imageWith(`FROM transship.test/debian:12
RUN useradd --create-home app && printf '#!/bin/sh\\nexec /dev/transship/bin/docker "$@"\\n' >/usr/local/bin/docker \\
  && chmod 755 /usr/local/bin/docker
USER ${user}`);
    const job = startJob({ actions: actions.folder });
    later(() => job.end());
    const booted = await job.action('pull-boot-image', {
      image_name: image,
      image_tag: '1',
      pull: 'false',
      options: '--net=bridge',
    });
    expect([booted.code, booted.output]).toEqual([0, expect.not.stringContaining('client')]);
    const step = await job.boot(
      "command -v docker; docker version --format '{{.Server.Os}}'; id -un",
    );
    expect([step.code, step.output]).toEqual([0, `/usr/local/bin/docker\nlinux\n${user}\n`]);
  },
);
